package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records to be linked, in columns: every value is held once and each record holds its number. Built once with {@link Builder}, then immutable and
 * thread-safe.
 */
public final class RecordTable {
    private final List<Column> columns;
    private final List<String> sources;
    private final int rows;
    private final int[] sourceOfRow;
    private final Texts ids;
    private final int[] idOfRow;
    private final Texts[] texts;
    private final int[][] codes;

    private RecordTable(Builder builder) {
        columns = builder.columns;
        sources = List.copyOf(builder.sources);
        rows = builder.rows;
        sourceOfRow = Arrays.copyOf(builder.sourceOfRow, rows);
        ids = builder.ids;
        idOfRow = Arrays.copyOf(builder.idOfRow, rows);
        texts = builder.texts;
        codes = builder.codes;
    }

    /**
     * A column that takes part in linking.
     *
     * @param name as in the source
     * @param kind of its values
     */
    public record Column(String name, Kind kind) {}

    public static Builder builder(List<Column> columns) {
        return new Builder(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** Names of the sources in the order they were added. */
    public List<String> sources() {
        return sources;
    }

    public int rows() {
        return rows;
    }

    /** Place of the record's source in {@link #sources()}. */
    public int sourceOf(int row) {
        return sourceOfRow[row];
    }

    public String idOf(int row) {
        return ids.text(idOfRow[row]);
    }

    /** The value as received; empty when there is none. */
    public String valueOf(int row, int column) {
        return texts[column].text(codes[column][row]);
    }

    /** Whether the record has no value here. */
    public boolean isMissing(int row, int column) {
        return codes[column][row] == 0;
    }

    int codeOf(int row, int column) {
        return codes[column][row];
    }

    Texts textsOf(int column) {
        return texts[column];
    }

    /** Takes records in, one after the other. Not thread-safe. */
    public static final class Builder {
        private final List<Column> columns;
        private final List<String> sources = new ArrayList<>();
        private final Texts ids = new Texts();
        private final Texts[] texts;
        private final int[][] codes;
        private int[] sourceOfRow = new int[1 << 10];
        private int[] idOfRow = new int[1 << 10];
        private int rows;

        private Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
            texts = new Texts[columns.size()];
            codes = new int[columns.size()][1 << 10];
            Arrays.setAll(texts, column -> new Texts());
        }

        /**
         * Adds one record.
         *
         * @param source its name
         * @param id unique within the source (not checked here)
         * @param values one for each column; empty or null when missing
         */
        public Builder add(String source, String id, @Nullable String... values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException("expected " + columns.size() + " values, found " + values.length);
            }
            if (rows == idOfRow.length) {
                grow();
            }
            sourceOfRow[rows] = sourceNumber(source);
            idOfRow[rows] = ids.number(id);
            for (int column = 0; column < values.length; column++) {
                String value = values[column];
                codes[column][rows] = value == null ? 0 : texts[column].number(value);
            }
            rows++;
            return this;
        }

        public RecordTable build() {
            return new RecordTable(this);
        }

        private int sourceNumber(String source) {
            int number = sources.lastIndexOf(source);
            if (number < 0) {
                sources.add(source);
                return sources.size() - 1;
            }
            return number;
        }

        private void grow() {
            sourceOfRow = Arrays.copyOf(sourceOfRow, rows * 2);
            idOfRow = Arrays.copyOf(idOfRow, rows * 2);
            for (int column = 0; column < codes.length; column++) {
                codes[column] = Arrays.copyOf(codes[column], rows * 2);
            }
        }
    }
}
