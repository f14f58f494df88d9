package clew.core.standard;

import java.util.ArrayList;
import java.util.List;

/** A shape while it is being drawn: gives each field its index. Used only while classes are loaded. */
final class Outline {
    private final String name;
    private final String title;
    private final String purpose;
    private final List<Field<?>> fields = new ArrayList<>();

    private Outline(String name, String title, String purpose) {
        this.name = name;
        this.title = title;
        this.purpose = purpose;
    }

    /** The outline of a shape, which starts with the fields that each record carries. */
    static Outline of(String name, String title, String purpose) {
        Outline outline = new Outline(name, title, purpose);
        outline.fields.addAll(Common.FIELDS);
        return outline;
    }

    /** The outline of those fields themselves. */
    static Outline ofCommonFields() {
        return new Outline("common", "Every record", "What each record carries");
    }

    <T> Field<T> one(String fieldName, ValueType<T> type, String fieldTitle, String description) {
        return add(fieldName, type, fieldTitle, description, false, false);
    }

    <T> Field<T> required(String fieldName, ValueType<T> type, String fieldTitle, String description) {
        return add(fieldName, type, fieldTitle, description, true, false);
    }

    <T> Field<T> many(String fieldName, ValueType<T> type, String fieldTitle, String description) {
        return add(fieldName, type, fieldTitle, description, false, true);
    }

    Field<Code> code(String fieldName, String list, String fieldTitle, String description) {
        return one(fieldName, CodeLists.named(list).type(), fieldTitle, description);
    }

    Field<Code> requiredCode(String fieldName, String list, String fieldTitle, String description) {
        return required(fieldName, CodeLists.named(list).type(), fieldTitle, description);
    }

    Field<Code> codes(String fieldName, String list, String fieldTitle, String description) {
        return many(fieldName, CodeLists.named(list).type(), fieldTitle, description);
    }

    Field<Reference> reference(String fieldName, String shape, String fieldTitle, String description) {
        return one(fieldName, Types.reference(shape), fieldTitle, description);
    }

    Field<Reference> requiredReference(String fieldName, String shape, String fieldTitle, String description) {
        return required(fieldName, Types.reference(shape), fieldTitle, description);
    }

    /** Adds the companion of a field: the field that says why the other is missing. */
    <T> Field<T> explained(Field<T> field) {
        Field<Code> companion = code(
                field.name() + "_why_missing",
                "why_missing",
                field.title() + ": why missing",
                "Why \"" + field.title() + "\" is not given. Leave blank when it is.");
        field.explainedBy(companion);
        return field;
    }

    private <T> Field<T> add(
            String fieldName,
            ValueType<T> type,
            String fieldTitle,
            String description,
            boolean required,
            boolean repeated) {
        Field<T> field = new Field<>(fields.size(), fieldName, fieldTitle, description, type, required, repeated);
        fields.add(field);
        return field;
    }

    List<Field<?>> fields() {
        return List.copyOf(fields);
    }

    Shape shape(Rule... rules) {
        List<Rule> all = new ArrayList<>(Common.rules());
        all.addAll(List.of(rules));
        return new Shape(name, title, purpose, fields, all);
    }
}
