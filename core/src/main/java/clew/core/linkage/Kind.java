package clew.core.linkage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column holds: decides how its values are normalised, compared and used in blocking. Named in mapping files in lower case with spaces. */
public enum Kind {
    GIVEN_NAME,
    MIDDLE_NAME,
    FAMILY_NAME,
    /** All names in one text, "Smith, John" or "John Smith"; beside the parts it counts only with what they do not say. */
    FULL_NAME,
    /** A whole date, in any of the usual orders, or a part of one. */
    DATE_OF_BIRTH,
    YEAR_OF_BIRTH,
    MONTH_OF_BIRTH,
    DAY_OF_BIRTH,
    SEX,
    POSTCODE,
    HOUSE_NUMBER,
    STREET,
    /** A town, village or birth place. */
    PLACE,
    /** A county, state or region. */
    AREA,
    /** Any further line of an address, or a whole one. */
    ADDRESS,
    PHONE,
    EMAIL,
    /** A number that one body gives to one person. */
    IDENTIFIER,
    ORGANISATION_NAME,
    FREE_TEXT,
    /** One of a few values, such as an occupation. */
    CATEGORY;

    /** The name in mapping files, such as {@code "given name"}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The kind with this title; underscores and capitals are forgiven. */
    public static Optional<Kind> titled(String title) {
        String wanted = title.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(wanted))
                .findFirst();
    }
}
