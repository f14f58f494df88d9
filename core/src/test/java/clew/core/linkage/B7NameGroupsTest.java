package clew.core.linkage;

import static clew.core.linkage.MadeRecords.Column.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No community is served worse: made-up homes with names of sixteen customs, with other spellings, swapped names and slips alike. */
class B7NameGroupsTest {
    private static final double LEAST_RECALL = 0.9;
    private static final double MOST_APART = 0.08;
    private static final double LEAST_PRECISION = 0.85;

    @Test
    void recall_is_alike_for_names_of_all_customs() {
        MadePeople people = new MadePeople(1, 40);
        while (people.people.size() < 2400) {
            String origin = MadePeople.ORIGINS.get(people.random().nextInt(MadePeople.ORIGINS.size()));
            people.household(origin, people.random().nextInt(5), 0.02, 0.03);
        }
        MadeRecords records = new MadeRecords(people, 1, GIVEN, MIDDLE, FAMILY, BORN, SEX, STREET, TOWN, POSTCODE);
        records.spelling = 0.3;
        records.swapped = 0.03;
        records.writeAll(MadeWorldsTest.copies(1, 5, 3, 2), false);

        LinkResult result = Linkage.link(records.table.build(), LinkSettings.defaults(), phase -> {});

        Map<String, int[]> counts = new TreeMap<>();
        for (int left = 0; left < result.rows(); left++) {
            int[] of = counts.computeIfAbsent(records.origins.get(left), origin -> new int[3]);
            for (int right = left + 1; right < result.rows(); right++) {
                boolean same = records.truth.get(left).equals(records.truth.get(right));
                boolean joined = result.personOf(left) == result.personOf(right);
                of[0] += same ? 1 : 0;
                of[1] += same && joined ? 1 : 0;
                of[2] += joined ? 1 : 0;
            }
        }
        assertThat(counts).hasSize(MadePeople.ORIGINS.size());
        counts.forEach((origin, of) -> {
            assertThat((double) of[1] / of[0]).as("recall, names of " + origin).isGreaterThan(LEAST_RECALL);
            assertThat((double) of[1] / of[2])
                    .as("precision, names of " + origin)
                    .isGreaterThan(LEAST_PRECISION);
        });
        double best = counts.values().stream()
                .mapToDouble(of -> (double) of[1] / of[0])
                .max()
                .orElseThrow();
        double worst = counts.values().stream()
                .mapToDouble(of -> (double) of[1] / of[0])
                .min()
                .orElseThrow();
        assertThat(best - worst).as("recall of the best and the worst served").isLessThan(MOST_APART);
    }
}
