package clew.bench;

import clew.bench.Line.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The kept lines of all runs, and the table that shows the latest of each data set.
 *
 * @param file the CSV file; the table is written beside it with the ending {@code .md}
 */
record Results(Path file) {

    private static final List<String> HEADINGS = List.of(
            "data set",
            "records",
            "pairs compared",
            "seconds",
            "processor seconds",
            "peak MB",
            "recall of blocking",
            "pair F1",
            "best pair F1",
            "cluster precision",
            "cluster recall",
            "cluster F1",
            "B-cubed F1",
            "commit");

    /** Adds a line, and writes the table anew. */
    void add(Line line) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Line.header() + "\n");
        }
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        Files.writeString(file.resolveSibling(tableName()), table());
    }

    private String tableName() {
        return file.getFileName().toString().replaceFirst("\\.csv$", "") + ".md";
    }

    /** The latest line of each data set as a Markdown table, data sets in the order they were first run. */
    String table() throws IOException {
        Map<String, Line> latest = new LinkedHashMap<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(Line::parse)
                .forEach(line -> latest.put(line.get(Column.DATA_SET), line));
        StringBuilder table = new StringBuilder();
        table.append("| ").append(String.join(" | ", HEADINGS)).append(" |\n|---|");
        table.append("---:|".repeat(HEADINGS.size() - 2)).append("---|\n");
        latest.values()
                .forEach(line -> table.append("| ")
                        .append(String.join(" | ", cells(line)))
                        .append(" |\n"));
        return table.toString();
    }

    private static List<String> cells(Line line) {
        return List.of(
                line.get(Column.DATA_SET),
                count(line.get(Column.RECORDS)),
                count(line.get(Column.CANDIDATE_PAIRS)),
                line.get(Column.TOTAL_SECONDS),
                line.get(Column.CPU_SECONDS),
                count(line.get(Column.PEAK_MB)),
                share(line.get(Column.BLOCKING_RECALL)),
                share(line.get(Column.PAIR_F1)),
                share(line.get(Column.BEST_PAIR_F1)),
                share(line.get(Column.CLUSTER_PRECISION)),
                share(line.get(Column.CLUSTER_RECALL)),
                share(line.get(Column.CLUSTER_F1)),
                share(line.get(Column.B_CUBED_F1)),
                line.get(Column.COMMIT));
    }

    private static String count(String number) {
        return number.isEmpty() ? "" : String.format(Locale.UK, "%,d", Long.parseLong(number));
    }

    private static String share(String figure) {
        return figure.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", Double.parseDouble(figure));
    }
}
