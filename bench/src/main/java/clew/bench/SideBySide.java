package clew.bench;

import clew.bench.LinkProcess.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links data sets with Splink and with Clew in turns, on the same machine in the same hour, and says how they compare: whole processes, files read and
 * written, and the parts that both tell.
 *
 * <pre>
 * SideBySide --clew LAUNCHER --python PYTHON --peer SCRIPT --data DIR [--only NAME,...] [--repeats N] [--results FILE]
 *   --python PYTHON  one that has splink and duckdb installed
 *   --peer SCRIPT    bench/peer/splink_peer.py, which has the peer's settings
 *   --data DIR       folder with historical_50k, febrl3, febrl4 and synth1m, as far as they are there, and their maps
 *   --only NAME      only these, or synth1m_strict, the million with three of the peer's rules
 *   --repeats N      rounds, by default 5; in each the peer goes first
 *   --results FILE   where a line is added for each run
 * </pre>
 */
public final class SideBySide {
    private static final List<String> ORDER =
            List.of("historical_50k", "febrl3", "febrl4", "synth1m", "synth1m_strict");
    /** Data sets of another name than the peer's settings for them. */
    private static final Map<String, String> DATA = Map.of("synth1m_strict", "synth1m");

    private static final List<String> HEADER = List.of(
            "date",
            "commit",
            "cores",
            "data_set",
            "tool",
            "run",
            "seconds",
            "cpu_seconds",
            "peak_mb",
            "training_to_clusters_seconds",
            "choosing_rules_seconds",
            "blocking_to_scores_seconds",
            "candidate_pairs",
            "blocking_recall",
            "best_pair_f1",
            "pair_f1",
            "cluster_f1");
    private static final int NOT_JUDGED = 5;

    private final Map<String, String> options;
    private final Path out;
    private final String begin;

    private SideBySide(Map<String, String> options) throws IOException {
        this.options = options;
        out = Path.of(options.getOrDefault("--work", "bench/target/data")).resolve("side-by-side");
        begin = LocalDate.now(Clock.systemUTC()) + "," + Machine.commit() + "," + Machine.cores();
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        Map<String, String> options = Scoreboard.options(words);
        for (String needed : List.of("--clew", "--python", "--peer", "--data")) {
            if (!options.containsKey(needed)) {
                System.err.println("expected " + needed + ", found none; see clew.bench.SideBySide");
                System.exit(2);
            }
        }
        new SideBySide(options).run();
    }

    private void run() throws IOException, InterruptedException {
        List<String> only = Arrays.asList(
                options.getOrDefault("--only", String.join(",", ORDER)).split(","));
        List<DataSet> sets = DataSets.published(Path.of(options.get("--data")));
        System.out.println(String.join(",", HEADER));
        for (String name : ORDER) {
            for (DataSet set : sets) {
                if (only.contains(name) && set.name().equals(DATA.getOrDefault(name, name))) {
                    compare(name, set);
                }
            }
        }
    }

    private void compare(String name, DataSet set) throws IOException, InterruptedException {
        List<Timed> peers = new ArrayList<>();
        List<Timed> ours = new ArrayList<>();
        int rounds = Integer.parseInt(options.getOrDefault("--repeats", "5"));
        for (int round = 1; round <= rounds; round++) {
            peers.add(peer(name, set, false));
            tell(name, String.valueOf(round), peers.getLast(), ",".repeat(NOT_JUDGED - 1));
            ours.add(clew(set, false));
            tell(name, String.valueOf(round), ours.getLast(), ",".repeat(NOT_JUDGED - 1));
        }
        Timed peer = peer(name, set, true);
        tell(
                name,
                "judged",
                peer,
                figures(
                        peer.taken.said(),
                        "/candidate_pairs",
                        "/blocking_recall",
                        "/best_pair_f1",
                        "/pair_f1",
                        "/cluster_f1"));
        Timed own = clew(set, true);
        JsonNode score = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("clew").resolve("score.json")));
        tell(
                name,
                "judged",
                own,
                figures(own.taken.said(), "/candidate_pairs") + ","
                        + figures(score, "/blocking/recall", "/pairs_best/f1", "/pairs/f1", "/clusters/f1"));
        summary(name, peers, ours);
    }

    private static void summary(String name, List<Timed> peers, List<Timed> ours) {
        double whole = median(ours, run -> run.taken.seconds());
        double scoring = median(ours, Timed::scoring);
        System.err.printf(
                Locale.ROOT,
                "%s, medians of %d: whole process %.2f against %.2f s, %.1f times; the peer's training to clusters against our whole process %.1f times;"
                        + " blocking to scores %.2f against %.2f s, %.1f times, with our choice of rules %.1f times; most memory %.0f against %.0f MB%n",
                name,
                ours.size(),
                median(peers, run -> run.taken.seconds()),
                whole,
                median(peers, run -> run.taken.seconds()) / whole,
                median(peers, Timed::learning) / whole,
                median(peers, Timed::scoring),
                scoring,
                median(peers, Timed::scoring) / scoring,
                median(peers, Timed::scoring) / median(ours, run -> run.choosing + run.scoring),
                median(peers, run -> run.taken.peakMegabytes()),
                median(ours, run -> run.taken.peakMegabytes()));
    }

    /**
     * One run of one of the two.
     *
     * @param tool its name
     * @param taken by the whole process
     * @param learning seconds from the beginning of training to the end of clustering
     * @param choosing seconds of choosing rules from a sample, which only Clew does
     * @param scoring seconds of blocking, comparing and scoring
     */
    private record Timed(String tool, Taken taken, double learning, double choosing, double scoring) {}

    private Timed peer(String name, DataSet set, boolean judged) throws IOException, InterruptedException {
        Path to = out.resolve("peer");
        List<String> command =
                new ArrayList<>(List.of(options.get("--python"), options.get("--peer"), name, to.toString()));
        Stream.of("--judged").filter(word -> judged).forEach(command::add);
        set.files().forEach(file -> command.add(file.toString()));
        Taken taken = LinkProcess.run(command, to);
        JsonNode seconds = taken.said().path("seconds");
        return new Timed(
                taken.said().path("tool").asString(),
                taken,
                sum(seconds, "train", "score", "cluster"),
                0,
                sum(seconds, "score"));
    }

    private Timed clew(DataSet set, boolean judged) throws IOException, InterruptedException {
        Taken taken =
                LinkProcess.run(Path.of(options.get("--clew")).toAbsolutePath(), set, out.resolve("clew"), judged);
        JsonNode seconds = taken.said().path("phases");
        return new Timed(
                "clew",
                taken,
                sum(seconds, "chance", "choose", "block", "compare", "train", "score", "cluster"),
                sum(seconds, "choose"),
                sum(seconds, "block", "compare", "score"));
    }

    private static double sum(JsonNode seconds, String... phases) {
        return Arrays.stream(phases)
                .mapToDouble(phase -> seconds.path(phase).asDouble())
                .sum();
    }

    private static String figures(JsonNode json, String... at) {
        return Arrays.stream(at)
                .map(json::at)
                .map(node ->
                        node.isIntegralNumber() ? node.asString() : String.format(Locale.ROOT, "%.6f", node.asDouble()))
                .collect(Collectors.joining(","));
    }

    private void tell(String name, String run, Timed timed, String judged) throws IOException {
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%.2f,%.2f,%d,%.2f,%.2f,%.2f,%s",
                begin,
                name,
                timed.tool,
                run,
                timed.taken.seconds(),
                timed.taken.cpuSeconds(),
                timed.taken.peakMegabytes(),
                timed.learning,
                timed.choosing,
                timed.scoring,
                judged);
        System.out.println(line);
        if (options.containsKey("--results")) {
            Path results = Path.of(options.get("--results"));
            String head = Files.exists(results) ? "" : String.join(",", HEADER) + "\n";
            Files.writeString(results, head + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static double median(List<Timed> runs, ToDoubleFunction<Timed> figure) {
        return PeerTable.median(runs.stream().mapToDouble(figure));
    }
}
