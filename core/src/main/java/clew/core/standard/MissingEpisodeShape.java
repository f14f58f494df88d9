package clew.core.standard;

import java.time.Instant;

/** The shape of a missing episode. */
public final class MissingEpisodeShape {
    private static final Outline OUTLINE = Outline.of(
            "missing_episode",
            "Missing episode",
            "One time a person was missing, or away without authorisation, from when to when.");

    public static final Field<Reference> PERSON =
            OUTLINE.requiredReference("person", "person", "Person", "Who was missing.");

    public static final Field<Code> MISSING_KIND =
            OUTLINE.code("missing_kind", "missing_kind", "Kind", "Missing, or away without authorisation.");

    public static final Field<Instant> MISSING_FROM =
            OUTLINE.one("missing_from", Types.MOMENT, "Missing from", "From when, as far as known.");

    public static final Field<Instant> REPORTED_AT =
            OUTLINE.one("reported_at", Types.MOMENT, "Reported at", "When it was reported.");

    public static final Field<Instant> FOUND_AT =
            OUTLINE.one("found_at", Types.MOMENT, "Found at", "When found or returned.");

    public static final Field<Code> MISSING_RISK =
            OUTLINE.code("missing_risk", "missing_risk", "Risk recorded by police", "The level in the police record.");

    public static final Field<Reference> MISSING_FROM_PLACE = OUTLINE.reference(
            "missing_from_place", "place", "Missing from place", "Where the person should have been.");

    public static final Field<Reference> FOUND_PLACE =
            OUTLINE.reference("found_place", "place", "Found at place", "Where the person was found.");

    public static final Field<Code> FOUND_HOW = OUTLINE.code("found_how", "found_how", "How found", "How it ended.");

    public static final Field<Code> AWAY_FROM_HOME_AUTHORITY = OUTLINE.code(
            "away_from_home_authority",
            "yes_no_not_known",
            "Found away from home",
            "Whether the person was found outside the home authority.");

    public static final Field<Reference> FOUND_WITH =
            OUTLINE.many("found_with", Types.reference("person"), "Found with", "Who was with the person.");

    public static final Field<Boolean> RETURN_INTERVIEW_DUE =
            OUTLINE.one("return_interview_due", Types.YES_NO, "Return interview due", "Whether one must be offered.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.moments(MISSING_FROM, REPORTED_AT),
            Rules.moments(MISSING_FROM, FOUND_AT),
            MissingEpisodeRules.timed());

    private MissingEpisodeShape() {}
}
