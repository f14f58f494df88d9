package clew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly") // opens and closes an embedded server for each command
class UserCommandIT {

    private static final int USAGE = 2;

    @TempDir
    private static Path data;

    @Test
    void who_is_let_in_helped_and_ended_stands_in_the_ledger() {
        try (Store store = open()) {
            Agencies agencies = new Agencies(store.engine());
            agencies.agency(agencies.partnership("saltby", "Saltby"), "hub", "Saltby Hub", Agencies.Kind.OTHER);
        }
        assertThat(add("kit", "hub", "--email", "kit@saltby.example")).isZero();
        assertThat(add("sam", "hub")).isZero();
        assertThat(user("forget-second-factor", "sam")).isZero();
        assertThat(run("areas", "north", "south", "--agency", "hub")).isZero();
        assertThat(run("areas", "north", "--agency", "hub", "--user", "sam")).isZero();
        assertThat(run("areas", "nowhere", "--agency", "hub", "--user", "sam")).isEqualTo(USAGE);
        assertThat(run("team", "screeners", "--agency", "hub", "--joins", "sam", "--joins", "kit", "--area", "south"))
                .isZero();
        assertThat(run("team", "screeners", "--agency", "hub", "--leaves", "kit"))
                .isZero();
        assertThat(run("team", "screeners", "--agency", "hub", "--joins", "nobody"))
                .isEqualTo(USAGE);
        assertThat(user("end", "kit")).isZero();
        assertThat(user("end", "nobody")).isEqualTo(USAGE);
        assertThat(add("ada", "none")).isEqualTo(USAGE);
        assertThat(run("token", "add", "feed", "--agency", "hub", "--shown", "Feed", "--role", "data_steward"))
                .isZero();
        assertThat(run("token", "end", "feed")).isZero();
        try (Store store = open()) {
            assertThat(actions(store))
                    .as("each command enters that it opened the store")
                    .filteredOn("administer_users"::equals)
                    .hasSize(14);
            assertThat(actions(store))
                    .filteredOn(action -> !action.equals("administer_users"))
                    .containsExactly(
                            "user_added",
                            "user_added",
                            "second_factor_forgotten",
                            "areas_changed",
                            "areas_changed",
                            "team_changed",
                            "team_changed",
                            "user_ended",
                            "token_added",
                            "token_ended");
            assertThat(places(store)).containsExactly("sam in north", "screeners in south", "sam among screeners");
            assertThat(passwords(store)).containsExactly("feed has none", "kit has none", "sam has one");
        }
    }

    private static Store open() {
        return Store.open(new StoreSettings(data, null));
    }

    private static int add(String name, String agency, String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("add", name, "--agency", agency, "--shown", name, "--role", "auditor"));
        words.addAll(List.of(more));
        return user(words.toArray(String[]::new));
    }

    private static int user(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of("user"));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private static int run(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data.toString()));
        return Command.run(all.toArray(String[]::new));
    }

    private static List<String> actions(Store store) {
        return store.engine()
                .in(sql -> sql.sql("select action from ledger.entry order by at")
                        .query(String.class)
                        .list());
    }

    private static List<String> places(Store store) {
        return store.engine().in(sql -> sql.sql("""
                        select sign_in_name || ' in ' || r.slug from access.user_area a join access.person_user using (user_id) join access.area r using (area_id)
                         where a.until_at is null and sign_in_name = 'sam'
                        union all
                        select t.slug || ' in ' || r.slug from access.team t join access.team_area using (team_id) join access.area r using (area_id)
                        union all
                        select sign_in_name || ' among ' || t.slug from access.team t join access.team_member m using (team_id) join access.person_user using (user_id)
                         where m.until_at is null""").query(String.class).list());
    }

    private static List<String> passwords(Store store) {
        return store.engine().in(sql -> sql.sql("""
                        select sign_in_name || case when password is null then ' has none' else ' has one' end
                          from access.person_user order by 1""").query(String.class).list());
    }
}
