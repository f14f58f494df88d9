package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.List;

/** Compares what is written as a code: identifiers, telephone and house numbers, e-mail addresses, sex. */
final class CodeComparator implements Comparator {
    private final Field field;
    private final Exactness exactness;
    private final int cache;
    private final Slot slot;

    CodeComparator(Field field, int cache) {
        this.field = field;
        this.cache = cache;
        exactness = Exactness.byRarity(field);
        slot = new Slot(
                field.name(),
                field.columns(),
                List.of(
                        Slot.MISSING,
                        exact("the same, a rare value"),
                        exact("the same, a usual value"),
                        exact("the same, a common value"),
                        close("one character different"),
                        partial("two characters different"),
                        partial("the same beginning"),
                        different("different")),
                exactness,
                null);
    }

    @Override
    public List<Slot> slots() {
        return List.of(slot);
    }

    @Override
    public long levels(int left, int right, Scratch scratch) {
        int a = field.code(left);
        int b = field.code(right);
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? exactness.level(a) : level(Math.min(a, b), Math.max(a, b), scratch);
    }

    private int level(int a, int b, Scratch scratch) {
        LevelCache known = scratch.cache(cache);
        int level = known.get(a, b);
        if (level < 0) {
            level = compute(a, b, scratch.kernel);
            known.put(a, b, level);
        }
        return level;
    }

    private int compute(int a, int b, StringKernel kernel) {
        Dictionary texts = field.dictionary();
        int shorter = Math.min(texts.length(a), texts.length(b));
        int longer = Math.max(texts.length(a), texts.length(b));
        if (shorter >= 2 && longer - shorter <= 2) {
            int distance = texts.distance(kernel, a, b);
            if (distance == 1) {
                return 4;
            }
            if (distance == 2 && shorter >= 5) {
                return 5;
            }
        }
        return sharesBeginning(texts, a, b, shorter, longer) ? 6 : 7;
    }

    /** At least four characters and half of the longer. */
    private static boolean sharesBeginning(Dictionary texts, int a, int b, int shorter, int longer) {
        int shared = 0;
        while (shared < shorter && texts.symbol(a, shared) == texts.symbol(b, shared)) {
            shared++;
        }
        return shared >= 4 && shared * 2 >= longer;
    }
}
