package clew.app.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger: who did what, about whom, for which purpose and by which right. It names things by opaque ids only;
 * what was searched for is kept aside, encrypted, and expires.
 *
 * @param user who; null when nobody was signed in or the system itself acted
 * @param agency the agency of that user; null as above
 * @param purpose why, in the words of the purposes
 * @param action what was done: {@code sign_in}, {@code search}, {@code read}, {@code import} ...
 * @param grant by which right
 * @param outcome how it ended
 * @param subjects what was looked at or changed: ids of records, persons, cases
 * @param request the request it belongs to
 * @param note fixed words of the entry point; never personal data
 * @param terms what was searched for; null when nothing was
 */
public record Entry(
        @Nullable UUID user,
        @Nullable Integer agency,
        String purpose,
        String action,
        String grant,
        Outcome outcome,
        List<UUID> subjects,
        UUID request,
        String note,
        @Nullable String terms) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        DENIED,
        FAILED
    }

    public Entry {
        subjects = List.copyOf(subjects);
    }

    /** What a command or a timer of the deployment did, with nobody signed in. */
    public static Entry bySystem(String action, String purpose, List<UUID> subjects, String note) {
        return new Entry(null, null, purpose, action, "system", Outcome.DONE, subjects, UUID.randomUUID(), note, null);
    }

    /** The same entry with another end. */
    public Entry ended(Outcome other) {
        return new Entry(user, agency, purpose, action, grant, other, subjects, request, note, terms);
    }
}
