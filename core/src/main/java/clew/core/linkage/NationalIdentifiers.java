package clew.core.linkage;

import clew.core.standard.DriverNumber;
import clew.core.standard.NhsNumber;
import clew.core.standard.Nino;
import clew.core.standard.Reading;
import clew.core.standard.Upn;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Tells identifiers with a check rule, which one body gives once to one person, from other numbers: only two different <em>valid</em> ones contradict each other. A
 * misread number fails its check and contradicts nothing.
 */
final class NationalIdentifiers {
    private static final List<Function<String, Reading<?>>> READERS =
            List.of(NhsNumber::read, Upn::read, Nino::read, DriverNumber::read);

    /** Values looked at to see which rule a column follows. */
    private static final int SAMPLE = 1000;

    /** Share of the values that must be valid under the rule. */
    private static final double VALID = 0.8;

    private NationalIdentifiers() {}

    /** Whether the values of a field follow the check rule of a national identifier. */
    static boolean holds(Field field) {
        return READERS.stream().anyMatch(reader -> follows(field, reader));
    }

    /** Whether two values are valid under one rule. */
    static boolean areValid(String one, String other) {
        return READERS.stream().anyMatch(reader -> isKnown(reader, one) && isKnown(reader, other));
    }

    private static boolean follows(Field field, Function<String, Reading<?>> reader) {
        int size = Math.min(SAMPLE, field.counts().length - 1);
        int valid = 0;
        for (int code = 1; code <= size; code++) {
            valid += isKnown(reader, field.dictionary().text(code)) ? 1 : 0;
        }
        return size > 0 && valid >= VALID * size;
    }

    private static boolean isKnown(Function<String, Reading<?>> reader, String text) {
        return reader.apply(text.toUpperCase(Locale.ROOT)) instanceof Reading.Known<?>;
    }
}
