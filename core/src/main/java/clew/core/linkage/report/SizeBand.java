package clew.core.linkage.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Persons with about one number of records.
 *
 * @param from fewest records
 * @param to most records
 * @param persons how many persons
 */
public record SizeBand(int from, int to, long persons) {

    private static final int[] ENDS = {1, 2, 3, 4, 5, 10, 20, 50, 100, 1_000, Integer.MAX_VALUE};

    /** Persons by number of records, up to the largest. */
    static List<SizeBand> of(int[] sizes) {
        long[] bySize = bySize(sizes);
        int largest = bySize.length - 1;
        List<SizeBand> bands = new ArrayList<>();
        int from = 1;
        for (int end : ENDS) {
            if (from <= largest) {
                int to = Math.min(end, largest);
                bands.add(new SizeBand(
                        from,
                        to,
                        LongStream.of(bySize).limit(to + 1L).skip(from).sum()));
            }
            from = end == Integer.MAX_VALUE ? end : end + 1;
        }
        return bands;
    }

    private static long[] bySize(int[] sizes) {
        int largest = 0;
        for (int size : sizes) {
            largest = Math.max(largest, size);
        }
        long[] bySize = new long[largest + 1];
        for (int size : sizes) {
            bySize[size]++;
        }
        return bySize;
    }

    /** The sizes in words, such as {@code "6 to 10 records"}. */
    public String words() {
        if (from == to) {
            return from == 1 ? "1 record" : Words.count(from) + " records";
        }
        return Words.count(from) + " to " + Words.count(to) + " records";
    }
}
