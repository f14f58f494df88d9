package clew.app.api;

import java.util.List;
import java.util.Map;

/** How a roll is sent that is looked up. */
final class RollSchema {

    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> TEXTS = Map.of("type", "array", "items", TEXT);

    private RollSchema() {}

    static Map<String, Object> of() {
        Map<String, Object> person = Map.of(
                "type",
                "object",
                "description",
                "Two fields of standard-person as texts, or an identifier. The answer names whom it is about by the key",
                "required",
                List.of("key"),
                "properties",
                Map.of(
                        "key",
                        TEXT,
                        "person",
                        Map.of("type", "object", "additionalProperties", TEXT),
                        "identifiers",
                        TEXTS));
        return Map.of(
                "type",
                "object",
                "required",
                List.of("kind", "impactAssessment", "impactAssessmentDate", "people"),
                "properties",
                Map.of(
                        "kind",
                        Map.of("type", "string", "description", "Of the list roll_kind"),
                        "impactAssessment",
                        Map.of("type", "string", "maxLength", RollCall.LONGEST_REFERENCE),
                        "impactAssessmentDate",
                        Map.of("type", "string", "format", "date"),
                        "people",
                        Map.of("type", "array", "minItems", 1, "maxItems", RollCall.MOST, "items", person)));
    }
}
