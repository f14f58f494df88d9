package clew.core.standard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A local authority's own identifier of a child, as returned in the children in need census. The case of letters is kept.
 *
 * @param text 1 to 20 letters and digits
 */
public record LaChildId(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<LaChildId> TYPE = IdentifierType.of(
            "la_child_id",
            LaChildId.class,
            "a child identifier of 1 to 20 letters and digits",
            "[A-Za-z0-9]{1,20}",
            "LA0000123",
            String::strip,
            LaChildId::fault,
            LaChildId::new);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]{1,20}");

    public LaChildId {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<LaChildId> read(String text) {
        return TYPE.read(text);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "a child identifier of 1 to 20 letters and digits";
    }

    @Override
    public String toString() {
        return text;
    }
}
