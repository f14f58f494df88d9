package clew.core.linkage.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        int largest = IntStream.of(sizes).max().orElse(0);
        List<SizeBand> bands = new ArrayList<>();
        int from = 1;
        long[] persons = new long[ENDS.length];
        for (int size : sizes) {
            int place = Arrays.binarySearch(ENDS, size);
            persons[place < 0 ? -place - 1 : place]++;
        }
        for (int i = 0; i < ENDS.length; i++) {
            int end = ENDS[i];
            if (from <= largest) {
                bands.add(new SizeBand(from, Math.min(end, largest), persons[i]));
            }
            from = end == Integer.MAX_VALUE ? end : end + 1;
        }
        return bands;
    }

    /** The sizes in words, such as {@code "6 to 10 records"}. */
    public String words() {
        if (from == to) {
            return from == 1 ? "1 record" : Words.count(from) + " records";
        }
        return Words.count(from) + " to " + Words.count(to) + " records";
    }
}
