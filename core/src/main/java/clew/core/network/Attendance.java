package clew.core.network;

import java.util.Arrays;

/**
 * Who attended what, as a graph of who was with whom, each tie weighed by association strength: days together over what each one's activity lets expect. For
 * data that say no more than person and event. Source: Van Eck and Waltman 2009, "How to normalize cooccurrence data?".
 */
public final class Attendance {
    private Attendance() {}

    /** The graph of all subjects of the evidence. */
    public static Graph graph(Ties ties) {
        int[] from = new int[ties.size()];
        int[] to = new int[ties.size()];
        double[] weight = new double[ties.size()];
        Arrays.setAll(from, ties::first);
        Arrays.setAll(to, ties::second);
        Arrays.setAll(
                weight,
                tie -> ties.days(tie) / ((double) ties.activity(ties.first(tie)) * ties.activity(ties.second(tie))));
        return new Graph(ties.evidence().subjects(), from, to, weight);
    }
}
