package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.partial;

/** Compares names of places, streets, organisations, occupations and the like. */
final class TextComparator extends SpelledComparator {
    private static final int FIRST_NEAR = 4;
    private final Likeness likeness;

    TextComparator(Field field, Known known, int cache) {
        super(
                field,
                known,
                cache,
                close("one letter different"),
                close("much alike"),
                partial("a word shared"),
                partial("somewhat alike"),
                different("different"));
        likeness = new Likeness(texts, signatures);
    }

    @Override
    int quickLevel(int low, int high) {
        return likeness.isClearlyNone(low, high) ? FIRST_NEAR + Likeness.NONE : UNTOLD;
    }

    @Override
    int level(int low, int high, StringKernel kernel) {
        return FIRST_NEAR + likeness.of(low, high, kernel);
    }
}
