package clew.core.standard;

import java.time.LocalDate;

/** The shape of an involvement: a role in an event. */
public final class InvolvementShape {
    private static final Outline OUTLINE = Outline.of(
            "involvement",
            "Involvement",
            "The role of one person, thing or organisation in one event, with what the national return publishes of suspects and victims. Role lives here, per event, never on the person.");

    public static final Field<Reference> EVENT = OUTLINE.requiredReference("event", "event", "Event", "The event.");

    public static final Field<Reference> PERSON = OUTLINE.reference("person", "person", "Person", "Who was involved.");

    public static final Field<Reference> UNIDENTIFIED_PERSON = OUTLINE.reference(
            "unidentified_person",
            "unidentified_person",
            "Unidentified person",
            "Who was involved, not yet identified.");

    public static final Field<Reference> VEHICLE = OUTLINE.reference("vehicle", "vehicle", "Vehicle", "Which vehicle.");

    public static final Field<Reference> PHONE = OUTLINE.reference("phone", "phone", "Phone", "Which phone.");

    public static final Field<Reference> ONLINE_ACCOUNT =
            OUTLINE.reference("online_account", "online_account", "Online account", "Which account.");

    public static final Field<Reference> ORGANISATION =
            OUTLINE.reference("organisation", "organisation", "Organisation", "Which organisation.");

    public static final Field<Code> ROLE =
            OUTLINE.requiredCode("role", "involvement_role", "Role", "What they had to do with it.");

    public static final Field<Integer> AGE_AT_START = OUTLINE.explained(OUTLINE.one(
            "age_at_start", Types.WHOLE_NUMBER_TYPE, "Age at start", "Age in whole years when the event began."));

    public static final Field<Code> SEX =
            OUTLINE.explained(OUTLINE.code("sex", "sex", "Sex", "As recorded by the sender."));

    public static final Field<Code> SELF_DEFINED_ETHNICITY = OUTLINE.explained(OUTLINE.code(
            "self_defined_ethnicity",
            "self_defined_ethnicity",
            "Self-defined ethnicity",
            "What the person says of themself."));

    public static final Field<Code> ETHNICITY_DEFINED_BY = OUTLINE.code(
            "ethnicity_defined_by",
            "ethnicity_defined_by",
            "Who defined the ethnicity",
            "Whose word the self-defined ethnicity is.");

    public static final Field<Code> OBSERVED_ETHNICITY = OUTLINE.explained(OUTLINE.code(
            "observed_ethnicity",
            "observed_ethnicity",
            "Observed ethnicity",
            "As seen by an officer. Never a stand-in for what the person says."));

    public static final Field<String> NATIONALITY = OUTLINE.explained(OUTLINE.many(
            "nationality", Types.NAME, "Nationality", "Country or countries, best as three letters of ISO 3166."));

    public static final Field<Code> RELATIONSHIP_TO_VICTIM = OUTLINE.explained(OUTLINE.code(
            "relationship_to_victim", "victim_suspect_relationship", "Relationship to the victim", "Of a suspect."));

    public static final Field<Code> LICENSED_ROLE = OUTLINE.explained(OUTLINE.code(
            "licensed_role", "licensed_role", "Licensed role", "Whether the person used a licensed trade in it."));

    public static final Field<GssCode> HOME_AUTHORITY = OUTLINE.one(
            "home_authority",
            GssCode.TYPE,
            "Home authority",
            "Area code of the local authority in which the person lived.");

    public static final Field<Code> CHILD_STATUS = OUTLINE.explained(OUTLINE.codes(
            "child_status",
            "child_status",
            "Status with the authority",
            "What the authority was doing for the child then."));

    public static final Field<Code> DISABILITY =
            OUTLINE.explained(OUTLINE.codes("disability", "disability", "Disability", "Kinds of disability."));

    public static final Field<Code> MISSING_BEFORE = OUTLINE.code(
            "missing_before", "yes_no_not_known", "Missing before", "Whether the child had been missing before.");

    public static final Field<Code> OUTCOME =
            OUTLINE.code("outcome", "crime_outcome", "Outcome for the person", "Outcome for this suspect.");

    public static final Field<LocalDate> OUTCOME_ON =
            OUTLINE.one("outcome_on", Types.DAY, "Outcome on", "The day of the outcome.");

    public static final Field<String> NOTE = OUTLINE.one("note", Types.NOTE, "Note", "Further administrative facts.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.exactlyOne(PERSON, UNIDENTIFIED_PERSON, VEHICLE, PHONE, ONLINE_ACCOUNT, ORGANISATION),
            InvolvementRules.AGE,
            InvolvementRules.VICTIM_RELATIONSHIP,
            Rules.gapOrValue(AGE_AT_START),
            Rules.gapOrValue(SELF_DEFINED_ETHNICITY),
            Rules.gapOrValue(OBSERVED_ETHNICITY),
            Rules.gapOrValue(NATIONALITY));

    private InvolvementShape() {}
}
