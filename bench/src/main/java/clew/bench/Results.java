package clew.bench;

import clew.bench.Line.Column;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The kept lines of all runs, and the page that shows the latest of each data set, the peer's published figures and how seconds and memory grow.
 *
 * @param file the CSV file; the page is written beside it with the ending {@code .md}, and {@code growth.svg}
 */
record Results(Path file) {

    private static final List<String> HEADINGS = List.of(
            "data set",
            "records",
            "pairs compared",
            "seconds",
            "processor seconds",
            "peak MB",
            "recall of blocking (estimated, at most)",
            "pair F1 (best)",
            "cluster precision",
            "cluster recall",
            "cluster F1 (best)",
            "95% interval of cluster F1",
            "B-cubed F1",
            "commit");

    /** Adds a line, and writes the page anew. */
    void add(Line line) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Line.header() + "\n");
        }
        renewHeader();
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        show();
    }

    /** Columns may have come since the file was begun: lines stay, the header is today's. */
    private void renewHeader() throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (!lines.get(0).equals(Line.header())) {
            lines.set(0, Line.header());
            Files.write(file, lines);
        }
    }

    /** Writes the page and the picture of growth. */
    void show() throws IOException {
        Map<String, Line> latest = latest();
        Growth growth = Growth.of(latest.values());
        StringBuilder page = new StringBuilder(table(latest));
        page.append("\nA `*` marks seconds of older lines, in which the engine was called and nothing was written.\n");
        if (growth.points().size() > 1) {
            Files.writeString(file.resolveSibling("growth.svg"), growth.picture());
            page.append("\n## Growth\n\n![")
                    .append(growth.inWords())
                    .append("](growth.svg)\n\n")
                    .append(growth.inWords())
                    .append("\n");
        }
        page.append(PeerTable.of(file.resolveSibling("side-by-side.csv")));
        page.append(peer());
        Files.writeString(file.resolveSibling(tableName()), page);
    }

    private String tableName() {
        return file.getFileName().toString().replaceFirst("\\.csv$", "") + ".md";
    }

    /** The latest line of each data set, data sets in the order they were first run. */
    private Map<String, Line> latest() throws IOException {
        Map<String, Line> latest = new LinkedHashMap<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(Line::parse)
                .forEach(line -> latest.put(line.get(Column.DATA_SET), line));
        return latest;
    }

    private static String table(Map<String, Line> latest) {
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
                line.get(Column.TOTAL_SECONDS) + (line.get(Column.HOW).isEmpty() ? "*" : ""),
                line.get(Column.CPU_SECONDS),
                count(line.get(Column.PEAK_MB)),
                beside(line, Column.BLOCKING_RECALL, Column.ESTIMATED_BLOCKING_RECALL),
                beside(line, Column.PAIR_F1, Column.BEST_PAIR_F1),
                share(line.get(Column.CLUSTER_PRECISION)),
                share(line.get(Column.CLUSTER_RECALL)),
                beside(line, Column.CLUSTER_F1, Column.BEST_CLUSTER_F1),
                interval(line.get(Column.CLUSTER_F1_LOW), line.get(Column.CLUSTER_F1_HIGH)),
                share(line.get(Column.B_CUBED_F1)),
                line.get(Column.COMMIT));
    }

    private static String beside(Line line, Column figure, Column other) {
        return share(line.get(figure)) + (line.get(other).isEmpty() ? "" : " (" + share(line.get(other)) + ")");
    }

    private static String interval(String low, String high) {
        return low.isEmpty() ? "" : share(low) + " to " + share(high);
    }

    private static String count(String number) {
        return number.isEmpty() ? "" : String.format(Locale.UK, "%,d", Long.parseLong(number));
    }

    private static String share(String figure) {
        return figure.isEmpty() ? "" : String.format(Locale.ROOT, "%.4f", Double.parseDouble(figure));
    }

    /** The peer's figures as a table, where they lie beside the file. */
    private String peer() throws IOException {
        Path published = file.resolveSibling("peer.csv");
        if (!Files.exists(published)) {
            return "";
        }
        StringBuilder table = new StringBuilder("""

                ## The peer, measured elsewhere

                Splink 5 on DuckDB with its documented settings, on another machine of 2 cores; seconds are the whole of training, scoring and clustering there, without the start of
                the program and the writing of files. **Not side by side.**

                """);
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(published)) {
            int row = 0;
            for (CsvRecord line : csv) {
                table.append("| ")
                        .append(String.join(" | ", line.getFields()).replace('_', ' '))
                        .append(" |\n");
                if (row++ == 0) {
                    table.append("|---|")
                            .append("---:|".repeat(line.getFieldCount() - 1))
                            .append("\n");
                }
            }
        }
        return table.toString();
    }
}
