package clew.core.standard;

/** The shape of somebody who is not yet identified. */
public final class UnidentifiedPersonShape {
    private static final Outline OUTLINE = Outline.of(
            "unidentified_person",
            "Unidentified person",
            "Somebody known only by a nickname, a description or a number. Carries ties like anyone, and may be identified later.");

    public static final Field<String> KNOWN_AS =
            OUTLINE.many("known_as", Types.NAME, "Known as", "Nicknames or names in use, such as \"Big Daz\".");

    public static final Field<String> DESCRIPTION = OUTLINE.one(
            "description", Types.NOTE, "Description", "What was said about the person, in the words of the sender.");

    public static final Field<Code> SEX =
            OUTLINE.explained(OUTLINE.code("sex", "sex", "Sex", "As recorded by the sender."));

    public static final Field<Integer> AGE_FROM =
            OUTLINE.one("age_from", Types.WHOLE_NUMBER_TYPE, "Age from", "Youngest age thought possible, in years.");

    public static final Field<Integer> AGE_TO =
            OUTLINE.one("age_to", Types.WHOLE_NUMBER_TYPE, "Age to", "Oldest age thought possible, in years.");

    public static final Field<Code> OBSERVED_ETHNICITY = OUTLINE.explained(OUTLINE.code(
            "observed_ethnicity",
            "observed_ethnicity",
            "Observed ethnicity",
            "As seen by an officer or described by a witness."));

    public static final Field<PhoneNumber> PHONE = OUTLINE.many("phone", PhoneNumber.TYPE, "Phone", "Numbers in use.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    public static final Field<Reference> IDENTIFIED_AS = OUTLINE.reference(
            "identified_as",
            "person",
            "Identified as",
            "The person it turned out to be, once somebody has confirmed it.");

    /** The shape. */
    public static final Shape SHAPE =
            OUTLINE.shape(Rules.atLeastOne(KNOWN_AS, DESCRIPTION, PHONE, LOCAL_ID), Rules.ordered(AGE_FROM, AGE_TO));

    private UnidentifiedPersonShape() {}
}
