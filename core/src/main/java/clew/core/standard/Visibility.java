package clew.core.standard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What other agencies see of a record, the most first. */
public enum Visibility {
    /** All of it. */
    CONTENT,
    /** Only that its owner holds something, and whom to call. */
    POINTER,
    /** Nothing, not even that it exists. */
    HIDDEN;

    private static final String LAW_ENFORCEMENT = "law_enforcement";
    private static final String RESTRICTED = "restricted";

    /** The word of the code lists, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the owner chose for this record; empty where it chose for the type of record only. */
    public static Optional<Visibility> chosenIn(StandardRecord record) {
        return record.find(Common.VISIBILITY)
                .map(Code::code)
                .filter(code -> !code.equals(RESTRICTED))
                .map(Visibility::of);
    }

    /** Whether its sender says that a member of staff or their family is the subject: then it shows to nobody, in the sender's own agency neither. */
    public static boolean isRestricted(StandardRecord record) {
        return record.is(Common.VISIBILITY, RESTRICTED);
    }

    /**
     * The most that the grade of a record lets other agencies see, by the dated lists {@code visibility_3x5x2} and {@code visibility_5x5x5}. Where it bears a
     * grade of both schemes the one that shows less, until a person has checked it. Empty for a record without a handling code.
     */
    public static Optional<Visibility> gradedIn(StandardRecord record) {
        return words(record)
                .map(word -> word.equals(LAW_ENFORCEMENT) ? CONTENT : of(word))
                .reduce(Visibility::orLess);
    }

    /** Whether its grade keeps it within law enforcement, whatever is agreed for other records. */
    public static boolean isForLawEnforcementOnly(StandardRecord record) {
        return words(record).anyMatch(LAW_ENFORCEMENT::equals);
    }

    /** The one that shows less. */
    public Visibility orLess(Visibility other) {
        return compareTo(other) >= 0 ? this : other;
    }

    private static Stream<String> words(StandardRecord record) {
        Stream<String> graded = record.find(Common.HANDLING).stream().map(code -> word("visibility_3x5x2", code));
        if (record.shape() != IntelligenceShape.SHAPE
                || Boolean.TRUE.equals(record.get(IntelligenceShape.GRADE_CHECKED))) {
            return graded;
        }
        return Stream.concat(
                graded,
                record.find(IntelligenceShape.IMPORTED_HANDLING).stream().map(code -> word("visibility_5x5x5", code)));
    }

    private static String word(String list, Code code) {
        return CodeLists.named(list).code(code.code()).label();
    }

    private static Visibility of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
