package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Records to be linked, in columns: every value is held once and each record holds its number. Built once, with {@link Builder} or from whole columns, then
 * immutable and thread-safe.
 */
public final class RecordTable {
    private final List<Column> columns;
    private final List<String> sources;
    private final int[] sourceOfRow;
    private final TextPool ids;
    private final List<TextColumn> values;
    private final int[] order;
    private final boolean uniqueIds;

    private RecordTable(
            List<Column> columns, List<String> sources, int[] sourceOfRow, TextPool ids, List<TextColumn> values) {
        this.columns = List.copyOf(columns);
        this.sources = List.copyOf(sources);
        this.sourceOfRow = sourceOfRow;
        this.ids = ids;
        this.values = values.stream().map(TextColumn::frozen).toList();
        CanonicalOrder canonical = CanonicalOrder.of(this.sources, sourceOfRow, ids);
        order = canonical.rows();
        uniqueIds = canonical.isUnique();
    }

    /**
     * A column that takes part in linking.
     *
     * @param name as in the source
     * @param kind of its values
     */
    public record Column(String name, Kind kind) {}

    /** A table to be filled record by record. */
    public static Builder builder(List<Column> columns) {
        return new Builder(columns);
    }

    /**
     * The table of whole columns, which must not grow any more.
     *
     * @param sources names of the sources
     * @param sourceOfRow place of each record's source among them
     * @param ids of the records, unique within each source
     * @param values one for each column
     */
    public static RecordTable of(
            List<Column> columns, List<String> sources, int[] sourceOfRow, TextPool ids, List<TextColumn> values) {
        boolean even = ids.size() == sourceOfRow.length
                && values.stream().allMatch(column -> column.rows() == sourceOfRow.length);
        if (values.size() != columns.size() || !even) {
            throw new IllegalArgumentException("expected " + columns.size() + " columns of " + sourceOfRow.length
                    + " rows, found " + values.size() + " columns of "
                    + values.stream().map(TextColumn::rows).toList() + " rows and " + ids.size() + " ids");
        }
        return new RecordTable(columns, sources, sourceOfRow, ids, values);
    }

    /**
     * The same records with these columns: each is the one of this name and kind, or of this kind where it is the only one, or all missing where there is none.
     *
     * @param wanted columns, in order
     */
    public RecordTable withColumns(List<Column> wanted) {
        return wanted.equals(columns)
                ? this
                : of(
                        wanted,
                        sources,
                        sourceOfRow,
                        ids,
                        wanted.stream()
                                .map(column -> valuesLike(column, wanted))
                                .toList());
    }

    private TextColumn valuesLike(Column wanted, List<Column> all) {
        int named = columns.indexOf(wanted);
        int only = onlyOne(columns, wanted.kind());
        if (named < 0 && (only < 0 || onlyOne(all, wanted.kind()) < 0)) {
            TextColumn missing = new TextColumn();
            missing.fill(rows());
            return missing;
        }
        return values.get(named < 0 ? only : named);
    }

    /** Place of the only column of a kind, or -1. */
    private static int onlyOne(List<Column> columns, Kind kind) {
        int found = -1;
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).kind() == kind) {
                if (found >= 0) {
                    return -1;
                }
                found = column;
            }
        }
        return found;
    }

    /** The columns that take part, in the order in which values were added. */
    public List<Column> columns() {
        return columns;
    }

    /** Names of the sources in the order they were added. */
    public List<String> sources() {
        return sources;
    }

    /** Number of records. */
    public int rows() {
        return sourceOfRow.length;
    }

    /** Place of the record's source in {@link #sources()}. */
    public int sourceOf(int row) {
        return sourceOfRow[row];
    }

    /** How many records each source has. Looks at every row once. */
    public long[] recordsBySource() {
        long[] records = new long[sources.size()];
        for (int source : sourceOfRow) {
            records[source]++;
        }
        return records;
    }

    /** The record's id, unique within its source. */
    public String idOf(int row) {
        return ids.text(row);
    }

    /**
     * The row of a record, found in O(log rows); empty where there is none.
     *
     * @param source its name
     * @param id within the source
     */
    public OptionalInt rowOf(String source, String id) {
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = order.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = order[middle];
            int bySource = sources.get(sourceOfRow[row]).compareTo(source);
            int compared = bySource != 0 ? bySource : ids.compare(row, utf8);
            if (compared == 0) {
                return OptionalInt.of(row);
            }
            low = compared < 0 ? middle + 1 : low;
            high = compared < 0 ? high : middle - 1;
        }
        return OptionalInt.empty();
    }

    /** The ids of all rows. */
    public TextPool ids() {
        return ids;
    }

    /** Whether no two records of one source have the same id. */
    public boolean hasUniqueIds() {
        return uniqueIds;
    }

    /** The value as received; empty when there is none. */
    public String valueOf(int row, int column) {
        return values.get(column).text(row);
    }

    /** Whether the record has no value here. */
    public boolean isMissing(int row, int column) {
        return codeOf(row, column) == 0;
    }

    /** How many records have no value in a column. Looks at every row once. */
    public int missing(int column) {
        return values.get(column).missing();
    }

    int codeOf(int row, int column) {
        return values.get(column).code(row);
    }

    Texts textsOf(int column) {
        return values.get(column).texts();
    }

    TextColumn values(int column) {
        return values.get(column);
    }

    /** The rows by source and id, whatever their order in the files. */
    int[] canonicalOrder() {
        return order;
    }

    /** Takes records in, one after the other. Not thread-safe. */
    public static final class Builder {
        private final List<Column> columns;
        private final List<String> sources = new ArrayList<>();
        private final TextPool ids = new TextPool();
        private final List<TextColumn> values = new ArrayList<>();
        private int[] sourceOfRow = new int[1 << 10];

        private Builder(List<Column> columns) {
            this.columns = List.copyOf(columns);
            columns.forEach(column -> values.add(new TextColumn()));
        }

        /**
         * Adds one record.
         *
         * @param source its name
         * @param id unique within the source (not checked here)
         * @param row one value for each column; empty or null when missing
         */
        public Builder add(String source, String id, @Nullable String... row) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException("expected " + columns.size() + " values, found " + row.length);
            }
            if (ids.size() == sourceOfRow.length) {
                sourceOfRow = Arrays.copyOf(sourceOfRow, ids.size() * 2);
            }
            sourceOfRow[ids.size()] = sourceNumber(source);
            ids.add(id);
            for (int column = 0; column < row.length; column++) {
                String value = row[column];
                values.get(column).add(value == null ? "" : value);
            }
            return this;
        }

        public RecordTable build() {
            return new RecordTable(columns, sources, Arrays.copyOf(sourceOfRow, ids.size()), ids, values);
        }

        private int sourceNumber(String source) {
            int number = sources.lastIndexOf(source);
            if (number < 0) {
                sources.add(source);
                return sources.size() - 1;
            }
            return number;
        }
    }
}
