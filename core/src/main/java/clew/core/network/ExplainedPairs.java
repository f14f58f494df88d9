package clew.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Pairs of subjects whose being together has a reason: kin, household, carer, placement, school class, caseload. */
final class ExplainedPairs {
    /**
     * Why two subjects are seen together.
     *
     * @param inferred whether nobody stated it and it was worked out
     */
    record Reason(String one, String other, String code, boolean inferred) {
        String words() {
            return inferred ? code + " (inferred)" : code;
        }
    }

    private final long[] pairs;
    private final Reason[] reasons;

    private ExplainedPairs(long[] pairs, Reason[] reasons) {
        this.pairs = pairs;
        this.reasons = reasons;
    }

    /** Of several reasons of a pair, a stated one before an inferred one, then the first by its code. */
    static ExplainedPairs of(List<Reason> reasons, Map<String, Integer> numbers) {
        List<Map.Entry<Long, Reason>> known = reasons.stream()
                .filter(reason -> numbers.containsKey(reason.one) && numbers.containsKey(reason.other))
                .map(reason -> Map.entry(Pairs.key(number(numbers, reason.one), number(numbers, reason.other)), reason))
                .sorted(Comparator.<Map.Entry<Long, Reason>, Long>comparing(Map.Entry::getKey)
                        .thenComparing(entry -> entry.getValue().inferred)
                        .thenComparing(entry -> entry.getValue().code))
                .toList();
        long[] pairs = new long[known.size()];
        Reason[] kept = new Reason[known.size()];
        int size = 0;
        for (Map.Entry<Long, Reason> entry : known) {
            if (size == 0 || pairs[size - 1] != entry.getKey()) {
                pairs[size] = entry.getKey();
                kept[size++] = entry.getValue();
            }
        }
        return new ExplainedPairs(Arrays.copyOf(pairs, size), Arrays.copyOf(kept, size));
    }

    private static int number(Map<String, Integer> numbers, String id) {
        return Objects.requireNonNull(numbers.get(id));
    }

    boolean has(int one, int other) {
        return Arrays.binarySearch(pairs, Pairs.key(one, other)) >= 0;
    }

    @Nullable
    String reason(int one, int other) {
        int place = Arrays.binarySearch(pairs, Pairs.key(one, other));
        return place < 0 ? null : reasons[place].words();
    }

    /** All reasons. */
    List<Reason> all(String[] ids) {
        List<Reason> all = new ArrayList<>();
        for (int at = 0; at < pairs.length; at++) {
            all.add(new Reason(
                    ids[Pairs.first(pairs[at])], ids[Pairs.second(pairs[at])], reasons[at].code, reasons[at].inferred));
        }
        return all;
    }

    /** The reasons of pairs of which both are among some subjects. */
    List<Reason> among(SortedSet<Integer> some, String[] ids) {
        List<Reason> among = new ArrayList<>();
        for (int one : some) {
            int place = Arrays.binarySearch(pairs, (long) one << 32);
            for (int at = place < 0 ? -place - 1 : place; at < pairs.length && Pairs.first(pairs[at]) == one; at++) {
                if (some.contains(Pairs.second(pairs[at]))) {
                    Reason reason = reasons[at];
                    among.add(new Reason(ids[one], ids[Pairs.second(pairs[at])], reason.code, reason.inferred));
                }
            }
        }
        return among;
    }
}
