package clew.core.standard;

import java.time.LocalDate;

/** The shape of testimony with agreement on each use. */
public final class TestimonyShape {
    private static final Outline OUTLINE = Outline.of(
            "testimony",
            "Testimony",
            "What a survivor, a family or a professional gave, on terms they set. Agreement is per use, may be withdrawn at any time, and is not the lawful basis; the limits are explained first.");

    public static final Field<Code> TESTIMONY_KIND =
            OUTLINE.requiredCode("testimony_kind", "testimony_kind", "Kind", "Whose words they are.");

    public static final Field<Reference> PERSON =
            OUTLINE.reference("person", "person", "Who gave it", "Left blank when they do not want to be linked.");

    public static final Field<Reference> EVENT =
            OUTLINE.reference("event", "event", "About the event", "The event it is about, if it may be linked.");

    public static final Field<LocalDate> GIVEN_ON =
            OUTLINE.one("given_on", Types.DAY, "Given on", "The day it was given.");

    public static final Field<String> TEXT =
            OUTLINE.one("text", Types.NOTE, "Words", "The words, quoted; never rewritten.");

    public static final Field<Boolean> LIMITS_EXPLAINED = OUTLINE.required(
            "limits_explained",
            Types.YES_NO,
            "Limits explained",
            "Whether it was said beforehand when words must be shared all the same.");

    public static final Field<Code> AGREE_SAFEGUARDING = OUTLINE.code(
            "agree_safeguarding",
            "agreement",
            "Use to protect",
            "Agreement to use it to protect this or other children.");

    public static final Field<Code> AGREE_INVESTIGATION = OUTLINE.code(
            "agree_investigation", "agreement", "Use in investigation", "Agreement to use it in an investigation.");

    public static final Field<Code> AGREE_AUDIT =
            OUTLINE.code("agree_audit", "agreement", "Use in audit", "Agreement to count it in national figures.");

    public static final Field<Code> AGREE_LEARNING = OUTLINE.code(
            "agree_learning",
            "agreement",
            "Use in learning",
            "Agreement to use it, without names, for training and review.");

    public static final Field<Code> AGREE_CONTACT =
            OUTLINE.code("agree_contact", "agreement", "Contact again", "Agreement to be contacted.");

    public static final Field<Code> AGREE_LINKING =
            OUTLINE.code("agree_linking", "agreement", "Linking", "Agreement to link it to a case.");

    public static final Field<LocalDate> WITHDRAWN_ON =
            OUTLINE.one("withdrawn_on", Types.DAY, "Withdrawn on", "The day on which it was withdrawn as a whole.");

    public static final Field<String> WHO_MAY_SEE =
            OUTLINE.one("who_may_see", Types.TEXT, "Who may see", "As the person said.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            TestimonyRules.agreementSaid(),
            TestimonyRules.linkedWithAgreement(),
            TestimonyRules.handled(),
            Rules.ordered(GIVEN_ON, WITHDRAWN_ON));

    private TestimonyShape() {}
}
