package clew.bench;

import clew.bench.Line.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One data set linked twice by the product's own command: once timed, without truth, and once judged. */
final class Run {

    private final Line line = new Line();

    private Run() {}

    /**
     * Links and scores a data set with default settings.
     *
     * @param clew the launcher
     * @param out where the results go; kept, so that they can be looked at
     * @param repeats how often the timed run is made; the fastest counts, for other work can only slow it
     */
    static Line of(Path clew, DataSet data, Path out, int repeats, Clock clock)
            throws IOException, InterruptedException {
        double load = Machine.load();
        LinkProcess.Taken fastest = LinkProcess.run(clew, data, out.resolve(data.name()), false);
        for (int again = 1; again < repeats; again++) {
            LinkProcess.Taken taken = LinkProcess.run(clew, data, out.resolve(data.name()), false);
            fastest = taken.seconds() < fastest.seconds() ? taken : fastest;
        }
        Path judged = out.resolve(data.name() + "-judged");
        LinkProcess.run(clew, data, judged, true);
        Run run = new Run();
        run.line
                .put(Column.COMMIT, Machine.commit())
                .put(Column.DATE, LocalDate.now(clock))
                .put(Column.CORES, Machine.cores())
                .put(Column.DATA_SET, data.name())
                .seconds(Column.LOAD, load);
        run.taken(fastest);
        run.judged(read(judged.resolve("score.json")), read(judged.resolve("model.json")));
        return run.line;
    }

    /** The figures of a judged run, from what the command wrote. */
    static Line judgedOnly(JsonNode score, JsonNode model) {
        Run run = new Run();
        run.judged(score, model);
        return run.line;
    }

    private static JsonNode read(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private void taken(LinkProcess.Taken taken) {
        JsonNode said = taken.said();
        line.put(Column.HOW, "command")
                .seconds(Column.TOTAL_SECONDS, taken.seconds())
                .seconds(Column.CPU_SECONDS, taken.cpuSeconds())
                .put(Column.PEAK_MB, taken.peakMegabytes())
                .put(Column.RECORDS, said.path("records").asLong())
                .put(Column.PERSONS, said.path("persons").asLong())
                .put(Column.CANDIDATE_PAIRS, said.path("candidate_pairs").asLong())
                .put(
                        Column.PHASES,
                        said.path("phases").properties().stream()
                                .map(phase -> String.format(
                                        Locale.ROOT,
                                        "%s=%.2f",
                                        phase.getKey().replace(' ', '_'),
                                        phase.getValue().asDouble()))
                                .collect(Collectors.joining(" ")));
    }

    private void judged(JsonNode score, JsonNode model) {
        line.put(Column.TRUE_PAIRS, score.path("true_pairs").asLong());
        share(Column.BLOCKING_RECALL, score, "/blocking/recall");
        share(Column.ESTIMATED_BLOCKING_RECALL, model, "/blocking_recall");
        share(Column.THRESHOLD, score, "/threshold");
        figures(score, "/pairs", Column.PAIR_PRECISION, Column.PAIR_RECALL, Column.PAIR_F1);
        share(Column.BEST_THRESHOLD, score, "/pairs_best/threshold");
        share(Column.BEST_PAIR_F1, score, "/pairs_best/f1");
        figures(score, "/clusters", Column.CLUSTER_PRECISION, Column.CLUSTER_RECALL, Column.CLUSTER_F1);
        share(Column.BEST_CLUSTER_THRESHOLD, score, "/clusters_best/threshold");
        share(Column.BEST_CLUSTER_F1, score, "/clusters_best/f1");
        figures(score, "/b_cubed", Column.B_CUBED_PRECISION, Column.B_CUBED_RECALL, Column.B_CUBED_F1);
        interval(score, "/f1_intervals/pairs", Column.PAIR_F1_LOW, Column.PAIR_F1_HIGH);
        interval(score, "/f1_intervals/clusters", Column.CLUSTER_F1_LOW, Column.CLUSTER_F1_HIGH);
        interval(score, "/f1_intervals/b_cubed", Column.B_CUBED_F1_LOW, Column.B_CUBED_F1_HIGH);
    }

    private void figures(JsonNode score, String at, Column precision, Column recall, Column f1) {
        share(precision, score, at + "/precision");
        share(recall, score, at + "/recall");
        share(f1, score, at + "/f1");
    }

    private void interval(JsonNode score, String at, Column low, Column high) {
        share(low, score, at + "/0");
        share(high, score, at + "/1");
    }

    /** A figure that the command did not give stays empty. */
    private void share(Column column, JsonNode json, String at) {
        if (json.at(at).isNumber()) {
            line.share(column, json.at(at).asDouble());
        }
    }
}
