package clew.core.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The order of records by source and id, in which the engine works, so that the order of rows in a file changes nothing. */
final class CanonicalOrder {
    private CanonicalOrder() {}

    /** Row of the table for each place in the order. */
    static int[] of(RecordTable table) {
        String[] ids = IntStream.range(0, table.rows()).mapToObj(table::idOf).toArray(String[]::new);
        int[] rankOfSource = ranks(table);
        Comparator<Integer> bySourceAndId = Comparator.<Integer>comparingInt(row -> rankOfSource[table.sourceOf(row)])
                .thenComparing(row -> ids[row]);
        Integer[] rows = IntStream.range(0, table.rows()).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(rows, bySourceAndId);
        return Arrays.stream(rows).mapToInt(row -> row).toArray();
    }

    private static int[] ranks(RecordTable table) {
        String[] sorted = table.sources().stream().sorted().toArray(String[]::new);
        return table.sources().stream()
                .mapToInt(source -> Arrays.binarySearch(sorted, source))
                .toArray();
    }
}
