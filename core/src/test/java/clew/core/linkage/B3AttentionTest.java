package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was joined by little or is too large to be trusted unseen needs a person, with its reason (row B3). */
class B3AttentionTest {
    private static final long WEAK = 3 * Explanation.UNITS_PER_BIT;

    /**
     * Law: a person is a bridge where, and only where, two groups of its records hold by strong ties and no chain of strong ties leads from one to the other; and the tie
     * that is named is the weakest that some two of the groups hang by. Held against the widest path between all records.
     */
    @Test
    void a_bridge_is_told_where_only_weak_ties_lead_from_one_group_to_another_and_nowhere_else() {
        int bridges = 0;
        for (long seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long threshold = random.nextLong(-2, 3) * Explanation.UNITS_PER_BIT;
            long[][] weights = weights(random, 1 + random.nextInt(8));
            List<Judgement> decided = random.nextInt(3) > 0 || weights.length < 2
                    ? List.of()
                    : List.of(Judgement.same(0, 1 + random.nextInt(weights.length - 1)));
            decided.forEach(same -> weights[same.left()][same.right()] = Long.MAX_VALUE);
            List<Bridges.Bridge> found = bridges(weights, threshold, decided);
            long weakest = weakestBetweenGroups(weights, threshold + WEAK);
            assertThat(found.isEmpty()).as("seed %d", seed).isEqualTo(weakest >= threshold + WEAK);
            if (!found.isEmpty()) {
                bridges++;
                assertThat(weights[found.get(0).left()][found.get(0).right()])
                        .as("seed %d", seed)
                        .isEqualTo(weakest);
            }
        }
        assertThat(bridges).as("of 300 persons").isBetween(30, 270);
    }

    /** The least, over any two records that strong ties hold, of the weakest tie of the widest path between them. */
    private static long weakestBetweenGroups(long[][] weights, long strong) {
        int records = weights.length;
        long[][] widest = new long[records][records];
        for (int i = 0; i < records; i++) {
            for (int j = 0; j < records; j++) {
                widest[i][j] = i == j ? Long.MAX_VALUE : weights[Math.min(i, j)][Math.max(i, j)];
            }
        }
        for (int over = 0; over < records; over++) {
            for (int i = 0; i < records; i++) {
                for (int j = 0; j < records; j++) {
                    widest[i][j] = Math.max(widest[i][j], Math.min(widest[i][over], widest[over][j]));
                }
            }
        }
        int[] held = IntStream.range(0, records)
                .filter(i -> IntStream.range(0, records).anyMatch(j -> j != i && widest[i][j] >= strong))
                .toArray();
        long weakest = Long.MAX_VALUE;
        for (int i : held) {
            for (int j : held) {
                weakest = Math.min(weakest, widest[i][j]);
            }
        }
        return weakest;
    }

    private static long[][] weights(SplittableRandom random, int records) {
        long[][] weights = new long[records][records];
        for (int i = 0; i < records; i++) {
            for (int j = i + 1; j < records; j++) {
                boolean oneSide = i % 2 == j % 2;
                weights[i][j] = random.nextLong(-5 * Explanation.UNITS_PER_BIT, 5 * Explanation.UNITS_PER_BIT)
                        + (oneSide ? 5 : -2) * Explanation.UNITS_PER_BIT;
            }
        }
        return weights;
    }

    /** All records one person; pairs below -4 bits are not kept. */
    private static List<Bridges.Bridge> bridges(long[][] weights, long threshold, List<Judgement> decided) {
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            for (int j = i + 1; j < weights.length; j++) {
                if (weights[i][j] > -4 * Explanation.UNITS_PER_BIT && weights[i][j] != Long.MAX_VALUE) {
                    pairs.add(new int[] {i, j});
                }
            }
        }
        pairs.sort(Comparator.comparingLong(pair -> -weights[pair[0]][pair[1]]));
        Edges edges = new Edges(
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                pairs.stream().mapToLong(pair -> weights[pair[0]][pair[1]]).toArray(),
                new long[pairs.size()]);
        Clusters.PairLook look = new Clusters.PairLook() {
            @Override
            public long pattern(int left, int right) {
                return 0;
            }

            @Override
            public long score(int left, int right, long pattern) {
                return weights[left][right];
            }

            @Override
            public Guards.Doubt doubt(int left, int right, long pattern) {
                return Guards.Doubt.NONE;
            }
        };
        Constraints constraints = Constraints.of(weights.length, decided);
        try (Workers workers = new Workers(1)) {
            return new Bridges(edges, look, threshold, constraints, new int[weights.length]).find(workers);
        }
    }

    @Test
    void a_person_of_very_many_records_is_told_and_one_of_some_is_not() {
        List<Attention> attention = withCopies(30).attention();
        assertThat(attention)
                .filteredOn(one -> one.why() == Attention.Why.LARGE)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rows()).hasSize(30);
                    assertThat(one.reason()).contains("more than 20 records are one person");
                });
        assertThat(withCopies(12).attention())
                .noneMatch(one -> one.why() == Attention.Why.LARGE || one.why() == Attention.Why.CHAINED);
    }

    /** A component that the guard of size takes apart is not lost in silence. */
    @Test
    void records_that_hang_together_in_hundreds_are_told_when_their_ties_are_left_out() {
        LinkResult result = withCopies(450);
        assertThat(result.attention())
                .filteredOn(one -> one.why() == Attention.Why.CHAINED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rows()).hasSizeGreaterThanOrEqualTo(450);
                    assertThat(one.reason()).contains("More than 400 records hang together");
                    assertThat(one.isJoined()).isFalse();
                });
    }

    /** A crowd, and one person in it whom so many records name alike. */
    private static LinkResult withCopies(int copies) {
        RecordTable.Builder table = RecordTable.builder(Crowd.COLUMNS);
        new Crowd(600, 9).rows.forEach(row -> table.add("s", row.id(), row.values()));
        IntStream.range(0, copies)
                .forEach(copy -> table.add(
                        "s", "zz" + copy, "Zebedee", "Featherstone", "1990-05-06", "male", "ZZ99 8QX", "Thornby"));
        return Linkage.link(table.build(), LinkSettings.defaults(), phase -> {});
    }
}
