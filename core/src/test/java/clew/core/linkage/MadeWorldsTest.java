package clew.core.linkage;

import static clew.core.linkage.MadeRecords.Column.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import clew.core.explain.Explanation;
import clew.core.measure.Partition;
import clew.core.measure.Score;
import clew.core.measure.Scoring;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Default settings and no labels on small made-up tables of many kinds (rows B1 and B3): few fields, homes, no duplicates, many duplicates. Where matches are few or homes full, the threshold may miss the best by more than the 0.01 that is aimed at: each test states its bound. */
class MadeWorldsTest {
    private static final LinkSettings SETTINGS = LinkSettings.defaults().withPairsAbove(0.0001);
    private static final List<String> ORIGINS =
            List.of("british", "british", "british", "irish", "pakistani_bangladeshi", "polish", "west_african");

    @Test
    void a_table_with_few_fields_is_linked_and_its_threshold_is_near_the_best() {
        MadeRecords records = new MadeRecords(singles(1, 600), 1, FULL, YEAR, TOWN);
        records.moved = 0.03;
        records.writeAll(copies(1, 6, 3, 1), false);
        assertGood(records, 0.93, 0.02);
    }

    @Test
    void names_and_parts_of_dates_of_five_hundred_records_are_enough() {
        MadeRecords records = new MadeRecords(singles(2, 450), 2, GIVEN, FAMILY, YEAR, MONTH, DAY);
        records.typo = 0.2;
        records.missing = 0;
        records.writeAll(person -> person % 9 == 0 ? 2 : 1, true);
        assertGood(records, 0.93, 0.06);
    }

    @Test
    void people_of_one_home_are_not_one_person_even_without_dates() {
        MadeRecords records = new MadeRecords(homes(3, 700, 0.02, 0.02), 3, GIVEN, FAMILY, STREET, POSTCODE, PHONE);
        records.writeAll(copies(3, 5, 3, 2), false);
        assertGood(records, 0.85, 0.04);
    }

    @Test
    void homes_with_twins_and_namesakes_are_told_apart() {
        MadeRecords records =
                new MadeRecords(homes(4, 800, 0.05, 0.1), 4, GIVEN, FAMILY, BORN, SEX, STREET, POSTCODE, PHONE);
        records.writeAll(copies(4, 5, 3, 2), false);
        assertGood(records, 0.95, 0.02);
    }

    /** Hardly any record has another, so that people of one town with one name are far more than the matches: without learning from persons first F1 is 0.80. */
    @Test
    void neighbours_of_one_name_are_not_one_person() {
        MadeRecords records = new MadeRecords(
                homes(9, 15_000, 0.02, 0.02), 9, GIVEN, FAMILY, BORN, SEX, HOUSE, STREET, TOWN, POSTCODE);
        records.missing = 0.1;
        records.writeAll(person -> person % 12 == 0 ? 2 : 1, false);
        assertGood(records, 0.85, 0.03);
    }

    /** The school follows from the postcode: taken for evidence of its own F1 is 0.86. */
    @Test
    void brothers_and_sisters_at_one_school_are_not_one_child() {
        MadeRecords records =
                new MadeRecords(homes(1007, 1_500, 0.05, 0.02), 1007, GIVEN, FAMILY, YEAR, SCHOOL, POSTCODE);
        records.missing = 0.1;
        records.typo = 0.08;
        records.writeAll(copies(1007, 8, 2, 1), false);
        assertGood(records, 0.875, 0.02);
    }

    /** Where only the town is known: without its being weighed with the school F1 is 0.35. */
    @Test
    void neighbours_at_one_school_are_not_one_child() {
        MadeRecords records = new MadeRecords(homes(1014, 3_000, 0.05, 0.02), 1014, GIVEN, FAMILY, YEAR, SCHOOL, TOWN);
        records.missing = 0.05;
        records.writeAll(copies(1014, 8, 2, 1), false);
        assertGood(records, 0.74, 0.12);
    }

    @Test
    void a_table_without_duplicates_has_none_and_says_so() {
        for (MadePeople people : List.of(singles(5, 700), homes(5, 700, 0.02, 0.02))) {
            MadeRecords records = new MadeRecords(people, 5, GIVEN, FAMILY, BORN, SEX, STREET, POSTCODE);
            records.writeAll(person -> 1, false);
            LinkResult result = Linkage.link(records.table.build(), SETTINGS, phase -> {});
            assertThat(result.persons()).isGreaterThanOrEqualTo(result.rows() - 1);
            assertThat(result.model().warnings()).anyMatch(warning -> warning.contains("hardly any match"));
        }
    }

    @Test
    void ten_records_of_each_person_come_together() {
        MadeRecords records = new MadeRecords(singles(6, 80), 6, GIVEN, FAMILY, BORN, STREET, TOWN, POSTCODE);
        records.typo = 0.1;
        records.writeAll(person -> 10, false);
        assertGood(records, 0.98, 0.01);
    }

    @Test
    void markers_of_the_unknown_are_no_evidence() {
        MadeRecords records = new MadeRecords(singles(7, 500), 7, GIVEN, FAMILY, BORN, SEX, STREET, POSTCODE, PHONE);
        records.missing = 0.25;
        records.marker = 1;
        records.writeAll(copies(7, 4, 3, 2), false);
        assertGood(records, 0.9, 0.02);
    }

    @Test
    void a_probability_means_what_it_says() {
        MadeRecords records = new MadeRecords(singles(8, 400), 8, GIVEN, FAMILY, BORN, TOWN, EMAIL);
        records.typo = 0.15;
        records.missing = 0.15;
        records.wrongDate = 0.15;
        records.writeAll(copies(8, 1, 1, 2, 2, 1), false);
        LinkResult result = Linkage.link(records.table.build(), SETTINGS, phase -> {});
        for (double[] band : new double[][] {{0.01, 0.3}, {0.3, 0.7}, {0.7, 0.99}}) {
            double said = 0;
            double right = 0;
            int pairs = 0;
            for (int i = 0; i < result.pairs().size(); i++) {
                double probability = ScoredPairs.probabilityOf(result.pairs().weight(i));
                if (probability >= band[0] && probability < band[1]) {
                    pairs++;
                    said += probability;
                    int left = result.pairs().left(i);
                    int other = result.pairs().right(i);
                    right += records.truth.get(left).equals(records.truth.get(other)) ? 1 : 0;
                }
            }
            assertThat(right / pairs)
                    .as("share of true pairs among %d with %s", pairs, Arrays.toString(band))
                    .isCloseTo(said / pairs, within(0.2));
        }
    }

    private static void assertGood(MadeRecords records, double leastF1, double mostBelowBest) {
        RecordTable table = records.table.build();
        LinkResult result = Linkage.link(table, SETTINGS, phase -> {});
        Partition truth =
                Partition.of(records.truth.stream().mapToInt(Integer::intValue).toArray());
        int[] persons = new int[table.rows()];
        Arrays.setAll(persons, result::personOf);
        Score score = Scoring.dedupe(truth, Explanation.UNITS_PER_BIT)
                .score(pairs(result), ScoredPairs.weightOf(0.5), Partition.of(persons), null);
        assertThat(score.clusters().f1()).as("F1 of persons").isGreaterThan(leastF1);
        assertThat(score.pairs().f1())
                .as("F1 of pairs at the default threshold, best " + score.pairsBest())
                .isGreaterThan(score.pairsBest().counts().f1() - mostBelowBest);
    }

    private static clew.core.measure.ScoredPairs pairs(LinkResult result) {
        ScoredPairs pairs = result.pairs();
        return new clew.core.measure.ScoredPairs() {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public int left(int pair) {
                return pairs.left(pair);
            }

            @Override
            public int right(int pair) {
                return pairs.right(pair);
            }

            @Override
            public long weight(int pair) {
                return pairs.weight(pair);
            }
        };
    }

    static MadePeople singles(long seed, int people) {
        MadePeople made = new MadePeople(seed, 40);
        for (int i = 0; i < people; i++) {
            made.single(ORIGINS.get(made.random().nextInt(ORIGINS.size())));
        }
        return made;
    }

    static MadePeople homes(long seed, int people, double twins, double namesakes) {
        MadePeople made = new MadePeople(seed, 40);
        while (made.people.size() < people) {
            String origin = ORIGINS.get(made.random().nextInt(ORIGINS.size()));
            made.household(origin, made.random().nextInt(5), twins, namesakes);
        }
        return made;
    }

    /** 1, 2, ... records a person with these weights. */
    static IntUnaryOperator copies(long seed, int... weights) {
        SplittableRandom random = new SplittableRandom(seed);
        int all = Arrays.stream(weights).sum();
        return person -> {
            int at = random.nextInt(all);
            int copies = 1;
            while (at >= weights[copies - 1]) {
                at -= weights[copies - 1];
                copies++;
            }
            return copies;
        };
    }
}
