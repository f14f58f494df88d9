package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final int RECORDS = 4000;
    private static final double AGREES = 0.8;

    @Test
    void training_recovers_the_planted_share_of_matches_and_of_agreements() {
        LinkModel model =
                Linkage.link(planted(), LinkSettings.defaults(), phase -> {}).model();
        double pairs = RECORDS / 2.0;
        assertThat(model.lambda() * model.possiblePairs()).isCloseTo(pairs, within(pairs * 0.05));
        for (LinkModel.Comparison comparison : model.comparisons()) {
            double exact = comparison.levels().stream()
                    .filter(LinkModel.Level::byValue)
                    .mapToDouble(LinkModel.Level::m)
                    .sum();
            double byChance = comparison.levels().stream()
                    .filter(LinkModel.Level::byValue)
                    .mapToDouble(LinkModel.Level::u)
                    .sum();
            assertThat(exact).as(comparison.name()).isCloseTo(AGREES, within(0.03));
            assertThat(byChance).as(comparison.name()).isCloseTo(1 / 200.0, within(0.0005));
        }
    }

    @Test
    void a_table_in_which_nobody_occurs_twice_is_said_to_have_hardly_any_match() {
        RecordTable.Builder table = RecordTable.builder(
                List.of(new RecordTable.Column("a", Kind.GIVEN_NAME), new RecordTable.Column("b", Kind.FAMILY_NAME)));
        for (int i = 0; i < 200; i++) {
            table.add("s", "r" + i, code(i % 14), code(1000 + i / 14));
        }
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
        assertThat(result.persons()).isEqualTo(200);
    }

    /** Half as many persons as records; each of five columns agrees by itself with the planted chance, else it is drawn anew. */
    private static RecordTable planted() {
        SplittableRandom random = new SplittableRandom(3);
        List<RecordTable.Column> columns = List.of("v", "w", "x", "y", "z").stream()
                .map(name -> new RecordTable.Column(name, Kind.CATEGORY))
                .toList();
        RecordTable.Builder table = RecordTable.builder(columns);
        for (int person = 0; person < RECORDS / 2; person++) {
            String[] first = new String[columns.size()];
            String[] second = new String[columns.size()];
            for (int column = 0; column < first.length; column++) {
                int value = random.nextInt(200);
                first[column] = code(value);
                int other = (value + 1 + random.nextInt(199)) % 200;
                second[column] = random.nextDouble() < AGREES ? first[column] : code(other);
            }
            table.add("s", "a" + person, first);
            table.add("s", "b" + person, second);
        }
        return table.build();
    }

    /** A word unlike any other. */
    private static String code(int value) {
        SplittableRandom own = new SplittableRandom(value);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + own.nextInt(26)));
        }
        return word.toString();
    }
}
