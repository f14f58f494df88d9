package clew.app.access;

import java.io.Serial;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** Somebody who signed in by a password that Clew keeps: for evaluation. */
final class LocalAccount extends User implements Account {

    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final int agency;

    LocalAccount(UUID id, int agency, String signInName, String password) {
        super(signInName, password, AuthorityUtils.NO_AUTHORITIES);
        this.id = id;
        this.agency = agency;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int agency() {
        return agency;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalAccount account && id.equals(account.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
