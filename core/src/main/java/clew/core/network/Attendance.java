package clew.core.network;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who attended what, as a graph of who was with whom, each tie weighed by association strength: events together over what each one's activity lets expect. For
 * data that say no more than person and event. Source: Van Eck and Waltman 2009, "How to normalize cooccurrence data?".
 */
public final class Attendance {
    private Attendance() {}

    /** The graph of all subjects of the evidence; an event that is a crowd ties nobody. */
    public static Graph graph(Evidence evidence) {
        int[] attended = new int[evidence.subjects()];
        Map<Long, Integer> together = new TreeMap<>();
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            int[] there = evidence.there(episode);
            for (int i = 0; i < there.length; i++) {
                attended[there[i]]++;
                for (int j = i + 1; j < there.length && there.length <= Ties.CROWD; j++) {
                    together.merge(Pairs.key(there[i], there[j]), 1, Integer::sum);
                }
            }
        }
        int[] from = new int[together.size()];
        int[] to = new int[together.size()];
        double[] weight = new double[together.size()];
        int edge = 0;
        for (Map.Entry<Long, Integer> pair : together.entrySet()) {
            from[edge] = Pairs.first(pair.getKey());
            to[edge] = Pairs.second(pair.getKey());
            weight[edge] = pair.getValue() / ((double) attended[from[edge]] * attended[to[edge]]);
            edge++;
        }
        return new Graph(evidence.subjects(), from, to, weight);
    }
}
