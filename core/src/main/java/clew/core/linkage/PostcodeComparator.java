package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.partial;

import clew.core.linkage.Slot.Outcome;

/** Compares postcodes, written without spaces. Sector and district as in the United Kingdom: all but the last two characters, all but the last three. */
final class PostcodeComparator extends SpelledComparator {

    /** All but the last three characters agree. */
    static final Outcome SAME_DISTRICT = partial("the same district");

    private static final int DIFFERENT = 9;

    PostcodeComparator(Field field, Known known, int cache) {
        super(
                field,
                known,
                cache,
                close("one character different"),
                close("the same sector"),
                SAME_DISTRICT,
                partial("two characters different"),
                partial("the same area"),
                different("different"));
    }

    @Override
    int quickLevel(int low, int high) {
        long one = signatures.of(low);
        long other = signatures.of(high);
        if (Signatures.distanceAtLeast(one, other) <= 2) {
            return UNTOLD;
        }
        return Signatures.startAtMost(one, other) < 2 ? DIFFERENT : level(low, high, 3);
    }

    @Override
    int level(int low, int high, StringKernel kernel) {
        return level(low, high, texts.distance(kernel, low, high));
    }

    private int level(int low, int high, int distance) {
        if (distance <= 1) {
            return 4;
        }
        int length = texts.length(low);
        int shared = signatures.sharedStart(low, high);
        if (length == texts.length(high) && length >= 5) {
            if (shared >= length - 2) {
                return 5;
            }
            if (shared >= length - 3) {
                return 6;
            }
        }
        if (distance == 2) {
            return 7;
        }
        return shared >= 2 ? 8 : DIFFERENT;
    }
}
