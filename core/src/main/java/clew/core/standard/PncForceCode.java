package clew.core.standard;

import org.jspecify.annotations.Nullable;

/**
 * The two-digit code of a police force on the Police National Computer: one of its list.
 *
 * @param text 2 digits
 */
public record PncForceCode(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<PncForceCode> TYPE = IdentifierType.of(
            "pnc_force_code",
            PncForceCode.class,
            "a two-digit code of a police force",
            "[0-9A-Z]{2}",
            "13",
            Identifier::compact,
            PncForceCode::fault,
            PncForceCode::new);

    public PncForceCode {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<PncForceCode> read(String text) {
        return TYPE.read(text);
    }

    /** The row of the list. */
    public Code row() {
        return CodeLists.named("police_force_pnc").code(text);
    }

    private static @Nullable String fault(String text) {
        return CodeLists.named("police_force_pnc").find(text).isPresent() ? null : "a two-digit code of a police force";
    }

    @Override
    public String toString() {
        return text;
    }
}
