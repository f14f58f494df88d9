package clew.app.intake;

import clew.core.standard.StandardRecord;
import clew.core.standard.Violation;
import java.util.List;
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
}
