package clew.core.standard;

import java.time.LocalDate;
import java.util.List;

/** The fields that each record carries: who is responsible for it, why it may be here, who may see it, and when it was known. */
public final class Common {
    private static final Outline OUTLINE = Outline.ofCommonFields();

    public static final Field<String> CONTROLLER = OUTLINE.required(
            "controller",
            Types.NAME,
            "Controller",
            "The organisation that answers for the record under data protection law.");
    public static final Field<Code> REGIME =
            OUTLINE.requiredCode("regime", "regime", "Regime", "The law under which the controller processes it.");
    public static final Field<Code> PURPOSE = OUTLINE.requiredCode(
            "purpose", "purpose", "Purpose", "What the record may be used for. Some purposes are never served.");
    public static final Field<String> REASON_FOR_INCLUSION = OUTLINE.required(
            "reason_for_inclusion",
            Types.TEXT,
            "Reason for inclusion",
            "Why this person, thing or event is in the picture, such as \"named in a recorded crime\".");
    public static final Field<Code> ROLL_KIND = OUTLINE.code(
            "roll_kind",
            "roll_kind",
            "Whole roll",
            "The kind of whole roll the record was taken from. Blank when it was not.");
    public static final Field<String> IMPACT_ASSESSMENT = OUTLINE.one(
            "impact_assessment",
            Types.TEXT,
            "Impact assessment",
            "Reference of the impact assessment that allows the roll.");
    public static final Field<LocalDate> IMPACT_ASSESSMENT_DATE = OUTLINE.one(
            "impact_assessment_date", Types.DAY, "Date of impact assessment", "The day on which it was signed.");
    public static final Field<Code> SOURCE_KIND = OUTLINE.code(
            "source_kind",
            "source_kind",
            "Kind of source",
            "Where the content comes from. Covert sources are refused.");
    public static final Field<Code> FACT_OR_OPINION = OUTLINE.code(
            "fact_or_opinion", "fact_or_opinion", "Fact or opinion", "Whether it states a fact or somebody's opinion.");
    public static final Field<Code> HANDLING =
            OUTLINE.code("handling", "handling", "Handling", "Whether the record may be shared.");
    public static final Field<String> HANDLING_CONDITIONS = OUTLINE.one(
            "handling_conditions", Types.NOTE, "Handling conditions", "On what conditions, when handling is C.");
    public static final Field<Code> VISIBILITY = OUTLINE.code(
            "visibility",
            "visibility",
            "What other agencies see",
            "The owner's choice for this record, or that it is restricted because a member of staff or their family is the subject. Blank: as the owner chose for the type of record.");
    public static final Field<LocalDate> KNOWN_FROM =
            OUTLINE.one("known_from", Types.DAY, "Known from", "The day on which the sender knew it.");
    public static final Field<UncertainDate> OCCURRED = OUTLINE.one(
            "occurred",
            Types.UNCERTAIN_DATE,
            "Occurred",
            "When it happened, or from when to when it held, as far as known.");
    public static final Field<Boolean> SIMULATED = OUTLINE.one(
            "simulated",
            Types.YES_NO,
            "Simulated",
            "Yes when the people in it are not real. Allows identifiers kept for demonstration.");

    static final List<Field<?>> FIELDS = OUTLINE.fields();

    private Common() {}

    static List<Rule> rules() {
        return CommonRules.ALL;
    }
}
