package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UsersIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private final Users users = new Users(DATABASE.engine());
    private final Agencies agencies = new Agencies(DATABASE.engine());
    private final int hub =
            agencies.agency(agencies.partnership("saltby", "Saltby"), "hub", "Saltby Hub", Agencies.Kind.OTHER);

    @Test
    void an_invited_user_has_no_password_and_one_open_invitation() {
        users.invite(hub, "kit", "Kit Vale", "Kit@Saltby.example", Role.AUDITOR);
        UUID user = users.invite(hub, "kit", "Kit Vale", "kit.vale@saltby.example", Role.AUDITOR);
        assertThat(DATABASE.owner()
                        .sql("select count(*) from access.sign_in('kit')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(DATABASE.owner()
                        .sql("select email from access.invitation where user_id = ? and used_at is null")
                        .param(user)
                        .query(String.class)
                        .list())
                .containsExactly("kit.vale@saltby.example");
    }

    @Test
    void who_ended_is_bound_to_nobody_and_invited_no_more() {
        UUID user = users.invite(hub, "lee", "Lee Ver", "lee@saltby.example", Role.AUDITOR);
        DATABASE.owner()
                .sql("insert into access.identity (issuer, subject, user_id) values ('https://p.example', 's', ?)")
                .param(user)
                .update();
        users.end(user);
        assertThat(DATABASE.owner()
                        .sql(
                                "select (select count(*) from access.identity) + (select count(*) from access.invitation where user_id = ?)")
                        .param(user)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_hash_of_an_older_cost_is_replaced_only_by_who_knew_it() {
        String old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("right");
        agencies.user(hub, "sam", "Sam", Passwords.encoder(), "right", Role.AUDITOR);
        DATABASE.owner()
                .sql("update access.person_user set password = ? where sign_in_name = 'sam'")
                .param(old)
                .update();
        Accounts accounts = new Accounts(DATABASE.app());
        UserDetails known = accounts.loadUserByUsername("sam");
        assertThat(Passwords.encoder().upgradeEncoding(old)).isTrue();
        accounts.updatePassword(known, "{bcrypt}stronger");
        accounts.updatePassword(known, "{bcrypt}by somebody who read an old page of the store");
        assertThat(accounts.loadUserByUsername("sam").getPassword()).isEqualTo("{bcrypt}stronger");
    }
}
