package clew.core.network;

import java.util.Arrays;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * A weighted graph without direction: nodes from 0, each edge once.
 *
 * @param nodes how many
 * @param from one end of each edge
 * @param to the other end
 * @param weight above 0
 */
public record Graph(int nodes, int[] from, int[] to, double[] weight) {
    public Graph {
        if (from.length != to.length || from.length != weight.length) {
            throw new IllegalArgumentException("expected as many ends and weights as edges, found " + from.length + ", "
                    + to.length + " and " + weight.length);
        }
        for (int edge = 0; edge < from.length; edge++) {
            boolean sound = from[edge] != to[edge] && weight[edge] > 0;
            if (!sound || Math.min(from[edge], to[edge]) < 0 || Math.max(from[edge], to[edge]) >= nodes) {
                throw new IllegalArgumentException("expected an edge of two nodes below " + nodes
                        + " with a weight above 0, found " + from[edge] + " to " + to[edge] + " of " + weight[edge]
                        + ", in edge " + edge);
            }
        }
    }

    public int edges() {
        return from.length;
    }

    /** The sum of all weights. */
    public double totalWeight() {
        return Arrays.stream(weight).sum();
    }

    /** The sum of the weights of each node's edges. */
    public double[] strengths() {
        double[] strengths = new double[nodes];
        for (int edge = 0; edge < from.length; edge++) {
            strengths[from[edge]] += weight[edge];
            strengths[to[edge]] += weight[edge];
        }
        return strengths;
    }

    Network network(double[] nodeWeights) {
        return new Network(
                nodeWeights,
                new LargeIntArray[] {new LargeIntArray(from), new LargeIntArray(to)},
                new LargeDoubleArray(weight),
                false,
                true);
    }
}
