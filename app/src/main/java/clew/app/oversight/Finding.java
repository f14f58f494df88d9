package clew.app.oversight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks that a rule laid before a person, and what that person said of them.
 *
 * @param rule what was looked for, in words
 * @param user name of who looked
 * @param subject the record; null where the rule is about many
 * @param looks how many
 * @param fact what was compared
 * @param sensitive under an authorised sensitive purpose
 * @param review null until somebody reviewed it
 */
public record Finding(
        UUID id,
        String rule,
        String user,
        @Nullable UUID subject,
        Instant firstLook,
        Instant lastLook,
        int looks,
        String fact,
        boolean sensitive,
        @Nullable Review review) {

    /** What came of a finding. */
    public enum Outcome {
        EXPLAINED("There was a reason for these looks"),
        TAKEN_FURTHER("Taken further outside Clew"),
        RULE_NOT_RIGHT("The rule should not have found this");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Who reviewed it, when, with what outcome and reason. */
    public record Review(String by, Instant at, Outcome outcome, String reason) {}
}
