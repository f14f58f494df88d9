package clew.app.corrections;

import clew.core.standard.Code;
import clew.core.standard.Field;
import clew.core.standard.Reference;
import clew.core.standard.StandardRecord;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One record with everything that was said about what is wrong in it.
 *
 * @param owner the agency that sent it
 * @param own whether that is the viewer's agency
 * @param standard as it is used now, corrections applied
 * @param statements oldest first
 */
public record CorrectedRecord(
        UUID record, int owner, String ownerName, boolean own, StandardRecord standard, List<Statement> statements) {

    public CorrectedRecord {
        statements = List.copyOf(statements);
    }

    /**
     * A field that can be corrected.
     *
     * @param expected what it can hold, in words
     */
    public record Entry(String name, String title, String value, String expected) {}

    /** The record's own fields, in the order of the standard. */
    public List<Entry> entries() {
        Set<Field<?>> companions = standard.shape().ownFields().stream()
                .flatMap(field -> field.whyMissing().stream())
                .collect(Collectors.toSet());
        return standard.shape().ownFields().stream()
                .filter(field -> isCorrectable(field) && !companions.contains(field))
                .map(field -> new Entry(
                        field.name(), field.title(), value(field), field.type().expected()))
                .toList();
    }

    /** What kind of record it is, in words. */
    public String title() {
        return standard.shape().title();
    }

    // References and what every record carries are not facts about somebody: a new extract mends them.
    static boolean isCorrectable(Field<?> field) {
        return field.type().javaType() != Reference.class;
    }

    private <T> String value(Field<T> field) {
        return standard.all(field).stream()
                .map(value ->
                        value instanceof Code code ? code.label() : field.type().write(value))
                .collect(Collectors.joining("; "));
    }
}
