package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** The users, for signing in: by a password that Clew keeps, or by who they are at a provider. */
final class Accounts implements UserDetailsService, UserDetailsPasswordService {

    private static final Rights NOBODY = Rights.of(new UUID(0, 0), Set.of());

    private final AppTransactions app;

    Accounts(AppTransactions app) {
        this.app = app;
    }

    @Override
    public UserDetails loadUserByUsername(String signInName) {
        return app.read(
                        NOBODY,
                        sql -> sql.sql("select user_id, agency_id, password from access.sign_in(?)")
                                .param(signInName)
                                .query((row, number) -> new LocalAccount(
                                        row.getObject("user_id", UUID.class),
                                        row.getInt("agency_id"),
                                        signInName,
                                        row.getString("password")))
                                .optional())
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    /** Replaces a hash of an older cost, at a sign-in that knew its password. */
    @Override
    public UserDetails updatePassword(UserDetails user, @Nullable String stronger) {
        if (!(user instanceof LocalAccount account) || stronger == null) {
            return user;
        }
        app.append(sql -> sql.sql("select access.upgrade_password(?, ?, ?)")
                .params(account.id(), Objects.requireNonNull(account.getPassword()), stronger)
                .query()
                .listOfRows());
        return new LocalAccount(account.id(), account.agency(), account.getUsername(), stronger);
    }

    /** The user that a provider's token is bound to; none when it is bound to nobody, or to somebody who has ended. */
    Optional<ProviderAccount> by(OidcIdToken token) {
        return app.read(
                NOBODY,
                sql -> sql.sql("select user_id, agency_id, sign_in_name from access.sign_in_by(?, ?)")
                        .params(issuer(token), subject(token))
                        .query((row, number) -> new ProviderAccount(
                                row.getObject("user_id", UUID.class),
                                row.getInt("agency_id"),
                                row.getString("sign_in_name"),
                                token))
                        .optional());
    }

    /** Binds who the token says to the user invited by this verified address; false when nobody was. */
    boolean bind(OidcIdToken token, String verifiedEmail) {
        return app.append(sql -> sql.sql("select access.bind_identity(?, ?, ?)")
                .params(issuer(token), subject(token), verifiedEmail)
                .query(Boolean.class)
                .single());
    }

    // An identity token without them is refused before it comes here.
    private static String issuer(OidcIdToken token) {
        return Objects.requireNonNull(token.getIssuer()).toString();
    }

    private static String subject(OidcIdToken token) {
        return Objects.requireNonNull(token.getSubject());
    }
}
