package clew.core.standard;

import java.time.LocalDate;

/** The shape of a licence. */
public final class LicenceShape {
    private static final Outline OUTLINE =
            Outline.of("licence", "Licence", "A licence sought, held, refused or ended, with its dates and checks.");

    public static final Field<Code> LICENCE_KIND =
            OUTLINE.requiredCode("licence_kind", "licence_kind", "Kind", "What is licensed.");

    public static final Field<String> LICENCE_NUMBER =
            OUTLINE.one("licence_number", Types.TEXT, "Licence number", "As the authority numbers it.");

    public static final Field<String> BADGE_NUMBER =
            OUTLINE.one("badge_number", Types.TEXT, "Badge or plate number", "As shown.");

    public static final Field<Reference> HOLDER =
            OUTLINE.reference("holder", "person", "Holder", "The person who seeks or holds it.");

    public static final Field<Reference> ORGANISATION = OUTLINE.reference(
            "organisation", "organisation", "Organisation", "The operator or business that seeks or holds it.");

    public static final Field<Reference> VEHICLE =
            OUTLINE.reference("vehicle", "vehicle", "Vehicle", "The vehicle it is for.");

    public static final Field<Reference> PREMISES =
            OUTLINE.reference("premises", "place", "Premises", "The premises it is for.");

    public static final Field<GssCode> LICENSING_AUTHORITY =
            OUTLINE.one("licensing_authority", GssCode.TYPE, "Licensing authority", "Area code of the authority.");

    public static final Field<String> LICENSING_AUTHORITY_NAME = OUTLINE.one(
            "licensing_authority_name", Types.NAME, "Name of the licensing authority", "As the sender writes it.");

    public static final Field<Code> STATE =
            OUTLINE.requiredCode("state", "licence_state", "State", "What was applied for or decided.");

    public static final Field<LocalDate> APPLIED_ON =
            OUTLINE.one("applied_on", Types.DAY, "Applied on", "Day of the application.");

    public static final Field<LocalDate> STARTS_ON =
            OUTLINE.one("starts_on", Types.DAY, "Starts on", "First day of the licence.");

    public static final Field<LocalDate> ENDS_ON =
            OUTLINE.one("ends_on", Types.DAY, "Ends on", "Last day of the licence.");

    public static final Field<LocalDate> DECIDED_ON =
            OUTLINE.one("decided_on", Types.DAY, "Decided on", "Day of the decision.");

    public static final Field<LocalDate> EFFECTIVE_ON =
            OUTLINE.one("effective_on", Types.DAY, "Effective on", "Day from which the decision holds.");

    public static final Field<Code> SAFEGUARDING_REASON = OUTLINE.code(
            "safeguarding_reason",
            "yes_no_not_known",
            "Safeguarding reason",
            "Whether the decision relied on safeguarding information.");

    public static final Field<String> CONDITIONS =
            OUTLINE.one("conditions", Types.NOTE, "Conditions", "Conditions of the licence.");

    public static final Field<LocalDate> DBS_CHECKED_ON =
            OUTLINE.one("dbs_checked_on", Types.DAY, "DBS checked on", "Day of the last enhanced check.");

    public static final Field<LocalDate> REGISTER_SEARCHED_ON = OUTLINE.one(
            "register_searched_on",
            Types.DAY,
            "National register searched on",
            "Day on which refusals and revocations elsewhere were looked up.");

    public static final Field<LocalDate> TRAINING_ON =
            OUTLINE.one("training_on", Types.DAY, "Safeguarding training on", "Day of the last training.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.atLeastOne(HOLDER, ORGANISATION, VEHICLE, PREMISES),
            Rules.ordered(STARTS_ON, ENDS_ON),
            Rules.ordered(APPLIED_ON, DECIDED_ON));

    private LicenceShape() {}
}
