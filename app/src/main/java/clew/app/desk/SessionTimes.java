package clew.app.desk;

import java.time.Duration;
import java.time.Instant;

/**
 * How long sessions live.
 *
 * @param idle without a request
 * @param longest however busy: a shift
 */
public record SessionTimes(Duration idle, Duration longest) {

    /** Half an hour idle, ten hours in all. */
    public static final SessionTimes ORDINARY = new SessionTimes(Duration.ofMinutes(30), Duration.ofHours(10));

    public SessionTimes {
        if (!idle.isPositive() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "expected sessions to live longer than they may idle, found " + longest + " and " + idle);
        }
    }

    /** When a session ends that was made and last used then, if nothing more is done in it. */
    public Instant end(Instant made, Instant last) {
        Instant whenIdle = last.plus(idle);
        Instant atTheLatest = made.plus(longest);
        return whenIdle.isBefore(atTheLatest) ? whenIdle : atTheLatest;
    }
}
