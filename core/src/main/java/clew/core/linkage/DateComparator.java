package clew.core.linkage;

import static clew.core.linkage.Slot.close;
import static clew.core.linkage.Slot.different;
import static clew.core.linkage.Slot.exact;
import static clew.core.linkage.Slot.partial;

import java.util.List;

/** Compares dates of birth, whole, partial or defaulted to 1 January. */
final class DateComparator extends ValueComparator {
    /** Level of two equal full dates. */
    static final int SAME_DATE = 1;

    private static final int MONTH_AND_DAY = 0xFFFF;

    /** By value: the date as eight decimal digits, four bits each. */
    private final int[] dates;

    /**
     * Compares a field of dates.
     *
     * @param field whose texts are packed dates (see {@link DateParts})
     */
    DateComparator(Field field) {
        super(
                field,
                exactness(field),
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
                        different("different")));
        dates = new int[field.dictionary().size()];
        for (int code = 1; code < dates.length; code++) {
            dates[code] = digits(packed(field, code));
        }
    }

    private static Exactness exactness(Field field) {
        byte[] levels = new byte[field.dictionary().size()];
        for (int code = 1; code < levels.length; code++) {
            levels[code] = (byte) (DateParts.isYearOnly(packed(field, code)) ? 2 : SAME_DATE);
        }
        return new Exactness(field, levels);
    }

    private static int packed(Field field, int code) {
        return field.dictionary().asNumber(code);
    }

    private static int digits(int packed) {
        int digits = 0;
        for (int rest = packed, shift = 0; rest != 0; rest /= 10, shift += 4) {
            digits |= rest % 10 << shift;
        }
        return digits;
    }

    @Override
    int levelOfDifferent(int low, int high, Scratch scratch) {
        return level(dates[low], dates[high]);
    }

    @Override
    void addDifferent(PairBatch pairs, int shift, Scratch scratch) {
        for (int i = 0; i < pairs.differing; i++) {
            pairs.put(i, level(dates[pairs.low[i]], dates[pairs.high[i]]), shift);
        }
    }

    private static int level(int a, int b) {
        int differing = a ^ b;
        boolean sameYear = differing >>> 16 == 0;
        boolean sameDay = (differing & MONTH_AND_DAY) == 0;
        if (isYearOnly(a) || isYearOnly(b)) {
            return partialLevel(differing, sameYear, sameDay);
        }
        int digits = count(differing);
        if (sameYear && (a >>> 8 & 0xFF) == (b & 0xFF) && (b >>> 8 & 0xFF) == (a & 0xFF)) {
            return 3;
        }
        if (digits == 1) {
            return 4;
        }
        if (digits == 2 && neighboursSwapped(a, b)) {
            return 5;
        }
        if (differing >>> 8 == 0) {
            return 7;
        }
        if (sameDay) {
            return 8;
        }
        return digits == 2 ? 9 : sameYear ? 10 : 11;
    }

    private static int partialLevel(int differing, boolean sameYear, boolean sameDay) {
        if (sameYear) {
            return 6;
        }
        return sameDay && count(differing >>> 16) == 1 ? 8 : 11;
    }

    /** As {@link DateParts#isYearOnly}, on digits. */
    private static boolean isYearOnly(int digits) {
        int rest = digits & MONTH_AND_DAY;
        return rest == 0 || rest == 0x0101 || rest == 0x0100;
    }

    /** How many of the eight digits are not 0. */
    private static int count(int digits) {
        return Integer.bitCount((digits | digits >>> 1 | digits >>> 2 | digits >>> 3) & 0x11111111);
    }

    private static boolean neighboursSwapped(int a, int b) {
        int place = Integer.numberOfTrailingZeros(a ^ b) & ~3;
        int one = a >>> place & 0xFF;
        int other = b >>> place & 0xFF;
        return (one & 15) == other >>> 4 && one >>> 4 == (other & 15);
    }
}
