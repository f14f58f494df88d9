package clew.app.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records that may be of one person.
 *
 * @param weight of the pair, in millionths of a bit; the least where people brought it here
 * @param why it waits
 * @param doubt of the machine in its words; null without one
 */
record Candidate(
        UUID left,
        UUID right,
        long weight,
        Why why,
        @Nullable String doubt) {}
