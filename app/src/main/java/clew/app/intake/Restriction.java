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
    PART_3_CLOSED,
    /** What came along with a record whose subject is a member of staff or their family: nobody, until another row speaks of it. */
    WITH_SUBJECT;

    /** What a record is kept to whose subject is a member of staff or their family: nobody, whatever other rows say. */
    static final String SUBJECT = "subject";

    /** Where a word says what the restriction would have been otherwise. */
    private static final String BORN = "/born:";

    /** As it stands in {@code access.class}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the word is one of these, and not that of a person, a case or a seal. */
    static boolean isOne(String word) {
        return Arrays.stream(values()).anyMatch(one -> one.word().equals(base(word)));
    }

    /** The one that a word says. */
    static Restriction of(String word) {
        return valueOf(base(word).toUpperCase(Locale.ROOT));
    }

    /** A word without what stands behind its first slash. */
    static String base(String word) {
        int slash = word.indexOf('/');
        return slash < 0 ? word : word.substring(0, slash);
    }

    /** The word of a base that says what it would have been otherwise: {@code subject/born:part_3}. */
    static String born(String base, String otherwise) {
        return base + BORN + otherwise;
    }
}
