package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;

/** Compares values by their letters: most differ at a quick look, the others are read once and remembered. */
abstract class SpelledComparator extends ValueComparator {
    /** A quick look has not told the level. */
    static final int UNTOLD = -1;

    /** Levels of equal values. */
    static final List<Slot.Outcome> EXACT = List.of(
            Slot.exact("the same, a rare value"),
            Slot.exact("the same, a usual value"),
            Slot.exact("the same, a common value"));

    final Dictionary texts;
    final Signatures signatures;
    private final int cache;

    /**
     * Compares the texts of a field.
     *
     * @param known which of its values are rare
     * @param cache number of the cache that it uses
     * @param ofDifferent levels of different values, from 4 on
     */
    SpelledComparator(Field field, Known known, int cache, Slot.Outcome... ofDifferent) {
        super(field, known.exactness(field), outcomes(ofDifferent));
        this.cache = cache;
        texts = field.dictionary();
        signatures = new Signatures(texts);
    }

    private static List<Slot.Outcome> outcomes(Slot.Outcome... ofDifferent) {
        List<Slot.Outcome> outcomes = new ArrayList<>(List.of(Slot.MISSING));
        outcomes.addAll(EXACT);
        outcomes.addAll(List.of(ofDifferent));
        return outcomes;
    }

    /** The level of two different values, or {@link #UNTOLD} when they must be read. */
    abstract int quickLevel(int low, int high);

    /** The level of two different values that a quick look does not tell. */
    abstract int level(int low, int high, StringKernel kernel);

    @Override
    final int levelOfDifferent(int low, int high, Scratch scratch) {
        int quick = quickLevel(low, high);
        return quick == UNTOLD ? read(low, high, scratch) : quick;
    }

    @Override
    final void addDifferent(PairBatch pairs, int shift, Scratch scratch) {
        int untold = 0;
        for (int i = 0; i < pairs.differing; i++) {
            int quick = quickLevel(pairs.low[i], pairs.high[i]);
            if (quick == UNTOLD) {
                pairs.move(i, untold++);
            } else {
                pairs.put(i, quick, shift);
            }
        }
        for (int i = 0; i < untold; i++) {
            pairs.put(i, read(pairs.low[i], pairs.high[i], scratch), shift);
        }
    }

    private int read(int low, int high, Scratch scratch) {
        LevelCache known = scratch.cache(cache);
        int level = known.get(low, high);
        if (level < 0) {
            level = level(low, high, scratch.kernel);
            known.put(low, high, level);
        }
        return level;
    }
}
