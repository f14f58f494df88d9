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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links data sets with Splink and with Clew in turns, on the same machine in the same hour, and says how they compare: whole processes, files read and
 * written.
 *
 * <pre>
 * SideBySide --clew LAUNCHER --python PYTHON --peer SCRIPT --data DIR [--only NAME,...] [--repeats N] [--results FILE]
 *   --python PYTHON  one that has splink and duckdb installed
 *   --peer SCRIPT    bench/peer/splink_peer.py, which has the peer's settings
 *   --data DIR       folder with historical_50k, febrl3, febrl4 and synth1m, as far as they are there, and their maps
 *   --repeats N      rounds, by default 5; in each the peer goes first
 *   --results FILE   where a line is added for each run
 * </pre>
 */
public final class SideBySide {
    private static final String HEADER = "date,commit,cores,data_set,tool,run,seconds,cpu_seconds,peak_mb,"
            + "training_to_clusters_seconds,blocking_to_scores_seconds,candidate_pairs,blocking_recall,best_pair_f1,pair_f1,cluster_f1";
    /** Data sets by the name that the peer's script gives to its settings for them. */
    private static final Map<String, String> SETTINGS = Map.of("synth1m_strict", "synth1m");

    private static final List<String> ORDER =
            List.of("historical_50k", "febrl3", "febrl4", "synth1m", "synth1m_strict");

    private final Map<String, String> options;
    private final Path out;
    private final String begin;

    private SideBySide(Map<String, String> options) throws IOException {
        this.options = options;
        out = Path.of(options.getOrDefault("--work", "bench/target/data")).resolve("side-by-side");
        begin = LocalDate.now(Clock.systemUTC()) + "," + Machine.commit() + "," + Machine.cores();
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        new SideBySide(Scoreboard.options(words)).run();
    }

    private void run() throws IOException, InterruptedException {
        List<String> only = Arrays.asList(
                options.getOrDefault("--only", String.join(",", ORDER)).split(","));
        List<DataSet> sets = DataSets.published(Path.of(options.get("--data")));
        System.out.println(HEADER);
        for (String name : ORDER) {
            String data = SETTINGS.getOrDefault(name, name);
            DataSet set = sets.stream()
                    .filter(one -> one.name().equals(data))
                    .findFirst()
                    .orElse(null);
            if (only.contains(name) && set != null) {
                compare(name, set);
            }
        }
    }

    private void compare(String name, DataSet set) throws IOException, InterruptedException {
        List<Taken> peers = new ArrayList<>();
        List<Taken> ours = new ArrayList<>();
        for (int round = 1; round <= Integer.parseInt(options.getOrDefault("--repeats", "5")); round++) {
            peers.add(peer(name, set, false));
            tell(
                    name,
                    peerName(peers.getLast()),
                    String.valueOf(round),
                    peers.getLast(),
                    peerPhases(peers.getLast()),
                    ",,,,");
            ours.add(clew(set, false));
            tell(name, "clew", String.valueOf(round), ours.getLast(), clewPhases(ours.getLast()), ",,,,");
        }
        Taken peer = peer(name, set, true);
        tell(
                name,
                peerName(peer),
                "judged",
                peer,
                peerPhases(peer),
                figures(
                        peer.said(),
                        "/candidate_pairs",
                        "/blocking_recall",
                        "/best_pair_f1",
                        "/pair_f1",
                        "/cluster_f1"));
        Taken own = clew(set, true);
        JsonNode score = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("clew").resolve("score.json")));
        tell(
                name,
                "clew",
                "judged",
                own,
                clewPhases(own),
                figures(own.said(), "/candidate_pairs") + ","
                        + figures(score, "/blocking/recall", "/pairs_best/f1", "/pairs/f1", "/clusters/f1"));
        System.err.printf(
                Locale.ROOT,
                "%s, medians: whole process %.2f against %.2f s, %.1f times; the peer's training to clusters against our whole process %.1f times; "
                        + "blocking to scores %.2f against %.2f s, %.1f times; memory %.0f against %.0f MB%n",
                name,
                median(peers, Taken::seconds),
                median(ours, Taken::seconds),
                median(peers, Taken::seconds) / median(ours, Taken::seconds),
                median(peers, one -> peerPhases(one)[0]) / median(ours, Taken::seconds),
                median(peers, one -> peerPhases(one)[1]),
                median(ours, one -> clewPhases(one)[1]),
                median(peers, one -> peerPhases(one)[1]) / median(ours, one -> clewPhases(one)[1]),
                median(peers, Taken::peakMegabytes),
                median(ours, Taken::peakMegabytes));
    }

    private Taken peer(String name, DataSet set, boolean judged) throws IOException, InterruptedException {
        Path to = out.resolve("peer");
        return LinkProcess.run(
                Stream.of(
                                Stream.of(options.get("--python"), options.get("--peer"), name, to.toString()),
                                Stream.of("--judged").filter(word -> judged),
                                set.files().stream().map(Path::toString))
                        .flatMap(words -> words)
                        .toList(),
                to);
    }

    private Taken clew(DataSet set, boolean judged) throws IOException, InterruptedException {
        return LinkProcess.run(Path.of(options.get("--clew")).toAbsolutePath(), set, out.resolve("clew"), judged);
    }

    private static String peerName(Taken taken) {
        return taken.said().path("tool").asString();
    }

    /** Seconds from the beginning of training to the end of clustering, and of blocking and scoring alone, which the peer does in one. */
    private static double[] peerPhases(Taken taken) {
        JsonNode seconds = taken.said().path("seconds");
        return new double[] {sum(seconds, "train", "score", "cluster"), sum(seconds, "score")};
    }

    private static double[] clewPhases(Taken taken) {
        JsonNode seconds = taken.said().path("phases");
        return new double[] {
            sum(seconds, "chance", "block", "compare", "train", "score", "cluster"),
            sum(seconds, "block", "compare", "score")
        };
    }

    private static double sum(JsonNode seconds, String... phases) {
        return Arrays.stream(phases)
                .mapToDouble(phase -> seconds.path(phase).asDouble())
                .sum();
    }

    private static String figures(JsonNode json, String... at) {
        return String.join(
                ",",
                Arrays.stream(at)
                        .map(json::at)
                        .map(node -> node.isIntegralNumber()
                                ? node.asString()
                                : String.format(Locale.ROOT, "%.6f", node.asDouble()))
                        .toList());
    }

    private void tell(String name, String tool, String run, Taken taken, double[] phases, String judged)
            throws IOException {
        String line = String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%.2f,%.2f,%d,%.2f,%.2f,%s",
                begin,
                name,
                tool,
                run,
                taken.seconds(),
                taken.cpuSeconds(),
                taken.peakMegabytes(),
                phases[0],
                phases[1],
                judged);
        System.out.println(line);
        if (options.containsKey("--results")) {
            Path results = Path.of(options.get("--results"));
            String head = Files.exists(results) ? "" : HEADER + "\n";
            Files.writeString(results, head + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static double median(List<Taken> runs, ToDoubleFunction<Taken> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
