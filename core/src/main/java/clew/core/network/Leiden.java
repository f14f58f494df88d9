package clew.core.network;

import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;

/**
 * Communities by the constant Potts model, found by the Leiden algorithm; the best of a few starts, all from one seed. Sources: Traag, Van Dooren and
 * Nesterov 2011 (the model), Traag, Waltman and Van Eck 2019 (the algorithm).
 */
final class Leiden {
    private static final int STARTS = 5;
    private static final int ITERATIONS = 20;
    /** After so many iterations that gained nothing another would gain nothing either. */
    private static final int IDLE = 3;

    private static final double NOTHING = 1e-12;

    private Leiden() {}

    /**
     * The community of each node, from 0.
     *
     * @param nodeWeights 1 for each node, or their strengths for the degree-corrected model
     * @param resolution what each pair of a community must hold, per product of the node weights
     */
    static int[] communities(Graph graph, double[] nodeWeights, double resolution, long seed) {
        return communities(graph, nodeWeights, resolution, seed, STARTS);
    }

    /** The same from another number of starts. */
    static int[] communities(Graph graph, double[] nodeWeights, double resolution, long seed, int starts) {
        if (graph.edges() == 0) {
            return IntStream.range(0, graph.nodes()).toArray();
        }
        Network network = graph.network(nodeWeights);
        LeidenAlgorithm leiden =
                new LeidenAlgorithm(resolution, 1, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        Clustering best = new Clustering(graph.nodes());
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            Clustering clustering = new Clustering(graph.nodes());
            double quality = improved(leiden, network, clustering);
            if (quality > bestQuality) {
                bestQuality = quality;
                best = clustering;
            }
        }
        return best.getClusters();
    }

    private static double improved(LeidenAlgorithm leiden, Network network, Clustering clustering) {
        double quality = Double.NEGATIVE_INFINITY;
        int idle = 0;
        for (int iteration = 0; iteration < ITERATIONS && idle < IDLE; iteration++) {
            leiden.improveClustering(network, clustering);
            double now = leiden.calcQuality(network, clustering);
            idle = now > quality + NOTHING * Math.abs(now) ? 0 : idle + 1;
            quality = Math.max(quality, now);
        }
        return quality;
    }
}
