package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What it costs to work out a viewer with 10,000 users, 100,000 restricted records and 3,000 that stand apart: every page does it. */
@Tag("nightly")
class I1ViewerCostIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static final String MANY = """
            insert into access.partnership (slug,name) values ('big','Big');
            insert into access.area (partnership_id, slug, name) select partnership_id, 'a'||i, 'Area '||i from access.partnership, generate_series(1,10) i where slug='big';
            insert into access.agency (partnership_id, slug, name, kind) select partnership_id, 'ag-'||i, 'Agency '||i, 'other' from access.partnership, generate_series(1,30) i where slug='big';
            insert into access.agency_area select agency_id, area_id from access.agency a join access.area r using (partnership_id) where a.slug like 'ag-%' and r.slug like 'a%' ;
            insert into access.agreement (from_agency, reference, basis, signed_by, holds_from, holds_until) select agency_id, 'r', 'b', 's', current_date, current_date + 9 from access.agency where slug like 'ag-%';
            insert into access.class (agency_id, handling, restriction) select agency_id, h, 'none' from access.agency, unnest(array['content','pointer','hidden']) h where slug like 'ag-%' on conflict do nothing;
            insert into access.class (agency_id, handling, restriction) select (select min(agency_id) from access.agency where slug='ag-'||(i%30+1)), 'content', 'subject/apart:'||gen_random_uuid() from generate_series(1,100000) i;
            insert into access.class (agency_id, handling, restriction) select (select min(agency_id) from access.agency where slug='ag-'||(i%30+1)), 'pointer', 'none/apart:'||gen_random_uuid() from generate_series(1,3000) i;
            insert into access.person_user (agency_id, sign_in_name, shown_name, roles) select (select min(agency_id) from access.agency where slug='ag-'||(i%30+1)), 'u'||i, 'User '||i, array['hub_decision_maker'] from generate_series(1,10000) i;
            insert into access.user_area (user_id, area_id, from_at) select user_id, area_id, '-infinity' from access.person_user join access.agency using (agency_id) join access.area r using (partnership_id) where sign_in_name like 'u%' and r.slug in ('a1','a2');
            insert into access.team (agency_id, slug, name) select agency_id, 'team', 'Team' from access.agency where slug like 'ag-%';
            insert into access.team_member (team_id, user_id, from_at) select team_id, user_id, '-infinity' from access.team join access.person_user using (agency_id) where sign_in_name like 'u%';
            create table access.measured as select gen_random_uuid() gid, u.user_id, c.apart from (select user_id, row_number() over () n from access.person_user where sign_in_name like 'u%') u join (select apart, row_number() over () n from access.class where apart is not null) c on c.n between u.n*5 and u.n*5+4;
            insert into access.granted select gid, 'challenged', user_id, apart, 'p', 'r', user_id, null, now()-interval '1 hour', now() + interval '1 day' from access.measured;
            insert into access.exclusion select gen_random_uuid(), user_id, apart, user_id, now()-interval '1 hour', 'r' from access.measured where random() < 0.2;
            analyze;
            """;

    @Test
    void a_viewer_is_worked_out_by_indexes_whatever_number_of_records_is_restricted() {
        Arrays.stream(MANY.split(";\\s*"))
                .filter(statement -> !statement.isBlank())
                .forEach(statement -> database.owner().sql(statement).update());
        List<UUID> users = database.owner()
                .sql("select user_id from access.person_user order by sign_in_name limit 1000")
                .query(UUID.class)
                .list();
        Viewers viewers = new Viewers(database.app(), Clock.systemUTC());
        users.forEach(user -> viewers.find(user, null, null));
        long[] micros = users.stream()
                .mapToLong(user -> microsOf(viewers, user))
                .sorted()
                .toArray();
        System.out.printf(
                "viewer: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; %d classes each%n",
                micros[500] / 1e3,
                micros[950] / 1e3,
                micros[990] / 1e3,
                viewers.find(users.getFirst(), null, null)
                        .orElseThrow()
                        .classes()
                        .size());
        String plan = String.join("\n", plan(users.getFirst()));
        System.out.println(plan);
        assertThat(plan).doesNotContain("Seq Scan on class", "Seq Scan on granted", "Seq Scan on exclusion");
    }

    private static long microsOf(Viewers viewers, UUID user) {
        long began = System.nanoTime();
        assertThat(viewers.find(user, null, null)).isPresent();
        return (System.nanoTime() - began) / 1_000;
    }

    private static List<String> plan(UUID user) {
        return database.app()
                .read(
                        Rights.of(user, Set.of()),
                        sql -> sql.sql("explain (analyze, buffers, costs off) " + Viewers.FIND)
                                .param("user", user)
                                .param("now", OffsetDateTime.now(Clock.systemUTC()))
                                .param("today", LocalDate.now(Viewers.LONDON))
                                .query(String.class)
                                .list());
    }
}
