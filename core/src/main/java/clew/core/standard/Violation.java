package clew.core.standard;

import java.util.Objects;

/**
 * Something in a source that is not as the standard wants it.
 *
 * @param expected what was expected, in words
 * @param found what was there instead
 * @param source the file or system it came from; empty when not known
 * @param line the line in the source, from 1; 0 when not known
 * @param field the name of the field, or of the sender's column; empty when it concerns the whole row
 * @param severity whether the record is refused or let in with doubt
 */
public record Violation(String expected, String found, String source, long line, String field, Severity severity) {

    public Violation {
        Objects.requireNonNull(expected, "expected is null");
        Objects.requireNonNull(found, "found is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(field, "field is null");
        Objects.requireNonNull(severity, "severity is null");
        if (line < 0) {
            throw new IllegalArgumentException("expected a line of 0 or more, found " + line);
        }
    }

    /** A reason to refuse, its place not yet known. */
    public static Violation refused(String expected, String found, String field) {
        return new Violation(expected, found, "", 0, field, Severity.REFUSED);
    }

    /** A reason for doubt, its place not yet known. */
    public static Violation doubtful(String expected, String found, String field) {
        return new Violation(expected, found, "", 0, field, Severity.DOUBTFUL);
    }

    /** The same violation at a place in a source. */
    public Violation at(String newSource, long newLine) {
        return new Violation(expected, found, newSource, newLine, field, severity);
    }

    /** One sentence for the sender: {@code expected X, found Y, in file:line, field name}. */
    public String message() {
        StringBuilder message = new StringBuilder("expected ")
                .append(expected)
                .append(", found ")
                .append(found);
        if (!source.isEmpty()) {
            message.append(", in ").append(source);
            if (line > 0) {
                message.append(':').append(line);
            }
        }
        if (!field.isEmpty()) {
            message.append(", field ").append(field);
        }
        return message.toString();
    }
}
