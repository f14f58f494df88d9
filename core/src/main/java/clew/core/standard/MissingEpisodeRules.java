package clew.core.standard;

/** The rules of a missing episode's record. */
final class MissingEpisodeRules {
    private MissingEpisodeRules() {}

    static Rule timed() {
        return Rules.atLeastOne(
                MissingEpisodeShape.MISSING_FROM, MissingEpisodeShape.REPORTED_AT, Common.OCCURRED, Common.KNOWN_FROM);
    }
}
