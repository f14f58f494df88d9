package clew.core.standard;

import java.util.Map;
import java.util.Objects;

/**
 * One code of a code list.
 *
 * @param list name of the list
 * @param code the code as it is stored and exchanged
 * @param label the words for it
 * @param note what it means or when to use it; may be empty
 * @param source where the row comes from
 * @param confidence how far the row was checked
 * @param details other columns of the row, by column name
 */
public record Code(
        String list,
        String code,
        String label,
        String note,
        String source,
        Confidence confidence,
        Map<String, String> details) {

    public Code {
        Objects.requireNonNull(list, "list is null");
        Objects.requireNonNull(label, "label is null");
        if (code.isBlank()) {
            throw new IllegalArgumentException("expected a code in list " + list + ", found a blank");
        }
        details = Map.copyOf(details);
    }

    /** Whether this is the code with that text. */
    public boolean is(String text) {
        return code.equals(text);
    }

    /** Another column of the row, empty when the list has none of that name. */
    public String detail(String column) {
        return details.getOrDefault(column, "");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Code that && code.equals(that.code) && list.equals(that.list);
    }

    @Override
    public int hashCode() {
        return 31 * list.hashCode() + code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
