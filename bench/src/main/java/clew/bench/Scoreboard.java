package clew.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links data sets with known truth and prints one CSV line for each: commit, machine, records, pairs, seconds, memory and
 * quality. Every data set runs in a virtual machine of its own, so that its peak memory is its own.
 *
 * <pre>
 * Scoreboard [--data DIR] [--csv FILE --map FILE] [--simulate PEOPLE] [--only NAME] [--results FILE]
 *   --data DIR         folder with the published sets historical_50k, febrl3, febrl4 and their maps
 *   --csv FILE         one more file to deduplicate, truth in its column "cluster", with --map FILE
 *   --simulate PEOPLE  the person records of all agencies of a simulated region of so many people (seed 42),
 *                      kept in --work DIR, by default bench/target/data
 *   --only NAME        only the data set of this name
 *   --results FILE     where lines are added, and the table beside it; without it lines are only printed
 * </pre>
 */
public final class Scoreboard {

    private static final String HERE = "--here";
    private static final long SEED = 42;

    private Scoreboard() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        Map<String, String> options = options(words);
        List<DataSet> sets = sets(options);
        if (sets.isEmpty()) {
            System.err.println(
                    "expected data sets: --data DIR, --csv FILE --map FILE or --simulate PEOPLE, found none");
            System.exit(2);
        }
        if (options.containsKey(HERE)) {
            System.out.println(Run.of(sets.get(0), Clock.systemUTC()));
            return;
        }
        System.out.println(Line.header());
        for (DataSet set : sets) {
            String line = apart(set.name(), words);
            System.out.println(line);
            if (options.containsKey("--results")) {
                new Results(Path.of(options.get("--results"))).add(Line.parse(line));
            }
        }
    }

    private static Map<String, String> options(String[] words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            options.put(words[i], words[i + 1]);
        }
        return options;
    }

    private static List<DataSet> sets(Map<String, String> options) throws IOException {
        List<DataSet> sets = new ArrayList<>();
        if (options.containsKey("--data")) {
            sets.addAll(DataSets.published(Path.of(options.get("--data"))));
        }
        if (options.containsKey("--csv")) {
            sets.add(DataSets.file(Path.of(options.get("--csv")), Path.of(options.getOrDefault("--map", ""))));
        }
        if (options.containsKey("--simulate")) {
            Path data = Path.of(options.getOrDefault("--work", "bench/target/data"));
            sets.add(SimulatedDataSet.make(Integer.parseInt(options.get("--simulate")), SEED, data));
        }
        String only = options.get("--only");
        return only == null
                ? sets
                : sets.stream().filter(set -> set.name().equals(only)).toList();
    }

    /** Runs one data set in a new virtual machine with this one's flags, and gives its line. */
    private static String apart(String name, String[] words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Scoreboard.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--only", name, HERE, "yes"));
        Process run = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (run.waitFor() != 0) {
            throw new IOException("expected a line for %s, found exit code %d".formatted(name, run.exitValue()));
        }
        return line;
    }
}
