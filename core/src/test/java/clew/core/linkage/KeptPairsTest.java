package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptPairsTest {

    @Test
    void clustering_what_was_kept_of_a_component_gives_the_persons_of_the_run() {
        RecordTable table = new Crowd(600, 5).table();
        LinkResult result = Linkage.link(table, LinkSettings.defaults().withThreads(1), phase -> {});
        long threshold = ScoredPairs.weightOf(result.model().threshold());
        int severalRecords = 0;
        for (List<Integer> component : components(table, result, threshold)) {
            int[] first = KeptPairs.persons(component.size(), pairs(component, result), threshold);
            for (int i = 0; i < first.length; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(first[i] == first[j])
                            .as("records %s and %s", component.get(i), component.get(j))
                            .isEqualTo(result.personOf(component.get(i)) == result.personOf(component.get(j)));
                }
            }
            severalRecords += component.size() > 1 ? 1 : 0;
        }
        assertThat(severalRecords).isGreaterThan(100);
    }

    @Test
    void two_records_joined_only_through_a_third_are_two_persons_without_it() {
        long threshold = 0;
        KeptPairs.Pair left = new KeptPairs.Pair(0, 1, 15_000_000, true, false);
        KeptPairs.Pair right = new KeptPairs.Pair(1, 2, 15_000_000, true, false);
        KeptPairs.Pair ends = new KeptPairs.Pair(0, 2, -3_000_000, false, false);

        assertThat(KeptPairs.persons(3, List.of(left, right, ends), threshold)).containsExactly(0, 0, 0);
        assertThat(KeptPairs.persons(2, List.of(new KeptPairs.Pair(0, 1, -3_000_000, false, false)), threshold))
                .containsExactly(0, 1);
    }

    private static List<List<Integer>> components(RecordTable table, LinkResult result, long threshold) {
        UnionFind joined = new UnionFind(table.rows());
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            if (result.pairs().weight(pair) >= threshold) {
                joined.join(result.pairs().left(pair), result.pairs().right(pair));
            }
        }
        Map<Integer, List<Integer>> components = new HashMap<>();
        IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> table.sources().get(table.sourceOf(row)))
                        .thenComparing(table::idOf))
                .forEach(row -> components
                        .computeIfAbsent(joined.find(row), key -> new ArrayList<>())
                        .add(row));
        return new ArrayList<>(components.values());
    }

    private static List<KeptPairs.Pair> pairs(List<Integer> rows, LinkResult result) {
        List<KeptPairs.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                int left = rows.get(i);
                int right = rows.get(j);
                pairs.add(new KeptPairs.Pair(
                        i,
                        j,
                        result.weight(left, right),
                        result.wasCompared(left, right),
                        result.doubt(left, right).isPresent()));
            }
        }
        return pairs;
    }
}
