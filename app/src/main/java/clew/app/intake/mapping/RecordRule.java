package clew.app.intake.mapping;

import clew.core.standard.Shape;
import java.util.List;

/**
 * How one record of a row is made.
 *
 * @param role the role in the row; part of the identity; may be empty
 * @param key columns that make the sender's key; empty: keyless, known by its content, cannot be corrected
 * @param when only where this column is not blank; empty: always
 */
public record RecordRule(Shape shape, String role, List<String> key, String when, List<FieldRule> fields) {
    public RecordRule {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
    }
}
