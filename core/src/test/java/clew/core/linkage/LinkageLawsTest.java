package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LinkageLawsTest {
    private final Crowd crowd = new Crowd(1500, 11);
    private final LinkSettings settings =
            LinkSettings.defaults().withPairsAbove(0).withThreads(1);

    @Test
    void the_order_of_rows_changes_neither_persons_nor_scores() {
        RecordTable table = crowd.table();
        RecordTable shuffled = Crowd.table(crowd.shuffled(5));
        LinkResult one = link(table, settings);
        LinkResult other = link(shuffled, settings);
        assertThat(scores(shuffled, other)).isEqualTo(scores(table, one));
        assertThat(persons(shuffled, other)).isEqualTo(persons(table, one));
        assertThat(other.model()).isEqualTo(one.model());
    }

    @Test
    void the_number_of_threads_changes_nothing() {
        RecordTable table = crowd.table();
        LinkResult one = link(table, settings);
        LinkResult other = link(table, settings.withThreads(3));
        assertThat(scores(table, other)).isEqualTo(scores(table, one));
        assertThat(persons(table, other)).isEqualTo(persons(table, one));
        assertThat(other.model()).isEqualTo(one.model());
    }

    @Test
    void the_order_of_columns_changes_no_person() {
        RecordTable table = crowd.table();
        List<RecordTable.Column> columns = new ArrayList<>(Crowd.COLUMNS);
        java.util.Collections.reverse(columns);
        RecordTable.Builder turned = RecordTable.builder(columns);
        for (int row = 0; row < table.rows(); row++) {
            String[] values = new String[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = table.valueOf(row, values.length - 1 - i);
            }
            turned.add(table.sources().get(table.sourceOf(row)), table.idOf(row), values);
        }
        RecordTable other = turned.build();
        assertThat(persons(other, link(other, settings))).isEqualTo(persons(table, link(table, settings)));
    }

    @Test
    void comparison_is_symmetric() {
        Records records = new Records(crowd.table());
        Plan plan = new Plan(records, new Frequencies(2));
        Comparator.Scratch scratch = new Comparator.Scratch(1 << 20);
        for (int left = 0; left < 200; left++) {
            for (int right = 0; right < 200; right++) {
                assertThat(plan.pattern(left, right, scratch))
                        .isEqualTo(plan.pattern(right, left, new Comparator.Scratch(1 << 20)));
            }
        }
    }

    @Test
    void pairs_compared_together_come_out_as_each_alone() {
        Records records = new Records(crowd.table());
        Plan plan = new Plan(records, new Frequencies(2));
        Comparator.Scratch scratch = new Comparator.Scratch(1 << 20);
        PairBatch batch = new PairBatch();
        for (int left = 0; left < 300; left++) {
            for (int right = left + 1; right < records.rows() && !batch.isFull(); right++) {
                batch.add(left, right, 0);
            }
            plan.comparePatterns(batch, scratch);
            for (int pair = 0; pair < batch.size; pair++) {
                assertThat(batch.patterns[pair]).isEqualTo(plan.pattern(batch.left[pair], batch.right[pair], scratch));
            }
            batch.size = 0;
        }
    }

    @Test
    void link_only_scores_no_pair_within_a_source() {
        RecordTable table = crowd.table();
        LinkResult result = link(table, settings.withMode(LinkSettings.Mode.LINK_ONLY));
        assertThat(result.pairs().size()).isPositive();
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            assertThat(table.sourceOf(result.pairs().left(pair)))
                    .isNotEqualTo(table.sourceOf(result.pairs().right(pair)));
        }
    }

    @Test
    void every_candidate_pair_comes_once() {
        RecordTable table = crowd.table();
        LinkResult result = link(table, settings);
        assertThat(scores(table, result)).hasSize(result.pairs().size());
        assertThat((long) result.pairs().size()).isEqualTo(result.candidatePairs());
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            assertThat(result.wasCompared(
                            result.pairs().right(pair), result.pairs().left(pair)))
                    .isTrue();
        }
    }

    @Test
    void nearly_all_that_is_found_is_right_and_nearly_all_is_found() {
        RecordTable table = crowd.table();
        LinkResult result = link(table, settings);
        Map<Integer, Integer> truth = new HashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            truth.put(row, crowd.rows.get(row).person());
        }
        int right = 0;
        int found = 0;
        int wanted = 0;
        for (int left = 0; left < table.rows(); left++) {
            for (int other = left + 1; other < table.rows(); other++) {
                boolean same = truth.get(left).equals(truth.get(other));
                boolean joined = result.personOf(left) == result.personOf(other);
                wanted += same ? 1 : 0;
                found += joined ? 1 : 0;
                right += same && joined ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThan((int) (found * 0.99)).isGreaterThan((int) (wanted * 0.97));
    }

    private static LinkResult link(RecordTable table, LinkSettings settings) {
        return Linkage.link(table, settings, phase -> {});
    }

    private static Map<String, Long> scores(RecordTable table, LinkResult result) {
        Map<String, Long> scores = new TreeMap<>();
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            String ids = table.idOf(result.pairs().left(pair)) + " "
                    + table.idOf(result.pairs().right(pair));
            scores.put(ids, result.pairs().weight(pair));
        }
        return scores;
    }

    /** The numbered persons, each the set of its records' ids. */
    private static Map<Integer, Set<String>> persons(RecordTable table, LinkResult result) {
        Map<Integer, Set<String>> persons = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            persons.computeIfAbsent(result.personOf(row), key -> new TreeSet<>())
                    .add(table.idOf(row));
        }
        return persons;
    }
}
