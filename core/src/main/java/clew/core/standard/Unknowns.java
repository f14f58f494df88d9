package clew.core.standard;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which systems say that they have no value: read as a stated gap, never as a value.
 * A code list is asked first, so that a list with a code of its own for "unknown" keeps it.
 */
public final class Unknowns {
    private static final int LONGEST_MARKER = 40;
    private static final Pattern NINES_OR_NOUGHTS_DATE = Pattern.compile("(99|00)[/.-](99|00)[/.-](9999|0000|99|00)");
    private static final Map<String, WhyMissing> MARKERS = Map.ofEntries(
            Map.entry("unknown", WhyMissing.NOT_KNOWN),
            Map.entry("unk", WhyMissing.NOT_KNOWN),
            Map.entry("n/k", WhyMissing.NOT_KNOWN),
            Map.entry("nk", WhyMissing.NOT_KNOWN),
            Map.entry("not known", WhyMissing.NOT_KNOWN),
            Map.entry("not_known", WhyMissing.NOT_KNOWN),
            Map.entry("dont know", WhyMissing.NOT_KNOWN),
            Map.entry("don't know", WhyMissing.NOT_KNOWN),
            Map.entry("tbc", WhyMissing.NOT_KNOWN),
            Map.entry("?", WhyMissing.NOT_KNOWN),
            Map.entry("??", WhyMissing.NOT_KNOWN),
            Map.entry("???", WhyMissing.NOT_KNOWN),
            Map.entry("null", WhyMissing.NOT_RECORDED),
            Map.entry("nil", WhyMissing.NOT_RECORDED),
            Map.entry("none recorded", WhyMissing.NOT_RECORDED),
            Map.entry("not recorded", WhyMissing.NOT_RECORDED),
            Map.entry("not_recorded", WhyMissing.NOT_RECORDED),
            Map.entry("not stated", WhyMissing.NOT_RECORDED),
            Map.entry("blank", WhyMissing.NOT_RECORDED),
            Map.entry("-", WhyMissing.NOT_RECORDED),
            Map.entry("--", WhyMissing.NOT_RECORDED),
            Map.entry(".", WhyMissing.NOT_RECORDED),
            Map.entry("n/r", WhyMissing.NOT_RECORDED),
            Map.entry("n/a", WhyMissing.NOT_APPLICABLE),
            Map.entry("not applicable", WhyMissing.NOT_APPLICABLE),
            Map.entry("not_applicable", WhyMissing.NOT_APPLICABLE),
            Map.entry("not asked", WhyMissing.NOT_ASKED),
            Map.entry("not_asked", WhyMissing.NOT_ASKED),
            Map.entry("refused", WhyMissing.DECLINED),
            Map.entry("declined", WhyMissing.DECLINED),
            Map.entry("prefer not to say", WhyMissing.DECLINED),
            Map.entry("refu", WhyMissing.DECLINED),
            Map.entry("nobt", WhyMissing.NOT_ASKED),
            Map.entry("withheld", WhyMissing.WITHHELD),
            Map.entry("restricted", WhyMissing.WITHHELD),
            Map.entry("redacted", WhyMissing.WITHHELD),
            Map.entry("99999999", WhyMissing.NOT_KNOWN));

    private Unknowns() {}

    /** Why there is no value in a text, or empty when the text may hold one. */
    public static Optional<WhyMissing> whyMissing(String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.of(WhyMissing.NOT_RECORDED);
        }
        if (bare.length() > LONGEST_MARKER) {
            return Optional.empty();
        }
        if (NINES_OR_NOUGHTS_DATE.matcher(bare).matches()) {
            return Optional.of(WhyMissing.NOT_KNOWN);
        }
        return Optional.ofNullable(MARKERS.get(bare.toLowerCase(Locale.ROOT)));
    }
}
