package clew.core.standard;

/** The shape of a relationship with its reason. */
public final class RelationshipShape {
    private static final Outline OUTLINE = Outline.of(
            "relationship",
            "Relationship",
            "Two who are connected, with the reason. A tie that its reason explains is shown and weighs less.");

    public static final Field<Reference> PERSON =
            OUTLINE.reference("person", "person", "Person", "The first: the parent, carer, worker, holder or user.");

    public static final Field<Reference> UNIDENTIFIED_PERSON = OUTLINE.reference(
            "unidentified_person", "unidentified_person", "Unidentified person", "The first, when not yet identified.");

    public static final Field<Reference> OTHER_PERSON =
            OUTLINE.reference("other_person", "person", "Other person", "The second, a person.");

    public static final Field<Reference> OTHER_UNIDENTIFIED_PERSON = OUTLINE.reference(
            "other_unidentified_person",
            "unidentified_person",
            "Other unidentified person",
            "The second, a person not yet identified.");

    public static final Field<Reference> ORGANISATION =
            OUTLINE.reference("organisation", "organisation", "Organisation", "The second, an organisation.");

    public static final Field<Reference> PLACE = OUTLINE.reference("place", "place", "Place", "The second, a place.");

    public static final Field<Reference> VEHICLE =
            OUTLINE.reference("vehicle", "vehicle", "Vehicle", "The second, a vehicle.");

    public static final Field<Reference> PHONE = OUTLINE.reference("phone", "phone", "Phone", "The second, a phone.");

    public static final Field<Reference> ONLINE_ACCOUNT =
            OUTLINE.reference("online_account", "online_account", "Online account", "The second, an account.");

    public static final Field<Code> REASON =
            OUTLINE.requiredCode("reason", "relationship_reason", "Reason", "Why they are connected.");

    public static final Field<Boolean> REASON_INFERRED = OUTLINE.one(
            "reason_inferred",
            Types.YES_NO,
            "Reason inferred",
            "Yes when nobody stated the reason and it was worked out, such as from a shared address.");

    public static final Field<UncertainDate> STARTED =
            OUTLINE.one("started", Types.UNCERTAIN_DATE, "Started", "When it began, as far as known.");

    public static final Field<UncertainDate> ENDED =
            OUTLINE.one("ended", Types.UNCERTAIN_DATE, "Ended", "When it ended, as far as known.");

    public static final Field<Code> PARENTAL_RESPONSIBILITY = OUTLINE.code(
            "parental_responsibility",
            "yes_no_not_known",
            "Parental responsibility",
            "Whether the first has it for the second.");

    public static final Field<String> NOTE = OUTLINE.one("note", Types.NOTE, "Note", "What the sender says about it.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.exactlyOne(PERSON, UNIDENTIFIED_PERSON),
            Rules.exactlyOne(
                    OTHER_PERSON, OTHER_UNIDENTIFIED_PERSON, ORGANISATION, PLACE, VEHICLE, PHONE, ONLINE_ACCOUNT),
            RelationshipRules.TWO,
            Rules.inOrder(STARTED, ENDED),
            Rules.needs(REASON, "other", NOTE));

    private RelationshipShape() {}
}
