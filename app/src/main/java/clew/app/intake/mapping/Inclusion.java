package clew.app.intake.mapping;

import java.util.Map;

/**
 * Why the rows of an extract may be in the Picture at all: controller, regime, purpose and reason for inclusion (purpose limitation: UK GDPR
 * article 5(1)(b), DPA 2018 section 36), and what allows a whole roll.
 *
 * @param fields where each of the common fields of the standard that concern inclusion comes from, by name of the field
 */
public record Inclusion(Map<String, ValueSource> fields) {
    public Inclusion {
        fields = Map.copyOf(fields);
    }
}
