package clew.core.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.HandMade;
import clew.core.linkage.Kind;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.measure.Partition;
import clew.core.measure.Score;
import clew.core.measure.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class B7NameGroupsTest {
    private static final int PERSONS = 200;

    /** Persons of two records each; of every fifth the family name has a letter beyond a to z, and their records were never put together. */
    private final List<String> names = new ArrayList<>();

    private final RecordTable table = table();
    private final LinkResult result = HandMade.result(
            IntStream.range(0, 2 * PERSONS)
                    .map(row -> row / 2 % 5 == 0 ? row : row / 2 * 2)
                    .toArray(),
            new double[0][]);

    private RecordTable table() {
        RecordTable.Builder builder = RecordTable.builder(List.of(
                new RecordTable.Column("first", Kind.GIVEN_NAME), new RecordTable.Column("last", Kind.FAMILY_NAME)));
        for (int row = 0; row < 2 * PERSONS; row++) {
            int person = row / 2;
            String name = person % 5 == 0 ? "\u015awita" + person : person % 5 == 1 ? "smith" : "hale-reed";
            names.add(name);
            builder.add("list", "r" + row, row % 7 == 0 ? "" : "ann", name);
        }
        return builder.build();
    }

    private List<NameGroups.Group> groups(Judged.Column... columns) {
        Partition truth =
                Partition.of(IntStream.range(0, 2 * PERSONS).map(row -> row / 2).toArray());
        Partition found = Partition.of(
                IntStream.range(0, 2 * PERSONS).map(result::personOf).toArray());
        Score score = Scoring.dedupe(truth, 1_000_000).score(MeasuredPairs.of(result), 0, found, null);
        return NameGroups.of(table, result, new Judged(truth, score, List.of(columns)));
    }

    @Test
    void a_group_whose_records_are_never_put_together_stands_out() {
        NameGroups.Group other = group(groups(), "a letter beyond a to z, or another script");
        assertThat(other.accuracy().records()).isEqualTo(PERSONS * 2 / 5);
        assertThat(other.accuracy().recall().value()).isZero();
        assertThat(other.accuracy().recall().high()).isLessThan(0.2);
        assertThat(group(groups(), "a family name of two words or with a hyphen")
                        .accuracy()
                        .recall()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void names_by_how_common_they_are_divide_all_records_that_have_one() {
        assertThat(groups().stream()
                        .filter(group -> group.division().startsWith("How common"))
                        .mapToLong(group -> group.accuracy().records())
                        .sum())
                .isEqualTo(2 * PERSONS);
    }

    @Test
    void a_column_that_the_reader_names_divides_them_too() {
        List<String> values = names.stream()
                .map(name -> name.equals("smith") ? "north" : "south")
                .toList();
        List<NameGroups.Group> groups = groups(new Judged.Column("area", values));
        assertThat(group(groups, "north").division()).contains("area");
        assertThat(group(groups, "north").accuracy().recall().value()).isEqualTo(1);
        assertThat(group(groups, "south").accuracy().recall().value()).isBetween(0.5, 0.9);
    }

    private static NameGroups.Group group(List<NameGroups.Group> groups, String name) {
        return groups.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
