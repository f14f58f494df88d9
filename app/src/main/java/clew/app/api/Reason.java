package clew.app.api;

import clew.core.explain.Explanation;
import java.util.List;

/**
 * A reason and what it consists of: the value is the sum of those of its parts.
 *
 * @param bits log2 of the odds
 */
record Reason(double bits, String words, List<Reason> parts) {

    static Reason of(Explanation explanation) {
        return new Reason(
                (double) explanation.value() / Explanation.UNITS_PER_BIT,
                explanation.description(),
                explanation.details().stream().map(Reason::of).toList());
    }
}
