package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.List;

/** Compares names of places, streets, organisations, occupations and the like. */
final class TextComparator implements Comparator {
    private static final int FIRST_NEAR = 4;
    private final Field field;
    private final Exactness exactness;
    private final int cache;
    private final Slot slot;

    TextComparator(Field field, int cache) {
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
                        close("one letter different"),
                        close("much alike"),
                        partial("a word shared"),
                        partial("somewhat alike"),
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
        return a == b
                ? exactness.level(a)
                : likeness(field.dictionary(), Math.min(a, b), Math.max(a, b), scratch, cache) + FIRST_NEAR;
    }

    /** 0 one letter different, 1 much alike, 2 a word shared, 3 somewhat alike, 4 different. */
    static int likeness(Dictionary texts, int low, int high, Scratch scratch, int cache) {
        LevelCache known = scratch.cache(cache);
        int level = known.get(low, high);
        if (level < 0) {
            level = compute(texts, low, high, scratch.kernel);
            known.put(low, high, level);
        }
        return level;
    }

    private static int compute(Dictionary texts, int a, int b, StringKernel kernel) {
        int shorter = Math.min(texts.length(a), texts.length(b));
        int longer = Math.max(texts.length(a), texts.length(b));
        double alike = texts.jaroWinkler(kernel, a, b);
        if (alike >= 0.75 && shorter >= 3) {
            int distance = longer - shorter > 2 ? 3 : texts.distance(kernel, a, b);
            if (distance <= 1) {
                return 0;
            }
            if (alike >= 0.92 || distance == 2 && shorter >= 6) {
                return 1;
            }
        }
        if (sharesPart(texts, a, b)) {
            return 2;
        }
        return alike >= 0.8 ? 3 : 4;
    }

    private static boolean sharesPart(Dictionary texts, int a, int b) {
        return contains(texts.parts(a), b) || contains(texts.parts(b), a) || overlap(texts.parts(a), texts.parts(b));
    }

    private static boolean overlap(int[] left, int[] right) {
        for (int part : left) {
            if (contains(right, part)) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(int[] parts, int wanted) {
        for (int part : parts) {
            if (part == wanted) {
                return true;
            }
        }
        return false;
    }
}
