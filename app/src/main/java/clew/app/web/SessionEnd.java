package clew.app.web;

import clew.app.desk.SessionTimes;
import clew.app.desk.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When the session of a request ends. */
@Component
class SessionEnd {

    private final SessionTimes times;
    private final Clock clock = Clock.systemUTC();

    SessionEnd(Sessions sessions) {
        this.times = sessions.times();
    }

    Optional<End> of(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.of(End.of(
                        times.end(Instant.ofEpochMilli(session.getCreationTime()), clock.instant()),
                        Instant.ofEpochMilli(session.getCreationTime()).plus(times.longest()),
                        times.idle()));
    }

    /** How long it lasts without a click, in words. */
    String idle() {
        return Words.count(times.idle().toMinutes(), "minute", "minutes");
    }

    /**
     * The end.
     *
     * @param machine as scripts read it
     * @param words as people read it: 14:05
     * @param latestMachine when it ends however much is done in it, as scripts read it
     * @param latest the same in words
     * @param idleSeconds how much longer a click makes it
     */
    record End(String machine, String words, String latestMachine, String latest, long idleSeconds) {

        static End of(Instant end, Instant latest, Duration idle) {
            return new End(end.toString(), Words.time(end), latest.toString(), Words.time(latest), idle.toSeconds());
        }
    }
}
