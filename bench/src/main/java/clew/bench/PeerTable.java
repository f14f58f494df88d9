package clew.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The runs that {@link SideBySide} made last of each data set, as a table: medians of the timed runs, figures of the judged one. */
final class PeerTable {
    private static final String JUDGED = "judged";
    private static final List<String> MEDIANS = List.of(
            "seconds",
            "cpu_seconds",
            "peak_mb",
            "training_to_clusters_seconds",
            "choosing_rules_seconds",
            "blocking_to_scores_seconds");
    private static final List<String> FIGURES =
            List.of("candidate_pairs", "blocking_recall", "best_pair_f1", "pair_f1", "cluster_f1");

    private PeerTable() {}

    /** The section of the scoreboard's page; empty where nothing was run. */
    static String of(Path results) throws IOException {
        if (!Files.exists(results)) {
            return "";
        }
        StringBuilder page = new StringBuilder("""

                ## The peer, side by side

                Splink on DuckDB and Clew in turns on one machine of 2 cores, each a process of its own that reads the file and writes pairs and persons (`bench/run peer`). Seconds, processor seconds and memory are
                medians; figures of accuracy are of one more run, at the threshold of each (0.95 in its tutorials, 0.5 by default here). The peer's settings are those of its documentation, for `synth1m`
                those of the linking issue; its blocking rules are written by hand, so it has none to choose. Clew has default settings.

                """);
        page.append("| data set | tool | runs | ")
                .append(String.join(" | ", MEDIANS).replace('_', ' '))
                .append(" | ")
                .append(String.join(" | ", FIGURES).replace('_', ' '))
                .append(" | commit |\n|---|---|")
                .append("---:|".repeat(1 + MEDIANS.size() + FIGURES.size()))
                .append("---|\n");
        for (List<NamedCsvRecord> runs : latest(results)) {
            page.append(line(runs));
        }
        return page.toString();
    }

    /** The runs of one data set and tool, of their last day and commit; in the order in which these were first run. */
    private static List<List<NamedCsvRecord>> latest(Path results) throws IOException {
        Map<String, List<NamedCsvRecord>> byTool = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(results)) {
            for (NamedCsvRecord run : csv) {
                List<NamedCsvRecord> runs = byTool.computeIfAbsent(
                        run.getField("data_set") + run.getField("tool"), tool -> new ArrayList<>());
                if (!runs.isEmpty() && !made(runs.getLast()).equals(made(run))) {
                    runs.clear();
                }
                runs.add(run);
            }
        }
        return List.copyOf(byTool.values());
    }

    private static String made(NamedCsvRecord run) {
        return run.getField("date") + run.getField("commit");
    }

    private static String line(List<NamedCsvRecord> runs) {
        NamedCsvRecord last = runs.getLast();
        List<NamedCsvRecord> timed =
                runs.stream().filter(run -> !run.getField("run").equals(JUDGED)).toList();
        List<String> cells = new ArrayList<>(
                List.of(last.getField("data_set"), last.getField("tool"), String.valueOf(timed.size())));
        MEDIANS.forEach(column -> cells.add(median(timed, column)));
        FIGURES.forEach(column -> cells.add(last.getField(column)));
        cells.add(last.getField("commit"));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The middle one of some figures, the mean of two; not a number where there are none. */
    static double median(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static String median(List<NamedCsvRecord> runs, String column) {
        double median = median(runs.stream().mapToDouble(run -> Double.parseDouble(run.getField(column))));
        return column.equals("peak_mb")
                ? String.format(Locale.UK, "%,.0f", median)
                : String.format(Locale.UK, "%.2f", median);
    }
}
