package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.partial;

/** Compares what is written as a code: identifiers, telephone and house numbers, e-mail addresses, sex. */
final class CodeComparator extends SpelledComparator {
    private static final int SAME_BEGINNING = 6;
    private static final int DIFFERENT = 7;

    CodeComparator(Field field, Known known, int cache) {
        super(
                field,
                known,
                cache,
                close("one character different"),
                partial("two characters different"),
                partial("the same beginning"),
                different("different"));
    }

    @Override
    int quickLevel(int low, int high) {
        long one = signatures.of(low);
        long other = signatures.of(high);
        if (Signatures.distanceAtLeast(one, other) <= 2) {
            return UNTOLD;
        }
        return Signatures.startAtMost(one, other) < 3 ? DIFFERENT : farLevel(low, high);
    }

    @Override
    int level(int low, int high, StringKernel kernel) {
        int shorter = Math.min(texts.length(low), texts.length(high));
        int distance = shorter < 2 ? 3 : texts.distance(kernel, low, high);
        if (distance == 1) {
            return 4;
        }
        return distance == 2 && shorter >= 5 ? 5 : farLevel(low, high);
    }

    /** At least four characters and half of the longer are a shared beginning. */
    private int farLevel(int low, int high) {
        int shared = signatures.sharedStart(low, high);
        return shared >= 4 && shared * 2 >= Math.max(texts.length(low), texts.length(high))
                ? SAME_BEGINNING
                : DIFFERENT;
    }
}
