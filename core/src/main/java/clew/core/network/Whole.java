package clew.core.network;

import clew.core.explain.Explanation;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The whole network in communities: by the ties that weigh something, with the constant Potts model at the resolution of the epoch. */
public final class Whole {
    private static final long SEED = 1;

    private Whole() {}

    /** The community of each subject, from 0; who has no tie that weighs something is alone. */
    public static int[] of(Ties ties) {
        int[] counting = IntStream.range(0, ties.size())
                .filter(tie -> ties.units(tie) > 0)
                .toArray();
        Graph graph = new Graph(
                ties.evidence().subjects(),
                Arrays.stream(counting).map(ties::first).toArray(),
                Arrays.stream(counting).map(ties::second).toArray(),
                Arrays.stream(counting)
                        .mapToDouble(tie -> ties.units(tie) / (double) Explanation.UNITS_PER_BIT)
                        .toArray());
        double[] ones = new double[graph.nodes()];
        Arrays.fill(ones, 1);
        return Leiden.communities(graph, ones, ties.epoch().resolution() / (double) Explanation.UNITS_PER_BIT, SEED);
    }
}
