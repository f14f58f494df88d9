package clew.core.network;

import java.util.Random;
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

    private Leiden() {}

    /**
     * The community of each node, from 0.
     *
     * @param nodeWeights 1 for each node, or their strengths for the degree-corrected model
     * @param resolution what each pair of a community must hold, per product of the node weights
     */
    static int[] communities(Graph graph, double[] nodeWeights, double resolution, long seed) {
        if (graph.edges() == 0) {
            return java.util.stream.IntStream.range(0, graph.nodes()).toArray();
        }
        Network network = graph.network(nodeWeights);
        LeidenAlgorithm leiden =
                new LeidenAlgorithm(resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        Clustering best = new Clustering(graph.nodes());
        double bestQuality = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            Clustering clustering = new Clustering(graph.nodes());
            leiden.improveClustering(network, clustering);
            double quality = leiden.calcQuality(network, clustering);
            if (quality > bestQuality) {
                bestQuality = quality;
                best = clustering;
            }
        }
        return best.getClusters();
    }
}
