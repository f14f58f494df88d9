package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.List;

/** Compares postcodes, written without spaces. Sector and district as in the United Kingdom: all but the last two characters, all but the last three. */
final class PostcodeComparator implements Comparator {
    private final Field field;
    private final Exactness exactness;
    private final int cache;
    private final Slot slot;

    PostcodeComparator(Field field, int cache) {
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
                        close("the same sector"),
                        partial("the same district"),
                        partial("two characters different"),
                        partial("the same area"),
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
        int distance = texts.distance(kernel, a, b);
        if (distance <= 1) {
            return 4;
        }
        String left = texts.text(a);
        String right = texts.text(b);
        if (left.length() == right.length() && left.length() >= 5) {
            if (left.regionMatches(0, right, 0, left.length() - 2)) {
                return 5;
            }
            if (left.regionMatches(0, right, 0, left.length() - 3)) {
                return 6;
            }
        }
        if (distance == 2) {
            return 7;
        }
        return left.length() >= 2 && right.length() >= 2 && left.regionMatches(0, right, 0, 2) ? 8 : 9;
    }
}
