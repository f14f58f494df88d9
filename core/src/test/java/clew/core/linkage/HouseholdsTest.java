package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Families share an address, a phone and a family name; training must still find persons, and nobody may be joined with a relative. */
class HouseholdsTest {

    private static final long SEED = 20261122;
    private static final int HOMES = 500;
    private static final List<RecordTable.Column> COLUMNS = List.of(
            new RecordTable.Column("given_name", Kind.GIVEN_NAME),
            new RecordTable.Column("family_name", Kind.FAMILY_NAME),
            new RecordTable.Column("date_of_birth", Kind.DATE_OF_BIRTH),
            new RecordTable.Column("postcode", Kind.POSTCODE),
            new RecordTable.Column("street", Kind.STREET),
            new RecordTable.Column("house_number", Kind.HOUSE_NUMBER),
            new RecordTable.Column("phone", Kind.PHONE));

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<Integer, Integer> personOf = new HashMap<>();
    private int persons;

    @Test
    void people_of_one_home_are_not_taken_for_one_person() {
        LinkResult result = Linkage.link(region(), LinkSettings.defaults(), phase -> {});

        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (int left = 0; left < result.rows(); left++) {
            for (int other = left + 1; other < result.rows(); other++) {
                boolean same = personOf.get(left).equals(personOf.get(other));
                boolean joined = result.personOf(left) == result.personOf(other);
                right += same && joined ? 1 : 0;
                wrong += !same && joined ? 1 : 0;
                missed += same && !joined ? 1 : 0;
            }
        }
        assertThat(right).as("pairs joined rightly, seed %d", SEED).isGreaterThan(500);
        assertThat(wrong).as("pairs joined wrongly of %d, seed %d", right, SEED).isLessThan(right / 20);
        assertThat(missed).as("pairs missed, seed %d", SEED).isLessThan(right / 10);
    }

    private RecordTable region() {
        RecordTable.Builder table = RecordTable.builder(COLUMNS);
        int row = 0;
        for (int home = 0; home < HOMES; home++) {
            String family = word(home, 5);
            String phone = "0170" + (1_000_000 + home);
            String postcode = "ZA" + (home % 9 + 1) + " " + (home / 9 % 9 + 1) + letter(home) + letter(home / 26);
            for (int member = 0; member < 4; member++) {
                String given = word(random.nextInt(300) + 10_000, 4);
                String born = (member < 2 ? 1975 + random.nextInt(15) : 2005 + random.nextInt(15)) + "-"
                        + two(1 + random.nextInt(12)) + "-" + two(1 + random.nextInt(28));
                for (int copy = random.nextInt(5) / 2; copy >= 0; copy--) {
                    table.add(
                            "s",
                            "r" + row,
                            given,
                            random.nextInt(20) == 0 ? "" : family,
                            random.nextInt(10) == 0 ? "" : born,
                            random.nextInt(5) == 0 ? "" : postcode,
                            "Street " + word(home % 60, 4),
                            String.valueOf(home % 40 + 1),
                            random.nextInt(4) == 0 ? "" : phone);
                    personOf.put(row++, persons);
                }
                persons++;
            }
        }
        return table.build();
    }

    private static String letter(int number) {
        return String.valueOf((char) ('A' + number % 26));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** Equal for equal numbers, unlike for others. */
    private static String word(int number, int length) {
        SplittableRandom letters = new SplittableRandom(number * 7919L);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("bcdfghklmnprst".charAt(letters.nextInt(14))).append("aeiou".charAt(letters.nextInt(5)));
        }
        return word.toString();
    }
}
