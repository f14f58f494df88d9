package clew.core.standard;

/** The shape of a person: who they are, never what they are to an event. */
public final class PersonShape {
    private static final Outline OUTLINE = Outline.of(
            "person",
            "Person",
            "Somebody whose identity is recorded: a child, a parent, a worker, a person of concern. What they did or suffered is not here but in involvements.");

    public static final Field<String> GIVEN_NAME =
            OUTLINE.one("given_name", Types.NAME, "Given name", "First name as the sender holds it.");

    public static final Field<String> MIDDLE_NAMES =
            OUTLINE.one("middle_names", Types.NAME, "Middle names", "All further given names.");

    public static final Field<String> FAMILY_NAME =
            OUTLINE.one("family_name", Types.NAME, "Family name", "Surname as the sender holds it.");

    public static final Field<String> FULL_NAME = OUTLINE.one(
            "full_name", Types.NAME, "Full name", "The whole name, where the sender does not keep its parts.");

    public static final Field<String> ALSO_KNOWN_AS = OUTLINE.many(
            "also_known_as",
            Types.NAME,
            "Also known as",
            "Other names, nicknames and former names. Never a name that a sealed identity protects.");

    public static final Field<UncertainDate> DATE_OF_BIRTH = OUTLINE.explained(OUTLINE.one(
            "date_of_birth",
            Types.UNCERTAIN_DATE,
            "Date of birth",
            "As far as known. A default such as 1 January counts for its year only."));

    public static final Field<Code> AGE_DISPUTED = OUTLINE.code(
            "age_disputed",
            "yes_no_not_known",
            "Age disputed",
            "Whether the age is disputed. Who may be a child is treated as one.");

    public static final Field<Code> SEX =
            OUTLINE.explained(OUTLINE.code("sex", "sex", "Sex", "As recorded by the sender."));

    public static final Field<Code> GENDER = OUTLINE.code("gender", "gender", "Gender", "As the person says.");

    public static final Field<String> ADDRESS =
            OUTLINE.one("address", Types.TEXT, "Address", "The whole address in one line, as the sender holds it.");

    public static final Field<String> HOUSE_NUMBER =
            OUTLINE.one("house_number", Types.TEXT, "House number or name", "Such as 14, 14A or Rose Cottage.");

    public static final Field<String> STREET = OUTLINE.one("street", Types.NAME, "Street", "Name of the street.");

    public static final Field<String> TOWN = OUTLINE.one("town", Types.NAME, "Town", "Post town or village.");

    public static final Field<Postcode> POSTCODE =
            OUTLINE.one("postcode", Postcode.TYPE, "Postcode", "British postcode.");

    public static final Field<Uprn> UPRN =
            OUTLINE.one("uprn", Uprn.TYPE, "Property reference (UPRN)", "Unique property reference number.");

    public static final Field<PhoneNumber> PHONE =
            OUTLINE.many("phone", PhoneNumber.TYPE, "Phone", "Telephone numbers.");

    public static final Field<EmailAddress> EMAIL =
            OUTLINE.many("email", EmailAddress.TYPE, "E-mail", "E-mail addresses.");

    public static final Field<NhsNumber> NHS_NUMBER = OUTLINE.one(
            "nhs_number",
            NhsNumber.TYPE,
            "NHS number",
            "NHS number. Two different good ones can be one adopted child.");

    public static final Field<Upn> UPN =
            OUTLINE.one("upn", Upn.TYPE, "Unique pupil number", "Given by a school in England.");

    public static final Field<Uln> ULN = OUTLINE.one("uln", Uln.TYPE, "Unique learner number", "Given from age 14.");

    public static final Field<LaChildId> LA_CHILD_ID = OUTLINE.one(
            "la_child_id", LaChildId.TYPE, "Authority's child identifier", "As in the children in need census.");

    public static final Field<PncId> PNC_ID =
            OUTLINE.one("pnc_id", PncId.TYPE, "PNC identifier", "Police National Computer.");

    public static final Field<Cro> CRO_NUMBER =
            OUTLINE.one("cro_number", Cro.TYPE, "CRO number", "Criminal Records Office.");

    public static final Field<Nino> NINO = OUTLINE.one(
            "nino", Nino.TYPE, "National Insurance number", "The prefix QQ is only for records marked as simulated.");

    public static final Field<DriverNumber> DRIVER_NUMBER =
            OUTLINE.one("driver_number", DriverNumber.TYPE, "Driver number", "Of a driving licence.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number for the person.");

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

    public static final Field<String> LANGUAGE = OUTLINE.explained(
            OUTLINE.one("language", Types.NAME, "First language", "Language of the home, best as a name in English."));

    public static final Field<Code> INTERPRETER_NEEDED = OUTLINE.code(
            "interpreter_needed",
            "yes_no_not_known",
            "Interpreter needed",
            "Whether to bring an interpreter or intermediary.");

    public static final Field<Code> DISABILITY =
            OUTLINE.explained(OUTLINE.codes("disability", "disability", "Disability", "Kinds of disability."));

    public static final Field<Code> LOOKED_AFTER_STATUS = OUTLINE.explained(OUTLINE.code(
            "looked_after_status",
            "looked_after_status",
            "Looked-after status",
            "Legal status under which the child is looked after."));

    public static final Field<GssCode> RESPONSIBLE_AUTHORITY = OUTLINE.one(
            "responsible_authority",
            GssCode.TYPE,
            "Responsible authority",
            "Area code of the local authority responsible for the child.");

    public static final Field<UncertainDate> DIED_ON =
            OUTLINE.one("died_on", Types.UNCERTAIN_DATE, "Died on", "Date of death, as far as known.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            PersonRules.NAMED,
            PersonRules.DEMONSTRATION,
            PersonRules.DRIVER_NUMBER,
            PersonRules.DEFAULT_BIRTH,
            Rules.inOrder(DATE_OF_BIRTH, DIED_ON),
            Rules.gapOrValue(DATE_OF_BIRTH),
            Rules.gapOrValue(SEX),
            Rules.gapOrValue(SELF_DEFINED_ETHNICITY),
            Rules.gapOrValue(OBSERVED_ETHNICITY),
            Rules.gapOrValue(NATIONALITY));

    private PersonShape() {}
}
