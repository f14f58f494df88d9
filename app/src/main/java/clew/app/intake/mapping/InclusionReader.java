package clew.app.intake.mapping;

import clew.core.standard.Common;
import clew.core.standard.Field;
import clew.core.standard.Inclusion;
import clew.core.standard.Reading;
import clew.core.standard.Violation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code include}. What it says for every row is judged here, before any row is read: nothing of a refused extract is kept. */
final class InclusionReader {

    private static final Map<String, Field<?>> KEYS = keys();
    private static final Pattern EVERYBODY = Pattern.compile(
            "\\b(all|every|whole|entire)\\b.*\\b(pupils?|students?|patients?|residents?|tenants?|children|roll|register|list|population)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Faults faults;

    InclusionReader(Faults faults) {
        this.faults = faults;
    }

    private static Map<String, Field<?>> keys() {
        Map<String, Field<?>> keys = new LinkedHashMap<>();
        keys.put("regime", Common.REGIME);
        keys.put("purpose", Common.PURPOSE);
        keys.put("reason", Common.REASON_FOR_INCLUSION);
        keys.put("controller", Common.CONTROLLER);
        keys.put("roll_kind", Common.ROLL_KIND);
        keys.put("impact_assessment", Common.IMPACT_ASSESSMENT);
        keys.put("impact_assessment_date", Common.IMPACT_ASSESSMENT_DATE);
        keys.put("source_kind", Common.SOURCE_KIND);
        keys.put("handling", Common.HANDLING);
        keys.put("handling_conditions", Common.HANDLING_CONDITIONS);
        return keys;
    }

    clew.app.intake.mapping.Inclusion read(Block mapping) {
        Map<String, ValueSource> sources = new HashMap<>();
        if (!mapping.has("include")) mapping.fault("include", "regime, purpose and reason for inclusion", "nothing");
        Block block = Block.of(mapping.node("include"), "include", faults, new TreeSet<>(KEYS.keySet()));
        if (block == null) return new clew.app.intake.mapping.Inclusion(sources);
        KEYS.forEach((key, field) -> {
            ValueSource source = source(block, key, field);
            if (source != null) sources.put(field.name(), source);
        });
        judge(block, sources);
        return new clew.app.intake.mapping.Inclusion(sources);
    }

    /** Plain text is the value itself here; a block names a column. The controller is the agency unless another is named. */
    private @Nullable ValueSource source(Block block, String key, Field<?> field) {
        Node node = block.node(key);
        if (node instanceof Node.Keyed) return new ValueReader(faults).read(node, "include." + key, field);
        boolean required = field.required() && field != Common.CONTROLLER;
        String text = required
                ? block.required(key, field.description())
                : block.text(key).orElse("");
        return text.isEmpty() ? null : new ValueSource.Constant(text);
    }

    private void judge(Block block, Map<String, ValueSource> sources) {
        String date = constant(sources, Common.IMPACT_ASSESSMENT_DATE);
        Inclusion declared = new Inclusion(
                constant(sources, Common.CONTROLLER),
                constant(sources, Common.REGIME),
                constant(sources, Common.PURPOSE),
                constant(sources, Common.REASON_FOR_INCLUSION),
                constant(sources, Common.ROLL_KIND),
                sources.get(Common.IMPACT_ASSESSMENT.name()) instanceof ValueSource.Column
                        ? "in a column"
                        : constant(sources, Common.IMPACT_ASSESSMENT),
                day(block, date),
                constant(sources, Common.SOURCE_KIND));
        for (Violation violation : declared.violations())
            block.fault(key(violation), violation.expected(), violation.found());
        String reason = declared.reason();
        if (declared.rollKind() == null && reason != null && isRoll(reason))
            block.fault(
                    "roll_kind",
                    "the kind of whole roll, and its impact assessment, because the reason is everybody",
                    reason);
    }

    private static boolean isRoll(String reason) {
        return EVERYBODY.matcher(reason).find() || Common.ROLL_KIND.type().read(reason) instanceof Reading.Known;
    }

    private static String key(Violation violation) {
        return KEYS.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(violation.field()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static @Nullable LocalDate day(Block block, @Nullable String text) {
        if (text == null) return null;
        Reading<LocalDate> reading = Common.IMPACT_ASSESSMENT_DATE.type().read(text);
        if (reading instanceof Reading.Known<LocalDate> known) return known.value();
        block.fault(
                "impact_assessment_date", Common.IMPACT_ASSESSMENT_DATE.type().expected(), text);
        return null;
    }

    private static @Nullable String constant(Map<String, ValueSource> sources, Field<?> field) {
        return sources.get(field.name()) instanceof ValueSource.Constant constant ? constant.text() : null;
    }
}
