package clew.core.standard;

import java.time.LocalDate;

/** The shape of a referral. */
public final class ReferralShape {
    private static final Outline OUTLINE = Outline.of(
            "referral",
            "Referral",
            "A referral or contact to children's social care, its source and what was decided.");

    public static final Field<Reference> PERSON =
            OUTLINE.requiredReference("person", "person", "Child", "The child it is about.");

    public static final Field<LocalDate> RECEIVED_ON =
            OUTLINE.one("received_on", Types.DAY, "Received on", "The day it was received.");

    public static final Field<Code> REFERRAL_SOURCE =
            OUTLINE.code("referral_source", "referral_source", "Source", "As in the children in need census.");

    public static final Field<String> REFERRED_BY =
            OUTLINE.one("referred_by", Types.TEXT, "Referred by", "Name and role.");

    public static final Field<String> AGENCY =
            OUTLINE.one("agency", Types.NAME, "Referring agency", "Where they work.");

    public static final Field<GssCode> AUTHORITY =
            OUTLINE.one("authority", GssCode.TYPE, "Authority", "Area code of the authority that received it.");

    public static final Field<String> CONCERN =
            OUTLINE.one("concern", Types.NOTE, "Concern", "What is worrying, in words that do not blame.");

    public static final Field<Code> PRIMARY_NEED =
            OUTLINE.code("primary_need", "primary_need", "Primary need", "As in the children in need census.");

    public static final Field<Code> ASSESSMENT_FACTOR =
            OUTLINE.codes("assessment_factor", "assessment_factor", "Factors", "Found at the end of an assessment.");

    public static final Field<Code> CHILD_EXPLOITATION = OUTLINE.code(
            "child_exploitation", "yes_no_not_known", "Child exploitation", "Whether exploitation is a concern.");

    public static final Field<Code> GROUP_CONSIDERED = OUTLINE.code(
            "group_considered",
            "yes_no_not_known",
            "Group-based exploitation considered",
            "Whether the authority considered it.");

    public static final Field<String> CHILD_VOICE =
            OUTLINE.one("child_voice", Types.NOTE, "Child's wishes", "In the child's own words.");

    public static final Field<Code> OUTCOME =
            OUTLINE.code("outcome", "referral_outcome", "Outcome", "What was decided.");

    public static final Field<LocalDate> OUTCOME_ON =
            OUTLINE.one("outcome_on", Types.DAY, "Outcome on", "The day of the decision.");

    public static final Field<Code> NFA_REASON =
            OUTLINE.code("nfa_reason", "nfa_reason", "Reason of no further action", "Why none was taken.");

    public static final Field<Code> CLOSURE_REASON =
            OUTLINE.code("closure_reason", "closure_reason", "Reason of closure", "As in the children in need census.");

    public static final Field<LocalDate> REFERRER_TOLD_ON =
            OUTLINE.one("referrer_told_on", Types.DAY, "Referrer told on", "The day on which the referrer heard back.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.needs(OUTCOME, "no_further_action", NFA_REASON),
            Rules.ordered(RECEIVED_ON, OUTCOME_ON),
            Rules.ordered(RECEIVED_ON, REFERRER_TOLD_ON));

    private ReferralShape() {}
}
