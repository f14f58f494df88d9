package clew.core.simulate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.LongStream;

/** The earliest day known for each of many numbers, by open addressing: about 20 bytes a number. Numbers are 0 or more. Not thread-safe. */
final class EarliestDays {

    private long[] numbers = filled(1 << 10);
    private int[] days = new int[1 << 10];
    private int size;

    private static long[] filled(int length) {
        long[] empty = new long[length];
        Arrays.fill(empty, -1);
        return empty;
    }

    void see(long number, LocalDate day) {
        if (size * 3L > numbers.length * 2L) {
            grow();
        }
        see(number, (int) day.toEpochDay());
    }

    private void see(long number, int day) {
        int at = slot(number);
        if (numbers[at] < 0) {
            numbers[at] = number;
            days[at] = day;
            size++;
        }
        days[at] = Math.min(days[at], day);
    }

    private int slot(long number) {
        int at = (int) Draw.hash(0, "slot", number) & (numbers.length - 1);
        while (numbers[at] >= 0 && numbers[at] != number) {
            at = (at + 1) & (numbers.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldNumbers = numbers;
        int[] oldDays = days;
        numbers = filled(oldNumbers.length * 2);
        days = new int[numbers.length];
        size = 0;
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] >= 0) {
                see(oldNumbers[i], oldDays[i]);
            }
        }
    }

    /** All numbers, ascending. */
    LongStream numbers() {
        return Arrays.stream(numbers).filter(number -> number >= 0).sorted();
    }

    LocalDate day(long number) {
        return LocalDate.ofEpochDay(days[slot(number)]);
    }
}
