package clew.core.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** The most different reasons. */
    static final int MOST_REASONS = 1 << 16;

    private final long[] pairs;
    private final short[] words;
    private final Reason[] reasons;

    /**
     * @param pairs ascending, each once
     * @param words of each the number of its reason
     * @param reasons what is said of a pair, by number; of nobody in particular
     */
    ExplainedPairs(long[] pairs, short[] words, Reason[] reasons) {
        this.pairs = pairs;
        this.words = words;
        this.reasons = reasons;
    }

    boolean has(int one, int other) {
        return Arrays.binarySearch(pairs, Pairs.key(one, other)) >= 0;
    }

    @Nullable
    String reason(int one, int other) {
        int place = Arrays.binarySearch(pairs, Pairs.key(one, other));
        return place < 0 ? null : said(place).words();
    }

    /** All reasons. */
    List<Reason> all(String[] ids) {
        List<Reason> all = new ArrayList<>();
        for (int at = 0; at < pairs.length; at++) {
            all.add(reason(at, ids));
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
                    among.add(reason(at, ids));
                }
            }
        }
        return among;
    }

    private Reason reason(int place, String[] ids) {
        Reason said = said(place);
        return new Reason(ids[Pairs.first(pairs[place])], ids[Pairs.second(pairs[place])], said.code, said.inferred);
    }

    private Reason said(int place) {
        return reasons[words[place] & MOST_REASONS - 1];
    }
}
