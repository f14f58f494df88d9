package clew.app.intake.mapping;

import clew.core.standard.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be used; the message holds every fault, one a line. */
public final class MappingInvalid extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    public MappingInvalid(List<Violation> violations) {
        super(violations.stream().map(Violation::message).collect(Collectors.joining("\n")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
