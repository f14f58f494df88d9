package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law: rows are ordered by source, then by the bytes of their ids, then as they came; and it is told whether any id of a source comes twice. */
class CanonicalOrderTest {
    private static final long SEED = 29;
    private static final List<String> SOURCES = List.of("b", "a");

    @Test
    void the_order_is_that_of_sources_and_ids() {
        System.out.println("CanonicalOrderTest seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        int unique = 0;
        for (int round = 0; round < 300; round++) {
            List<String> ids = new ArrayList<>();
            int rows = random.nextInt(1, 120);
            String start = random.nextBoolean() ? "" : "hospital-number-";
            int values = random.nextBoolean() ? 300 : 1_000_000;
            for (int row = 0; row < rows; row++) {
                ids.add(start + Integer.toString(random.nextInt(values), random.nextBoolean() ? 2 : 36));
            }
            int[] sources = random.ints(rows, 0, 2).toArray();
            TextPool pool = new TextPool();
            ids.forEach(pool::add);
            CanonicalOrder order = CanonicalOrder.of(SOURCES, sources, pool);
            assertThat(order.rows())
                    .containsExactly(IntStream.range(0, rows)
                            .boxed()
                            .sorted(java.util.Comparator.<Integer, String>comparing(row -> SOURCES.get(sources[row]))
                                    .thenComparing(ids::get))
                            .mapToInt(row -> row)
                            .toArray());
            boolean differ = new HashSet<>(IntStream.range(0, rows)
                                    .mapToObj(row -> sources[row] + ids.get(row))
                                    .toList())
                            .size()
                    == rows;
            assertThat(order.isUnique()).as("round %d", round).isEqualTo(differ);
            unique += differ ? 1 : 0;
        }
        assertThat(unique).isBetween(20, 280);
    }
}
