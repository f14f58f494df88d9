package clew.core.network.files;

import clew.core.network.Evidence;
import clew.core.network.OverConnected;
import clew.core.network.OwnPatterns;
import clew.core.network.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Patterns beside the lines, and what is too busy to tie anybody, as maps and lists that any JSON writer takes: {@code patterns.json}. */
public final class PatternJson {
    private PatternJson() {}

    /**
     * The whole file.
     *
     * @param name what to call a subject, by its id
     */
    public static Map<String, Object> of(Evidence evidence, UnaryOperator<String> name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "patterns",
                OwnPatterns.of(evidence).stream()
                        .map(pattern -> pattern(pattern, name))
                        .toList());
        json.put(
                "over_connected",
                OverConnected.of(evidence).stream()
                        .map(busy -> busy(busy, name))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> pattern(Pattern pattern, UnaryOperator<String> name) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", pattern.kind().name().toLowerCase(Locale.ROOT));
        json.put("about_a_professional", pattern.isAboutProfessional());
        json.put("subject", pattern.subject());
        json.put("name", name.apply(pattern.subject()));
        json.put("subjects", pattern.subjects());
        json.put("children", pattern.children());
        json.put("agencies", pattern.agencies());
        json.put("first", pattern.first().toString());
        json.put("last", pattern.last().toString());
        json.put("known", pattern.known().toString());
        json.put("summary", pattern.paragraph());
        json.put("evidence_for", pattern.supporting());
        json.put("evidence_against", pattern.against());
        json.put("would_change", pattern.wouldChange());
        json.put("episodes", pattern.episodes().stream().map(LineJson::episode).toList());
        json.put("explanation", pattern.explanation().toMap());
        return json;
    }

    private static Map<String, Object> busy(OverConnected busy, UnaryOperator<String> name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", busy.subject());
        json.put("name", name.apply(busy.subject()));
        json.put("kind", busy.kind().name().toLowerCase(Locale.ROOT));
        json.put("episodes", busy.episodes());
        json.put("why", busy.why());
        return json;
    }

    /** How many of each there are, in words. */
    public static String summary(Map<String, Object> json) {
        return count(json, "patterns") + " patterns beside the lines, " + count(json, "over_connected")
                + " vehicles, phones and accounts too busy to tie anybody";
    }

    private static int count(Map<String, Object> json, String list) {
        return json.get(list) instanceof List<?> all ? all.size() : 0;
    }
}
