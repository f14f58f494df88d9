package clew.core.network.files;

import clew.core.network.BlockList;
import clew.core.network.Evidence;
import clew.core.network.OverConnected;
import clew.core.network.OwnPatterns;
import clew.core.network.Pattern;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    /** What was set aside, with whom it was, and until when: the list {@code block_list} of the file. */
    public static List<Map<String, @Nullable Object>> blocked(
            List<BlockTable.Entry> entries, LocalDate asOn, Evidence evidence, UnaryOperator<String> name) {
        Map<String, BlockList.Shown> shown = new TreeMap<>();
        BlockTable.inForce(entries, asOn).shown(evidence).forEach(one -> shown.put(one.subject(), one));
        return entries.stream()
                .map(entry -> blocked(entry, asOn, shown.get(entry.id()), name))
                .toList();
    }

    private static Map<String, @Nullable Object> blocked(
            BlockTable.Entry entry, LocalDate asOn, BlockList.@Nullable Shown shown, UnaryOperator<String> name) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subject", entry.id());
        json.put("name", name.apply(entry.id()));
        json.put("reason", entry.reason());
        json.put("review", entry.review().toString());
        json.put("counts_as_on", asOn.toString());
        json.put("standing", !entry.isInForce(asOn) ? "ended" : shown == null ? "unknown" : "in_force");
        json.put("episodes", shown == null ? 0 : shown.episodes());
        json.put("with", shown == null ? Map.of() : shown.with());
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
