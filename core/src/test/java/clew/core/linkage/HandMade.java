package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.List;
import java.util.OptionalLong;

/** Link results made by hand, for those who read results. */
public final class HandMade {

    private HandMade() {}

    /**
     * A result with a threshold at 0 bits.
     *
     * @param personOf the person of each row, numbered from 0
     * @param pairs left row, right row and weight in bits, best first
     */
    public static LinkResult result(int[] personOf, double[][] pairs) {
        int[] left = new int[pairs.length];
        int[] right = new int[pairs.length];
        long[] weight = new long[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            left[i] = (int) pairs[i][0];
            right[i] = (int) pairs[i][1];
            weight[i] = Explanation.units(pairs[i][2]);
        }
        LinkModel model = model(personOf.length);
        int persons = java.util.Arrays.stream(personOf).max().orElse(-1) + 1;
        return new LinkResult(
                personOf,
                persons,
                new ScoredPairs(left, right, weight),
                model,
                pairs.length,
                List.of(),
                List.of(),
                (one, other) -> Explanation.leaf(0, one + " and " + other));
    }

    private static LinkModel model(int records) {
        return new LinkModel(
                LinkModel.VERSION,
                records,
                10,
                List.of(),
                List.of(),
                0,
                0.1,
                OptionalLong.empty(),
                List.of(),
                List.of(),
                1,
                0.5,
                3,
                List.of(),
                List.of());
    }
}
