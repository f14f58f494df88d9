package clew.bench;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of the scoreboard: a value for every column. */
final class Line {

    /** The columns in the order of the file. Names are lower case there. New columns go to the end. */
    enum Column {
        COMMIT,
        DATE,
        CORES,
        DATA_SET,
        RECORDS,
        TRUE_PAIRS,
        CANDIDATE_PAIRS,
        /** Seconds by phase, {@code name=seconds} with blanks between. */
        PHASES,
        /** Of the whole command from its start to its end, files read and written. In lines without {@link #HOW} nothing was written. */
        TOTAL_SECONDS,
        /** Most resident memory of the process, as Linux tells. */
        PEAK_MB,
        BLOCKING_RECALL,
        THRESHOLD,
        PAIR_PRECISION,
        PAIR_RECALL,
        PAIR_F1,
        BEST_THRESHOLD,
        BEST_PAIR_F1,
        CLUSTER_PRECISION,
        CLUSTER_RECALL,
        CLUSTER_F1,
        /** Ends of the 95% interval of cluster F1, persons drawn anew. */
        CLUSTER_F1_LOW,
        CLUSTER_F1_HIGH,
        B_CUBED_PRECISION,
        B_CUBED_RECALL,
        B_CUBED_F1,
        /** Seconds of processor time of all threads: nearly the same on a busy machine. */
        CPU_SECONDS,
        /** Processes waiting for a processor when the run began, a minute's mean: well above 1 says the machine was busy. */
        LOAD,
        /** {@code command} when the product's own command was run in a process of its own; empty in older lines, where the engine was called. */
        HOW,
        PERSONS,
        /** What the run itself estimated without truth, at most. */
        ESTIMATED_BLOCKING_RECALL,
        BEST_CLUSTER_THRESHOLD,
        BEST_CLUSTER_F1,
        /** Ends of the 95% intervals, persons drawn anew. */
        PAIR_F1_LOW,
        PAIR_F1_HIGH,
        B_CUBED_F1_LOW,
        B_CUBED_F1_HIGH
    }

    private final Map<Column, String> values = new EnumMap<>(Column.class);

    /** The first line of the file. */
    static String header() {
        return Arrays.stream(Column.values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    /** Reads a line of the file; columns added since it was written are empty. */
    static Line parse(String text) {
        List<String> cells = Arrays.asList(text.split(",", -1));
        Line line = new Line();
        for (int i = 0; i < Math.min(cells.size(), Column.values().length); i++) {
            line.put(Column.values()[i], cells.get(i));
        }
        return line;
    }

    Line put(Column column, Object value) {
        String text = value.toString();
        if (text.contains(",") || text.contains("\n") || text.contains("\"")) {
            throw new IllegalArgumentException("expected a value without comma, quote or line end, found " + text);
        }
        values.put(column, text);
        return this;
    }

    /** Puts a figure between 0 and 1. */
    Line share(Column column, double value) {
        return put(column, String.format(Locale.ROOT, "%.6f", value));
    }

    Line seconds(Column column, double value) {
        return put(column, String.format(Locale.ROOT, "%.2f", value));
    }

    String get(Column column) {
        return values.getOrDefault(column, "");
    }

    /** This line as it stands in the file. */
    @Override
    public String toString() {
        return Arrays.stream(Column.values()).map(this::get).collect(Collectors.joining(","));
    }
}
