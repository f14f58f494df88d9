package clew.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What explains that two are seen together, as it is told: as columns, by the first mention of the two. Not thread-safe. */
final class ReasonColumns {
    private static final int BITS_OF_SUBJECT = 24;
    private static final int BITS_OF_REASON = 16;

    private final Names subjects;
    private final Ints one = new Ints();
    private final Ints other = new Ints();
    private final Ints said = new Ints();
    /** Every different reason, of nobody in particular. */
    private final Map<ExplainedPairs.Reason, Integer> numbers = new HashMap<>();

    ReasonColumns(Names subjects) {
        this.subjects = subjects;
    }

    void add(ExplainedPairs.Reason reason) {
        one.add(subjects.add(reason.one()));
        other.add(subjects.add(reason.other()));
        said.add(numbers.computeIfAbsent(
                new ExplainedPairs.Reason("", "", reason.code(), reason.inferred()), word -> numbers.size()));
        if (numbers.size() > ExplainedPairs.MOST_REASONS) {
            throw new IllegalArgumentException(
                    "expected at most " + ExplainedPairs.MOST_REASONS + " different reasons, found more");
        }
    }

    /**
     * The pairs among those who were told. Of several reasons of a pair, a stated one before an inferred one, then the first by its code.
     *
     * @param numberOf of each by first mention; negative for who is not told
     */
    ExplainedPairs pairs(int[] numberOf) {
        List<ExplainedPairs.Reason> reasons = new ArrayList<>(numbers.keySet());
        reasons.sort(Comparator.comparing(ExplainedPairs.Reason::inferred).thenComparing(ExplainedPairs.Reason::code));
        int[] rank = new int[reasons.size()];
        for (int place = 0; place < rank.length; place++) {
            rank[numbers.getOrDefault(reasons.get(place), 0)] = place;
        }
        long[] keys = IntStream.range(0, one.size())
                .filter(place -> numberOf[one.get(place)] >= 0 && numberOf[other.get(place)] >= 0)
                .mapToLong(place -> key(numberOf[one.get(place)], numberOf[other.get(place)], rank[said.get(place)]))
                .toArray();
        Arrays.parallelSort(keys);
        return distinct(keys, reasons.toArray(ExplainedPairs.Reason[]::new));
    }

    /** The pair and the reason in one number, not negative; in the order of the pairs, then of the reasons. */
    private static long key(int one, int other, int reason) {
        long pair = (long) Math.min(one, other) << BITS_OF_SUBJECT | Math.max(one, other);
        return pair << BITS_OF_REASON | reason;
    }

    private static ExplainedPairs distinct(long[] keys, ExplainedPairs.Reason[] reasons) {
        long[] pairs = new long[keys.length];
        short[] words = new short[keys.length];
        int size = 0;
        for (long key : keys) {
            long pair = key >>> BITS_OF_REASON;
            long both = Pairs.key((int) (pair >>> BITS_OF_SUBJECT), (int) (pair & (1 << BITS_OF_SUBJECT) - 1));
            if (size == 0 || pairs[size - 1] != both) {
                pairs[size] = both;
                words[size++] = (short) key;
            }
        }
        return new ExplainedPairs(Arrays.copyOf(pairs, size), Arrays.copyOf(words, size), reasons);
    }
}
