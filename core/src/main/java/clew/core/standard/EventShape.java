package clew.core.standard;

import java.time.LocalDate;
import java.time.LocalTime;

/** The shape of an event: administrative facts only. */
public final class EventShape {
    private static final Outline OUTLINE = Outline.of(
            "event",
            "Event",
            "Something that happened, or was decided, at a time and perhaps a place, in administrative words. Who took part is in involvements. A crime carries what the national return of group-based abuse publishes.");

    public static final Field<Code> EVENT_TYPE =
            OUTLINE.requiredCode("event_type", "event_type", "Type", "What kind of event.");

    public static final Field<CrimeReference> REFERENCE =
            OUTLINE.one("reference", CrimeReference.TYPE, "Reference", "The sender's number, such as a crime number.");

    public static final Field<String> SUMMARY =
            OUTLINE.one("summary", Types.TEXT, "Summary", "One line in administrative words.");

    public static final Field<LocalTime> OCCURRED_TIME =
            OUTLINE.one("occurred_time", Types.CLOCK_TIME, "Time of day", "When known, in civil time.");

    public static final Field<LocalDate> RECORDED_ON =
            OUTLINE.one("recorded_on", Types.DAY, "Recorded on", "The day on which the sender recorded it.");

    public static final Field<Reference> PLACE = OUTLINE.reference("place", "place", "Place", "Where it happened.");

    public static final Field<String> PLACE_TEXT =
            OUTLINE.one("place_text", Types.TEXT, "Place as written", "The sender's own words for the place.");

    public static final Field<Code> LOCATION_TYPE = OUTLINE.explained(
            OUTLINE.code("location_type", "location_type", "Type of place", "What kind of place it was."));

    public static final Field<GssCode> LOCAL_AUTHORITY = OUTLINE.one(
            "local_authority",
            GssCode.TYPE,
            "Local authority",
            "Area code of the local authority in which it happened.");

    public static final Field<PncForceCode> POLICE_FORCE =
            OUTLINE.one("police_force", PncForceCode.TYPE, "Police force", "The force that recorded it.");

    public static final Field<Code> OFFENCE_CLASS =
            OUTLINE.code("offence_class", "offence_class", "Offence class", "Home Office class of a crime.");

    public static final Field<String> OFFENCE_CODE = OUTLINE.one(
            "offence_code",
            Types.TEXT,
            "Offence code",
            "Criminal justice offence code, such as those of list offence_cjs.");

    public static final Field<String> OFFENCE_TEXT =
            OUTLINE.one("offence_text", Types.TEXT, "Offence as written", "The sender's title of the offence.");

    public static final Field<Code> CHILD_SEXUAL_ABUSE = OUTLINE.explained(OUTLINE.code(
            "child_sexual_abuse", "yes_no_not_known", "Child sexual abuse", "Whether the sender marks it so."));

    public static final Field<Code> CHILD_SEXUAL_EXPLOITATION = OUTLINE.explained(OUTLINE.code(
            "child_sexual_exploitation",
            "yes_no_not_known",
            "Child sexual exploitation",
            "Whether the sender marks it so."));

    public static final Field<Code> GROUP_BASED = OUTLINE.explained(OUTLINE.code(
            "group_based", "yes_no_not_known", "Group-based", "Whether the sender counts it as group-based."));

    public static final Field<Code> GROUP_BASIS = OUTLINE.explained(
            OUTLINE.codes("group_basis", "group_basis", "Basis of group-based", "Why it is counted so."));

    public static final Field<Code> TYPOLOGY = OUTLINE.explained(
            OUTLINE.codes("typology", "typology", "Typology", "Typologies of group-based abuse that hold."));

    public static final Field<Integer> SUSPECTS_KNOWN = OUTLINE.one(
            "suspects_known", Types.WHOLE_NUMBER_TYPE, "Suspects identified", "Number of identified suspects.");

    public static final Field<Integer> SUSPECTS_UNKNOWN = OUTLINE.one(
            "suspects_unknown",
            Types.WHOLE_NUMBER_TYPE,
            "Suspects not identified",
            "Number of suspects not identified.");

    public static final Field<Integer> VICTIMS =
            OUTLINE.one("victims", Types.WHOLE_NUMBER_TYPE, "Victims", "Number of victims.");

    public static final Field<Code> ONLINE_ELEMENT = OUTLINE.explained(
            OUTLINE.codes("online_element", "online_element", "Online element", "What part happened online."));

    public static final Field<Code> LICENSED_ROLE = OUTLINE.explained(OUTLINE.codes(
            "licensed_role", "licensed_role", "Licensed role", "Whether a licensed trade was used in it."));

    public static final Field<Code> REFERRAL_SOURCE =
            OUTLINE.code("referral_source", "referral_source", "Source", "Who brought it to the agency.");

    public static final Field<Code> OUTCOME =
            OUTLINE.explained(OUTLINE.code("outcome", "crime_outcome", "Outcome", "Outcome of a crime."));

    public static final Field<LocalDate> OUTCOME_ON =
            OUTLINE.one("outcome_on", Types.DAY, "Outcome on", "The day of the outcome.");

    public static final Field<Code> NFA_REASON =
            OUTLINE.code("nfa_reason", "nfa_reason", "Reason of no further action", "Why none was taken.");

    public static final Field<Code> GROUP_CONSIDERED = OUTLINE.code(
            "group_considered",
            "yes_no_not_known",
            "Group-based exploitation considered",
            "Whether the agency considered it.");

    public static final Field<String> NOTE = OUTLINE.one("note", Types.NOTE, "Note", "Further administrative facts.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            EventRules.CRIME_HAS_TIME,
            EventRules.GROUP_HAS_BASIS,
            EventRules.RECORDED_AFTER,
            Rules.ordered(RECORDED_ON, OUTCOME_ON),
            Rules.gapOrValue(TYPOLOGY),
            Rules.gapOrValue(OUTCOME));

    private EventShape() {}
}
