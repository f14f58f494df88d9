package clew.core.network;

/**
 * The whole of a graph in communities, without a setting: Leiden with degree-corrected node weights at a range of resolutions, and of these the partition
 * with the highest asymptotical surprise. Modularity at its usual resolution hides small groups in large graphs; here the resolution is the data's own.
 * Source: Traag, Aldecoa and Delvenne 2015, "Detecting communities using asymptotical surprise".
 */
public final class Communities {
    /** From half of modularity's resolution, by factors of the square root of 2. */
    private static final double FIRST_RESOLUTION = 0.5;

    private static final int RESOLUTIONS = 20;

    private Communities() {}

    /**
     * The community of each node, from 0.
     *
     * @param seed of the random starts; the same seed gives the same communities
     */
    public static int[] of(Graph graph, long seed) {
        double[] strengths = graph.strengths();
        double scale = 2 * graph.totalWeight();
        int[] best = Leiden.communities(graph, strengths, 1 / scale, seed);
        double bestSurprise = surprise(graph, best);
        for (int step = 0; step < RESOLUTIONS; step++) {
            double resolution = FIRST_RESOLUTION * Math.pow(2, step / 2.0);
            int[] found = Leiden.communities(graph, strengths, resolution / scale, seed + step);
            double surprise = surprise(graph, found);
            if (surprise > bestSurprise) {
                bestSurprise = surprise;
                best = found;
            }
        }
        return best;
    }

    /**
     * How far the share of weight within communities exceeds the share of pairs within them, as a Kullback-Leibler divergence in nats for one unit of
     * weight; 0 and more.
     */
    static double surprise(Graph graph, int[] community) {
        double within = 0;
        for (int edge = 0; edge < graph.edges(); edge++) {
            within += community[graph.from()[edge]] == community[graph.to()[edge]] ? graph.weight()[edge] : 0;
        }
        double expected = pairsWithin(community) / (graph.nodes() * (graph.nodes() - 1.0) / 2);
        double share = graph.edges() == 0 ? 0 : within / graph.totalWeight();
        return share <= expected ? 0 : part(share, expected) + part(1 - share, 1 - expected);
    }

    private static double part(double share, double expected) {
        return share <= 0 ? 0 : share * Math.log(share / expected);
    }

    private static double pairsWithin(int[] community) {
        long[] sizes = new long[community.length];
        double pairs = 0;
        for (int one : community) {
            pairs += sizes[one]++;
        }
        return pairs;
    }
}
