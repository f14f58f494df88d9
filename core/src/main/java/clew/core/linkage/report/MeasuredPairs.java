package clew.core.linkage.report;

import clew.core.linkage.LinkResult;
import clew.core.measure.ScoredPairs;

/** The kept pairs of a result as the measures see them. */
public final class MeasuredPairs {

    private MeasuredPairs() {}

    /** A view of the pairs; nothing is copied. */
    public static ScoredPairs of(LinkResult result) {
        clew.core.linkage.ScoredPairs pairs = result.pairs();
        return new ScoredPairs() {
            @Override
            public int size() {
                return pairs.size();
            }

            @Override
            public int left(int pair) {
                return pairs.left(pair);
            }

            @Override
            public int right(int pair) {
                return pairs.right(pair);
            }

            @Override
            public long weight(int pair) {
                return pairs.weight(pair);
            }
        };
    }
}
