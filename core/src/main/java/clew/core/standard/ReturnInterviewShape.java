package clew.core.standard;

import java.time.Instant;

/** The shape of a return home interview. */
public final class ReturnInterviewShape {
    private static final Outline OUTLINE = Outline.of(
            "return_interview",
            "Return interview",
            "The independent talk offered after each missing episode, within 72 hours, with the people, places and vehicles it named.");

    public static final Field<Reference> PERSON =
            OUTLINE.requiredReference("person", "person", "Person", "Who was missing.");

    public static final Field<Reference> MISSING_EPISODE =
            OUTLINE.reference("missing_episode", "missing_episode", "Missing episode", "The episode it follows.");

    public static final Field<Code> STATE =
            OUTLINE.requiredCode("state", "interview_state", "State", "Whether it was offered and held.");

    public static final Field<Instant> OFFERED_AT =
            OUTLINE.one("offered_at", Types.MOMENT, "Offered at", "When it was offered.");

    public static final Field<Instant> HELD_AT = OUTLINE.one("held_at", Types.MOMENT, "Held at", "When it was held.");

    public static final Field<String> INTERVIEWER =
            OUTLINE.one("interviewer", Types.TEXT, "Interviewer", "Name and role.");

    public static final Field<Code> INDEPENDENT = OUTLINE.code(
            "independent",
            "yes_no_not_known",
            "Independent",
            "Whether the interviewer is independent of the placement and the investigation.");

    public static final Field<Code> NOT_OFFERED_REASON =
            OUTLINE.code("not_offered_reason", "not_asked_reason", "Why not offered", "When it was not.");

    public static final Field<String> REASONS_TEXT =
            OUTLINE.one("reasons_text", Types.NOTE, "Why the child went", "In the child's words where possible.");

    public static final Field<String> SAFETY_TEXT =
            OUTLINE.one("safety_text", Types.NOTE, "What would help", "What the child says would keep them safe.");

    public static final Field<Reference> PERSON_NAMED =
            OUTLINE.many("person_named", Types.reference("person"), "People named", "Whom the child named.");

    public static final Field<Reference> UNIDENTIFIED_PERSON_NAMED = OUTLINE.many(
            "unidentified_person_named",
            Types.reference("unidentified_person"),
            "Unidentified people named",
            "Whom the child described.");

    public static final Field<Reference> PLACE_NAMED =
            OUTLINE.many("place_named", Types.reference("place"), "Places named", "Where the child was.");

    public static final Field<Reference> VEHICLE_NAMED =
            OUTLINE.many("vehicle_named", Types.reference("vehicle"), "Vehicles named", "In which vehicles.");

    public static final Field<Reference> PHONE_NAMED =
            OUTLINE.many("phone_named", Types.reference("phone"), "Phones named", "Which numbers were in use.");

    public static final Field<Code> SHARED_WITH_POLICE = OUTLINE.code(
            "shared_with_police", "yes_no_not_known", "Shared with police", "Whether the facts were passed on.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.needs(STATE, "held", HELD_AT),
            Rules.needs(STATE, "not_offered", NOT_OFFERED_REASON),
            Rules.moments(OFFERED_AT, HELD_AT));

    private ReturnInterviewShape() {}
}
