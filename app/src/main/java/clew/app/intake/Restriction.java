package clew.app.intake;

import java.util.Arrays;
import java.util.Locale;

/** Who a record is kept to by law, whatever its owner shows others of it: the widest first. */
public enum Restriction {
    /** Nobody: UK GDPR. */
    NONE,
    /** Part 3 of the Data Protection Act 2018: competent authorities, and others by a named authority. */
    PART_3,
    /** A graded item and what came along with it: the same, by an authority that names intelligence. */
    PART_3_INTELLIGENCE,
    /** Graded for law enforcement only: no authority opens it. */
    PART_3_CLOSED;

    /** As it stands in {@code access.class}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the word is one of these, and not that of a person, a case or a seal. */
    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(one -> one.word().equals(word));
    }

    Restriction orWider(Restriction other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
