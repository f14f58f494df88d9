package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The local users, for signing in. */
final class Accounts implements UserDetailsService {

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
                                .query((row, number) -> new Account(
                                        row.getObject("user_id", UUID.class),
                                        row.getInt("agency_id"),
                                        signInName,
                                        row.getString("password")))
                                .optional())
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }
}
