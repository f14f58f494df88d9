package clew.core.linkage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A made-up crowd with known persons, for tests: some have several records with slips in them. */
final class Crowd {
    static final List<RecordTable.Column> COLUMNS = List.of(
            new RecordTable.Column("given_name", Kind.GIVEN_NAME),
            new RecordTable.Column("family_name", Kind.FAMILY_NAME),
            new RecordTable.Column("born", Kind.DATE_OF_BIRTH),
            new RecordTable.Column("sex", Kind.SEX),
            new RecordTable.Column("postcode", Kind.POSTCODE),
            new RecordTable.Column("town", Kind.PLACE));

    /**
     * One record.
     *
     * @param id its own
     * @param person true person
     * @param values by column
     */
    record Row(String id, int person, String[] values) {}

    final List<Row> rows = new ArrayList<>();
    private final SplittableRandom random;

    Crowd(int persons, long seed) {
        random = new SplittableRandom(seed);
        for (int person = 0; person < persons; person++) {
            String[] first = person();
            for (int copy = random.nextInt(3); copy >= 0; copy--) {
                rows.add(new Row("r" + rows.size(), person, copy == 0 ? first : slipped(first)));
            }
        }
    }

    RecordTable table() {
        return table(rows);
    }

    static RecordTable table(List<Row> rows) {
        RecordTable.Builder table = RecordTable.builder(COLUMNS);
        rows.forEach(row ->
                table.add(Integer.parseInt(row.id().substring(1)) % 2 == 0 ? "a" : "b", row.id(), row.values()));
        return table.build();
    }

    List<Row> shuffled(long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private String[] person() {
        int skew = (int) Math.pow(200, random.nextDouble());
        return new String[] {
            name(skew, 2),
            name((int) Math.pow(900, random.nextDouble()) + 1000, 3),
            String.format("%d-%02d-%02d", 1950 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            random.nextBoolean() ? "male" : "female",
            String.format("zz%d %dab", 1 + random.nextInt(90), 1 + random.nextInt(9)),
            name(random.nextInt(40) + 5000, 3)
        };
    }

    private static String name(int seed, int syllables) {
        SplittableRandom own = new SplittableRandom(seed);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append("bdfghjklmnprstvw".charAt(own.nextInt(16))).append("aeiou".charAt(own.nextInt(5)));
        }
        return name.append("nrst".charAt(own.nextInt(4))).toString();
    }

    private String[] slipped(String[] values) {
        @Nullable String[] copy = values.clone();
        for (int column = 0; column < copy.length; column++) {
            double luck = random.nextDouble();
            if (luck < 0.05) {
                copy[column] = "";
            } else if (luck < 0.15 && column != 3) {
                StringBuilder slip = new StringBuilder(values[column]);
                int place = random.nextInt(slip.length());
                slip.setCharAt(place, Character.isDigit(slip.charAt(place)) ? '7' : 'x');
                copy[column] = slip.toString();
            }
        }
        return copy;
    }
}
