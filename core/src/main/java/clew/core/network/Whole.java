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
        int[] tied = IntStream.concat(
                        Arrays.stream(counting).map(ties::first),
                        Arrays.stream(counting).map(ties::second))
                .sorted()
                .distinct()
                .toArray();
        int[] place = new int[ties.evidence().subjects()];
        Arrays.fill(place, -1);
        for (int at = 0; at < tied.length; at++) {
            place[tied[at]] = at;
        }
        return spread(place, communities(ties, counting, tied.length, place));
    }

    private static int[] communities(Ties ties, int[] counting, int nodes, int[] place) {
        Graph graph = new Graph(
                nodes,
                Arrays.stream(counting).map(tie -> place[ties.first(tie)]).toArray(),
                Arrays.stream(counting).map(tie -> place[ties.second(tie)]).toArray(),
                Arrays.stream(counting)
                        .mapToDouble(tie -> ties.units(tie) / (double) Explanation.UNITS_PER_BIT)
                        .toArray());
        double[] ones = new double[nodes];
        Arrays.fill(ones, 1);
        return Leiden.communities(graph, ones, ties.epoch().resolution() / (double) Explanation.UNITS_PER_BIT, SEED, 1);
    }

    private static int[] spread(int[] place, int[] found) {
        int next = Arrays.stream(found).max().orElse(-1) + 1;
        int[] community = new int[place.length];
        for (int subject = 0; subject < place.length; subject++) {
            community[subject] = place[subject] < 0 ? next++ : found[place[subject]];
        }
        return community;
    }
}
