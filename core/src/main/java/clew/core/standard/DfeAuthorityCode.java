package clew.core.standard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The three-digit code by which the Department for Education names a local authority in England: one of its list.
 *
 * @param text 3 digits
 */
public record DfeAuthorityCode(String text) implements Identifier {
    /** How it is read and written. */
    public static final IdentifierType<DfeAuthorityCode> TYPE = IdentifierType.of(
            "dfe_authority_code",
            DfeAuthorityCode.class,
            "a three-digit code of a local authority in England",
            "\\d{3}",
            "330",
            Identifier::compact,
            DfeAuthorityCode::fault,
            DfeAuthorityCode::new);

    private static final Set<String> CODES = CodeLists.named("local_authority_dfe").codes().stream()
            .map(row -> row.detail("dfe_3digit_code"))
            .filter(code -> CheckDigits.allDigits(code, 3))
            .collect(Collectors.toUnmodifiableSet());

    public DfeAuthorityCode {
        Identifier.refuse(fault(text), text);
    }

    /** Reads what a person or a system wrote. */
    public static Reading<DfeAuthorityCode> read(String text) {
        return TYPE.read(text);
    }

    /** The authorities of the list that have, or had, the code; several where one was replaced by another. */
    public List<Code> authorities() {
        return CodeLists.named("local_authority_dfe").codes().stream()
                .filter(row -> row.detail("dfe_3digit_code").equals(text))
                .toList();
    }

    private static @Nullable String fault(String text) {
        return CODES.contains(text) ? null : "a three-digit code of a local authority in England";
    }

    @Override
    public String toString() {
        return text;
    }
}
