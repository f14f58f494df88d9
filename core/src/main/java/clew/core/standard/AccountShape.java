package clew.core.standard;

import java.time.LocalDate;

/** The shape of an account: offered, taken, declined or not asked. */
public final class AccountShape {
    private static final Outline OUTLINE = Outline.of(
            "account",
            "Account",
            "Whether a child or adult was asked, by whom and how, and what came of it: offered, taken, declined, or not asked and why. Others see that it is held and on what topics, so that nobody asks again.");

    public static final Field<Reference> PERSON =
            OUTLINE.requiredReference("person", "person", "Person", "Whose account.");

    public static final Field<Code> ACCOUNT_KIND =
            OUTLINE.code("account_kind", "account_kind", "Kind", "How the words were, or would be, taken.");

    public static final Field<Code> STATE = OUTLINE.requiredCode("state", "account_state", "State", "What came of it.");

    public static final Field<LocalDate> ON = OUTLINE.one("on", Types.DAY, "On", "The day of the offer or account.");

    public static final Field<String> ASKED_BY =
            OUTLINE.one("asked_by", Types.TEXT, "Asked by", "Name and role of who asked.");

    public static final Field<String> AGENCY = OUTLINE.one("agency", Types.NAME, "Agency", "Where they work.");

    public static final Field<Code> NOT_ASKED_REASON =
            OUTLINE.code("not_asked_reason", "not_asked_reason", "Why not asked", "When nobody asked.");

    public static final Field<String> REASON_TEXT =
            OUTLINE.one("reason_text", Types.NOTE, "In words", "More about the reason.");

    public static final Field<Code> INTERMEDIARY =
            OUTLINE.code("intermediary", "yes_no_not_known", "Intermediary or interpreter", "Whether one was there.");

    public static final Field<String> SUPPORTER =
            OUTLINE.one("supporter", Types.TEXT, "Supporter", "Whom the person chose to be there.");

    public static final Field<String> TOPICS =
            OUTLINE.many("topics", Types.TEXT, "Topics", "In general words, so that others need not ask again.");

    public static final Field<String> OWN_WORDS = OUTLINE.one(
            "own_words", Types.NOTE, "Own words", "What the person wishes to be known, quoted; never rewritten.");

    public static final Field<LocalDate> NEXT_OFFER_ON =
            OUTLINE.one("next_offer_on", Types.DAY, "Next offer on", "When it will be offered again.");

    public static final Field<Code> VICTIMS_RIGHT_TO_REVIEW = OUTLINE.code(
            "victims_right_to_review",
            "yes_no_not_known",
            "Told of the right to review",
            "Whether the right to review a decision was explained.");

    public static final Field<Reference> EVENT =
            OUTLINE.reference("event", "event", "About the event", "The event it is about.");

    public static final Field<String> LOCAL_ID =
            OUTLINE.one("local_id", Types.TEXT, "Sender's identifier", "The sender's own number.");

    /** The shape. */
    public static final Shape SHAPE = OUTLINE.shape(
            Rules.needs(STATE, "not_asked", NOT_ASKED_REASON),
            Rules.needs(STATE, "taken", ON),
            Rules.ordered(ON, NEXT_OFFER_ON),
            Rules.needs(NOT_ASKED_REASON, "other", REASON_TEXT));

    private AccountShape() {}
}
