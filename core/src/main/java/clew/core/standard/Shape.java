package clew.core.standard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shape of one kind of record: its fields, and the rules between them. Immutable. */
public final class Shape {
    private final String name;
    private final String title;
    private final String purpose;
    private final List<Field<?>> fields;
    private final List<Rule> rules;
    private final Map<String, Field<?>> byName = new LinkedHashMap<>();

    Shape(String name, String title, String purpose, List<Field<?>> fields, List<Rule> rules) {
        this.name = name;
        this.title = title;
        this.purpose = purpose;
        this.fields = List.copyOf(fields);
        this.rules = List.copyOf(rules);
        for (Field<?> field : fields) {
            if (byName.put(field.name(), field) != null) {
                throw new IllegalArgumentException(
                        "expected each field once in " + name + ", found " + field + " twice");
            }
        }
    }

    /** Name in snake_case, such as {@code missing_episode}. */
    public String name() {
        return name;
    }

    /** Title in words. */
    public String title() {
        return title;
    }

    /** What a record of this shape is for. */
    public String purpose() {
        return purpose;
    }

    /** Every field by index: first those that each record carries, then the shape's own. */
    public List<Field<?>> fields() {
        return fields;
    }

    /** The fields that only this shape has. */
    public List<Field<?>> ownFields() {
        return fields.subList(Common.FIELDS.size(), fields.size());
    }

    /** The rules between fields, those of every record first. */
    public List<Rule> rules() {
        return rules;
    }

    /** The field of a name. */
    public Optional<Field<?>> find(String fieldName) {
        return Optional.ofNullable(byName.get(fieldName));
    }

    /**
     * The field of a name.
     *
     * @throws IllegalArgumentException when the shape has none
     */
    public Field<?> field(String fieldName) {
        return find(fieldName)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a field of shape " + name + ", found " + fieldName));
    }

    /** Everything that is not as this shape wants it, required fields first. The place of the violations is not set. */
    public List<Violation> check(StandardRecord record) {
        if (record.shape() != this) {
            throw new IllegalArgumentException("expected a record of shape " + name + ", found "
                    + record.shape().name());
        }
        List<Violation> violations = new ArrayList<>();
        for (Field<?> field : fields) {
            if (field.required() && !record.has(field)) {
                violations.add(Violation.refused(field.type().expected(), "nothing", field.name()));
            }
        }
        for (Rule rule : rules) {
            rule.check().apply(record).ifPresent(violations::add);
        }
        return violations;
    }

    @Override
    public String toString() {
        return name;
    }
}
