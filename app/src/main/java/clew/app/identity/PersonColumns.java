package clew.app.identity;

import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable.Column;
import clew.core.standard.Field;
import clew.core.standard.Shape;
import clew.core.standard.StandardRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which persons are linked, from the person fields of the standard: what is named here is read, and nothing else. Ethnicity, nationality,
 * religion, language and disability are never read. Of a repeated field the first value counts.
 */
final class PersonColumns {
    private static final List<Column> NAMED = List.of(
            new Column("given_name", Kind.GIVEN_NAME),
            new Column("middle_names", Kind.MIDDLE_NAME),
            new Column("family_name", Kind.FAMILY_NAME),
            new Column("full_name", Kind.FULL_NAME),
            new Column("date_of_birth", Kind.DATE_OF_BIRTH),
            new Column("sex", Kind.SEX),
            new Column("house_number", Kind.HOUSE_NUMBER),
            new Column("street", Kind.STREET),
            new Column("town", Kind.PLACE),
            new Column("postcode", Kind.POSTCODE),
            new Column("phone", Kind.PHONE),
            new Column("email", Kind.EMAIL),
            new Column("nhs_number", Kind.IDENTIFIER),
            new Column("upn", Kind.IDENTIFIER),
            new Column("pnc_id", Kind.IDENTIFIER),
            new Column("cro_number", Kind.IDENTIFIER),
            new Column("nino", Kind.IDENTIFIER),
            new Column("driver_number", Kind.IDENTIFIER));

    private final List<Column> columns;
    private final List<Field<?>> fields;

    /**
     * @param person the shape of a person
     * @param wanted what a Model reads
     * @throws IllegalArgumentException when a Model wants what must not be read
     */
    PersonColumns(Shape person, List<Column> wanted) {
        for (Column column : wanted) {
            if (!NAMED.contains(column)) {
                throw new IllegalArgumentException(
                        "expected a Model that reads what linking may read, found " + column);
            }
        }
        columns = List.copyOf(wanted);
        fields = wanted.stream()
                .<Field<?>>map(column -> person.field(column.name()))
                .toList();
    }

    /** Of all that linking may read. */
    PersonColumns(Shape person) {
        this(person, NAMED);
    }

    /** All that linking may read. */
    static List<Column> all() {
        return NAMED;
    }

    List<Column> columns() {
        return columns;
    }

    @Nullable
    String[] values(StandardRecord record) {
        @Nullable String[] values = new String[fields.size()];
        for (int column = 0; column < values.length; column++) {
            Field<?> field = fields.get(column);
            values[column] = record.has(field) ? record.texts(field).get(0) : null;
        }
        return values;
    }
}
