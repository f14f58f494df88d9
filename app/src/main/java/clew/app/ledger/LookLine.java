package clew.app.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger as a person may read it.
 *
 * @param at when
 * @param user who; null when nobody was signed in or the system acted
 * @param name of who; null as above
 * @param agency name of their agency; null as above
 * @param purpose why
 * @param action what was done
 * @param grant by which right
 * @param outcome {@code done}, {@code denied} or {@code failed}
 * @param subjects what was shown or changed; empty where the question was about one record
 * @param note fixed words of the entry point
 * @param sensitive under an authorised sensitive purpose
 * @param terms what was searched for; null when nothing was, or it is no longer kept
 */
public record LookLine(
        UUID entry,
        Instant at,
        @Nullable UUID user,
        @Nullable String name,
        @Nullable String agency,
        String purpose,
        String action,
        String grant,
        String outcome,
        List<UUID> subjects,
        String note,
        boolean sensitive,
        @Nullable String terms) {

    public LookLine {
        subjects = List.copyOf(subjects);
    }
}
