package clew.app.intake;

import clew.core.standard.StandardRecord;
import clew.core.standard.Violation;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One record of the standard, derived from a row as received.
 *
 * @param record its id
 * @param role in the row; may be empty
 * @param findings what could not be read and was left out, with the sender's own words
 */
public record Derived(UUID record, String role, StandardRecord standard, List<Violation> findings) {
    public Derived {
        findings = List.copyOf(findings);
    }

    /** The same record after people corrected some of its fields, about which nothing need be found any more. */
    public Derived with(StandardRecord corrected, Set<String> fields) {
        return new Derived(
                record,
                role,
                corrected,
                findings.stream()
                        .filter(finding -> !fields.contains(finding.field()))
                        .toList());
    }
}
