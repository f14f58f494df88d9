package clew.core.standard;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address. The part before the @ is kept as written, the domain in small letters.
 *
 * @param text one address
 */
public record EmailAddress(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<EmailAddress> TYPE = IdentifierType.of(
            "email",
            EmailAddress.class,
            "an e-mail address such as name@example.org",
            "[^\\s@,;<>\"]{1,64}@[a-z0-9.-]+\\.[a-z]{2,}",
            "name@example.org",
            EmailAddress::canonical,
            EmailAddress::fault,
            EmailAddress::new);

    private static final Pattern FORM =
            Pattern.compile("[^\\s@,;<>\"]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    public EmailAddress {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<EmailAddress> read(String text) {
        return TYPE.read(text);
    }

    private static String canonical(String written) {
        String bare = written.strip();
        int at = bare.lastIndexOf('@');
        return at < 0 ? bare : bare.substring(0, at) + bare.substring(at).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String fault(String text) {
        return FORM.matcher(text).matches() ? null : "an e-mail address such as name@example.org";
    }

    @Override
    public String toString() {
        return text;
    }
}
