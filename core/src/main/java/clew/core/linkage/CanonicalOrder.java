package clew.core.linkage;

import java.util.Arrays;
import java.util.List;

/**
 * The order of records by source and id, in which the engine works, so that the order of rows in a file changes nothing. Ids are sorted eight bytes at a time,
 * without an object for each; equal ids stay in the order of their rows.
 */
final class CanonicalOrder {
    /** Runs up to this length are sorted by insertion. */
    private static final int SHORT = 24;

    private final TextPool ids;
    private final int[] rows;
    /** No two alike were met; not looked for where it is false from the beginning. */
    private boolean unique;

    private CanonicalOrder(TextPool ids, int[] rows, boolean looksForSame) {
        this.ids = ids;
        this.rows = rows;
        unique = looksForSame;
    }

    /** The order of all rows of a table. */
    static CanonicalOrder of(List<String> sources, int[] sourceOfRow, TextPool ids) {
        int[] rank = ranks(sources);
        int[] start = new int[sources.size() + 1];
        for (int source : sourceOfRow) {
            start[rank[source] + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] rows = new int[sourceOfRow.length];
        int[] next = start.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[rank[sourceOfRow[row]]]++] = row;
        }
        CanonicalOrder order = new CanonicalOrder(ids, rows, true);
        for (int i = 1; i < start.length; i++) {
            order.sort(start[i - 1], start[i], order.common(start[i - 1], start[i]));
        }
        return order;
    }

    /** Row of the table for each place in the order. */
    int[] rows() {
        return rows;
    }

    /** Whether no two rows of one source have the same id. */
    boolean isUnique() {
        return unique;
    }

    /** Sorts a run of numbers of texts by the code points of the texts. */
    static void sort(TextPool texts, int[] numbers, int from, int to) {
        CanonicalOrder order = new CanonicalOrder(texts, numbers, false);
        order.sort(from, to, order.common(from, to));
    }

    private static int[] ranks(List<String> sources) {
        String[] sorted = sources.stream().sorted().toArray(String[]::new);
        return sources.stream()
                .mapToInt(source -> Arrays.binarySearch(sorted, source))
                .toArray();
    }

    /** How many bytes all ids of a run begin with alike. */
    private int common(int from, int to) {
        int common = from == to ? 0 : ids.length(rows[from]);
        for (int i = from + 1; i < to && common > 0; i++) {
            int length = Math.min(common, ids.length(rows[i]));
            int same = 0;
            while (same < length && ids.at(rows[i], same) == ids.at(rows[from], same)) {
                same++;
            }
            common = same;
        }
        return common;
    }

    /** Sorts a run whose ids are alike in the bytes before a place. */
    private void sort(int from, int to, int place) {
        if (to - from <= SHORT) {
            insert(from, to);
            return;
        }
        int[] part = Arrays.copyOfRange(rows, from, to);
        long[] keys = new long[part.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = ids.eight(part[i], place) ^ Long.MIN_VALUE;
        }
        LongSort.Moving sorted = LongSort.sort(keys, part);
        System.arraycopy(sorted.order(), 0, rows, from, part.length);
        sortRuns(from, sorted.keys(), place + Long.BYTES);
    }

    /** Sorts each run of equal keys by what comes after a place. */
    private void sortRuns(int from, long[] keys, int place) {
        for (int i = 0; i < keys.length; ) {
            int end = i + 1;
            while (end < keys.length && keys[end] == keys[i]) {
                end++;
            }
            if (end - i > 1) {
                sortAlike(from + i, from + end, place);
            }
            i = end;
        }
    }

    /** Sorts a run whose ids are alike in the bytes before a place, most often to their end. */
    private void sortAlike(int from, int to, int place) {
        if (anyLonger(from, to, place)) {
            sort(from, to, place);
        } else {
            lookForSame(from, to);
        }
    }

    private void lookForSame(int from, int to) {
        for (int i = from + 1; i < to && unique; i++) {
            unique = ids.compare(rows[i - 1], rows[i]) != 0;
        }
    }

    private boolean anyLonger(int from, int to, int length) {
        for (int i = from; i < to; i++) {
            if (ids.length(rows[i]) > length) {
                return true;
            }
        }
        return false;
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int row = rows[i];
            int at = i;
            while (at > from && ids.compare(rows[at - 1], row) > 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
        lookForSame(from, to);
    }
}
