package clew.core.standard;

import java.time.LocalDate;

/** The shape of an intelligence item with its 3x5x2 grade. */
public final class IntelligenceShape {
    private static final Outline OUTLINE = Outline.of(
            "intelligence",
            "Intelligence",
            "One graded item of information. Each item is graded by itself; a grade never belongs to a person. Intelligence is not evidence.");

    public static final Field<String> TEXT = OUTLINE.required(
            "text", Types.NOTE, "Text", "The item, as shared: what identifies a sensitive source is taken out.");

    public static final Field<Code> SOURCE_EVALUATION = OUTLINE.code(
            "source_evaluation", "intelligence_source", "Source", "How reliable the source has been (3x5x2).");

    public static final Field<Code> INFORMATION_ASSESSMENT = OUTLINE.code(
            "information_assessment", "intelligence_information", "Information", "How the source knows it (3x5x2).");

    public static final Field<Code> CONDITIONS = OUTLINE.codes(
            "conditions", "intelligence_condition", "Handling codes", "Codes of action and sanitisation.");

    public static final Field<Code> IMPORTED_SOURCE =
            OUTLINE.code("imported_source", "source_5x5x5", "Older source grade", "The 5x5x5 grade it came with.");

    public static final Field<Code> IMPORTED_INFORMATION = OUTLINE.code(
            "imported_information", "information_5x5x5", "Older information grade", "The 5x5x5 grade it came with.");

    public static final Field<Code> IMPORTED_HANDLING =
            OUTLINE.code("imported_handling", "handling_5x5x5", "Older handling code", "The 5x5x5 code it came with.");

    public static final Field<Boolean> GRADE_CHECKED = OUTLINE.one(
            "grade_checked", Types.YES_NO, "Grade checked", "Yes once a person has checked a converted grade.");

    public static final Field<LocalDate> SUBMITTED_ON =
            OUTLINE.one("submitted_on", Types.DAY, "Submitted on", "The day the item was submitted.");

    public static final Field<Reference> SANITISED_OF = OUTLINE.reference(
            "sanitised_of",
            "intelligence",
            "Sanitised version of",
            "The sensitive item of which this is the version for sharing.");

    public static final Field<Code> CLASSIFICATION =
            OUTLINE.code("classification", "classification", "Classification", "Government classification.");

    public static final Field<Reference> PERSON =
            OUTLINE.many("person", Types.reference("person"), "People", "Who it is about.");

    public static final Field<Reference> UNIDENTIFIED_PERSON = OUTLINE.many(
            "unidentified_person", Types.reference("unidentified_person"), "Unidentified people", "Who it is about.");

    public static final Field<Reference> VEHICLE =
            OUTLINE.many("vehicle", Types.reference("vehicle"), "Vehicles", "Which vehicles.");

    public static final Field<Reference> PHONE =
            OUTLINE.many("phone", Types.reference("phone"), "Phones", "Which phones.");

    public static final Field<Reference> PLACE =
            OUTLINE.many("place", Types.reference("place"), "Places", "Which places.");

    public static final Field<Reference> ORGANISATION =
            OUTLINE.many("organisation", Types.reference("organisation"), "Organisations", "Which organisations.");

    public static final Field<Reference> EVENT =
            OUTLINE.many("event", Types.reference("event"), "Events", "Which events.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE =
            OUTLINE.shape(IntelligenceRules.GRADED, IntelligenceRules.HANDLED, IntelligenceRules.CLASSIFIED);

    private IntelligenceShape() {}
}
