package clew.app.intake.mapping;

import clew.core.standard.Violation;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a mapping, collected so that all of it is reported together. */
final class Faults {

    private final String source;
    private final List<Violation> violations = new ArrayList<>();

    Faults(String source) {
        this.source = source;
    }

    void add(long line, String field, String expected, String found) {
        violations.add(Violation.refused(expected, found, field).at(source, line));
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    void throwIfAny() throws MappingInvalid {
        if (!violations.isEmpty()) throw new MappingInvalid(violations());
    }
}
