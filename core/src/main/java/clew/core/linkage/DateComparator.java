package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.List;

/** Compares dates of birth, whole, partial or defaulted to 1 January. */
final class DateComparator implements Comparator {
    /** Level of two equal full dates. */
    static final int SAME_DATE = 1;

    private final Field field;
    private final int[] dates;
    private final Exactness exactness;
    private final Slot slot;

    /**
     * Compares a field of dates.
     *
     * @param field whose texts are packed dates (see {@link DateParts})
     */
    DateComparator(Field field) {
        this.field = field;
        dates = new int[field.dictionary().size()];
        byte[] levels = new byte[dates.length];
        for (int code = 1; code < dates.length; code++) {
            dates[code] = Integer.parseInt(field.dictionary().text(code));
            levels[code] = (byte) (DateParts.isYearOnly(dates[code]) ? 2 : 1);
        }
        exactness = new Exactness(field, levels);
        slot = new Slot(
                field.name(),
                field.columns(),
                List.of(
                        Slot.MISSING,
                        exact("the same date"),
                        exact("the same year, both only a year or 1 January"),
                        close("day and month swapped"),
                        close("one digit different"),
                        close("two neighbouring digits swapped"),
                        partial("the same year, one only a year or 1 January"),
                        partial("the same year and month"),
                        partial("the same day and month, another year"),
                        partial("two digits different"),
                        partial("the same year"),
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
        return a == b ? exactness.level(a) : level(dates[a], dates[b]);
    }

    private static int level(int a, int b) {
        boolean sameYear = DateParts.year(a) == DateParts.year(b);
        if (DateParts.isYearOnly(a) || DateParts.isYearOnly(b)) {
            return partialLevel(a, b, sameYear);
        }
        int digits = differingDigits(a, b);
        if (sameYear && DateParts.month(a) == DateParts.day(b) && DateParts.day(a) == DateParts.month(b)) {
            return 3;
        }
        if (digits == 1) {
            return 4;
        }
        if (digits == 2 && neighboursSwapped(a, b)) {
            return 5;
        }
        if (sameYear && DateParts.month(a) == DateParts.month(b)) {
            return 7;
        }
        if (!sameYear && a % 10_000 == b % 10_000) {
            return 8;
        }
        return digits == 2 ? 9 : sameYear ? 10 : 11;
    }

    private static int partialLevel(int a, int b, boolean sameYear) {
        if (sameYear) {
            return 6;
        }
        return differingDigits(DateParts.year(a), DateParts.year(b)) == 1 && a % 10_000 == b % 10_000 ? 8 : 11;
    }

    private static int differingDigits(int a, int b) {
        int count = 0;
        for (int x = a, y = b; x != 0 || y != 0; x /= 10, y /= 10) {
            count += x % 10 == y % 10 ? 0 : 1;
        }
        return count;
    }

    private static boolean neighboursSwapped(int a, int b) {
        int x = a;
        int y = b;
        while (x % 10 == y % 10) {
            x /= 10;
            y /= 10;
        }
        return x % 10 == y / 10 % 10 && x / 10 % 10 == y % 10;
    }
}
