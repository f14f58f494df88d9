package clew.bench;

import clew.core.linkage.Kind;
import clew.core.linkage.RecordTable;
import java.util.ArrayList;
import java.util.List;

/** The standard's person fields that linking reads, in a fixed order. Those that describe origin, belief or health are not among them. */
enum PersonFields {
    FULL_NAME(Kind.FULL_NAME),
    GIVEN_NAME(Kind.GIVEN_NAME),
    MIDDLE_NAMES(Kind.MIDDLE_NAME),
    FAMILY_NAME(Kind.FAMILY_NAME),
    DATE_OF_BIRTH(Kind.DATE_OF_BIRTH),
    SEX(Kind.SEX),
    POSTCODE(Kind.POSTCODE),
    HOUSE_NUMBER(Kind.HOUSE_NUMBER),
    STREET(Kind.STREET),
    TOWN(Kind.PLACE),
    ADDRESS(Kind.ADDRESS),
    UPRN(Kind.ADDRESS),
    PHONE(Kind.PHONE),
    EMAIL(Kind.EMAIL),
    NHS_NUMBER(Kind.IDENTIFIER),
    UPN(Kind.IDENTIFIER),
    PNC_ID(Kind.IDENTIFIER),
    CRO_NUMBER(Kind.IDENTIFIER),
    NINO(Kind.IDENTIFIER),
    DRIVER_NUMBER(Kind.IDENTIFIER);

    private final Kind kind;

    PersonFields(Kind kind) {
        this.kind = kind;
    }

    /** The field's name in the standard. */
    String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static List<RecordTable.Column> columns() {
        List<RecordTable.Column> columns = new ArrayList<>();
        for (PersonFields field : values()) {
            columns.add(new RecordTable.Column(field.field(), field.kind));
        }
        return columns;
    }
}
