package clew.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Links data sets with known truth by the product's own command and prints one CSV line for each: commit, machine, records, pairs, seconds, memory and
 * quality.
 *
 * <pre>
 * Scoreboard --clew LAUNCHER [--data DIR] [--csv FILE --map FILE] [--simulate PEOPLE,...] [--only NAME,...] [--repeats N] [--results FILE]
 *   --data DIR         folder with historical_50k, febrl3, febrl4 and synth10k to synth10m, as far as they are there, and their maps
 *   --csv FILE         one more file to deduplicate, truth in its column "cluster", with --map FILE
 *   --simulate PEOPLE  the person records of all agencies of simulated regions of so many people (seed 42)
 *   --only NAME        only the data sets of these names, with commas between
 *   --repeats N        how often each timed run is made, by default once; the fastest counts
 *   --results FILE     where lines are added, and the table and the picture of growth beside it; without it lines are only printed
 *   --work DIR         where regions and results are kept, by default bench/target/data
 *   --table yes        write only the table and the picture of growth anew, from the lines that are there
 *   --pictures DIR     draw the pictures of the linking guide from a simulated region of 20,000 people
 * </pre>
 */
public final class Scoreboard {

    private static final long SEED = 42;
    private static final String RESULTS = "--results";

    private final Map<String, String> options;
    private final Path work;

    private Scoreboard(Map<String, String> options) {
        this.options = options;
        work = Path.of(options.getOrDefault("--work", "bench/target/data"));
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        new Scoreboard(options(words)).run();
    }

    static Map<String, String> options(String[] words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < words.length; i += 2) {
            options.put(words[i], words[i + 1]);
        }
        return options;
    }

    private void run() throws IOException, InterruptedException {
        if (options.containsKey("--pictures")) {
            Pictures.draw(SimulatedDataSet.make(Pictures.PEOPLE, SEED, work), Path.of(options.get("--pictures")));
            return;
        }
        if (options.containsKey("--table")) {
            results().show();
            return;
        }
        List<DataSet> sets = sets();
        if (sets.isEmpty()) {
            System.err.println(
                    "expected data sets: --data DIR, --csv FILE --map FILE or --simulate PEOPLE, found none");
            System.exit(2);
        }
        Path clew = Path.of(options.getOrDefault("--clew", "clew")).toAbsolutePath();
        int repeats = Integer.parseInt(options.getOrDefault("--repeats", "1"));
        Files.createDirectories(work);
        System.out.println(Line.header());
        for (DataSet set : sets) {
            Line line = Run.of(clew, set, work.resolve("linked"), repeats, Clock.systemUTC());
            System.out.println(line);
            if (options.containsKey(RESULTS)) {
                results().add(line);
            }
        }
    }

    private Results results() {
        return new Results(Path.of(options.getOrDefault(RESULTS, "bench/results/scoreboard.csv")));
    }

    private List<DataSet> sets() throws IOException {
        List<DataSet> sets = new ArrayList<>();
        if (options.containsKey("--data")) {
            sets.addAll(DataSets.published(Path.of(options.get("--data"))));
        }
        if (options.containsKey("--csv")) {
            sets.add(DataSets.file(Path.of(options.get("--csv")), Path.of(options.getOrDefault("--map", ""))));
        }
        for (String people : list("--simulate")) {
            sets.add(SimulatedDataSet.make(Integer.parseInt(people), SEED, work).asFiles());
        }
        List<String> only = list("--only");
        return sets.stream()
                .filter(set -> only.isEmpty() || only.contains(set.name()))
                .toList();
    }

    private List<String> list(String option) {
        String words = options.getOrDefault(option, "");
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }
}
