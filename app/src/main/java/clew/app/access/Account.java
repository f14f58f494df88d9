package clew.app.access;

import java.io.Serial;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Who signed in. What they may do is not kept here but worked out for each request. */
final class Account extends User {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int agency;

    Account(UUID id, int agency, String signInName, String password) {
        super(signInName, password, AuthorityUtils.NO_AUTHORITIES);
        this.id = id;
        this.agency = agency;
    }

    UUID id() {
        return id;
    }

    int agency() {
        return agency;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account account && id.equals(account.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
