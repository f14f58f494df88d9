package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A registration mark of a British vehicle, of any series since marks began. Partial marks are not identifiers: they belong in the
 * vehicle's description.
 *
 * @param text letters and digits without blanks
 */
public record VehicleRegistration(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<VehicleRegistration> TYPE = IdentifierType.of(
            "vehicle_registration",
            VehicleRegistration.class,
            "a registration mark such as AB12 CDE",
            "[A-Z0-9]{2,7}",
            "AB12CDE",
            Identifier::compact,
            VehicleRegistration::fault,
            VehicleRegistration::new);

    /** The series of marks. */
    public enum Series {
        /** Two letters, two digits, three letters: since 2001. */
        CURRENT("[A-HJ-PR-Y][A-HJ-PR-Z]\\d{2}[A-HJ-PR-Z]{3}"),
        /** A year letter, digits, three letters: 1983 to 2001. */
        PREFIX("[A-HJ-NPR-TV-Y]\\d{1,3}[A-HJ-PR-Y]{3}"),
        /** Q and digits: age or origin not known. */
        Q_PLATE("Q\\d{1,3}[A-Z]{3}"),
        /** Three letters, digits, a year letter: 1963 to 1983. */
        SUFFIX("[A-HJ-PR-Y]{3}\\d{1,3}[A-HJ-NPR-TV-Y]"),
        /** Letters and digits without a year, and marks of Northern Ireland. */
        DATELESS("[A-Z]{1,3}\\d{1,4}|\\d{1,4}[A-Z]{1,3}");

        private final Pattern form;

        Series(String form) {
            this.form = Pattern.compile(form);
        }
    }

    public VehicleRegistration {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<VehicleRegistration> read(String text) {
        return TYPE.read(text);
    }

    /** The series of the mark. */
    public Series series() {
        Series found = seriesOf(text);
        if (found == null) {
            throw new IllegalStateException("expected a mark of a known series, found " + text);
        }
        return found;
    }

    private static @Nullable Series seriesOf(String text) {
        for (Series series : Series.values()) {
            if (series.form.matcher(text).matches()) {
                return series;
            }
        }
        return null;
    }

    private static @Nullable String fault(String text) {
        return seriesOf(text) == null ? "a registration mark such as AB12 CDE" : null;
    }

    @Override
    public String toString() {
        return text;
    }
}
