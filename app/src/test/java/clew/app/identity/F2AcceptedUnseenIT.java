package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Viewers;
import clew.app.identity.PersonSearch.Sought;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** A record that somebody may not see is accepted and joined by the engine, and everything they see stays as it was. */
class F2AcceptedUnseenIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void a_record_of_a_person_arrives_and_is_joined_while_the_viewers_page_search_and_figures_stay_as_they_were() {
        Senders senders = new Senders(database, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        senders.send("school", Senders.others("S", 0, 80));
        senders.send("school", "R1,Rosa,Penrose,01/02/2010,9434765919,LS1 1AA,7,,E1,03/03/2026,Seen,");
        senders.send("refuge", Senders.others("H", 40, 120));
        senders.joined();
        UUID rosa = senders.person("school", "R1");
        Rights school = senders.rightsOf("school");
        List<String> before = seen(school, rosa);

        senders.send("refuge", "H1,Rosa,Penrose,01/02/2010,9434765919,LS1 1AA,7,,E2,04/03/2026,Stayed,");
        senders.joined();

        assertThat(database.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(distinct person_id) from picture.membership where record_id in (?, ?)")
                                .params(rosa, senders.person("refuge", "H1"))
                                .query(Long.class)
                                .single()))
                .as("persons that the engine makes of the two")
                .isEqualTo(1);
        assertThat(seen(senders.rightsOf("school"), rosa)).isEqualTo(before);
    }

    @Test
    void who_is_shut_out_of_one_record_is_shut_out_of_every_record_that_joins_it_and_let_in_by_one_lift() {
        Senders senders = new Senders(database, folder);
        int office = senders.agency("office", Kind.SOCIAL_CARE);
        senders.agency("ward", Kind.HEALTH);
        senders.send("office", Senders.others("O", 200, 260));
        senders.send("office", "X1,Mona,Tredinnick,01/02/2011,9434765870,LS5 5AA,7,,,,,");
        senders.joined();
        UUID mona = senders.person("office", "X1");
        UUID cousin = senders.agencies.user(
                office,
                "cy.cousin",
                "Cy Cousin",
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                "plain",
                Role.HUB_DECISION_MAKER);
        UUID exclusion = UUID.randomUUID();
        database.owner()
                .sql(
                        "insert into access.exclusion (exclusion_id, user_id, record_id, set_by, from_at, reason) values (?, ?, ?, ?, now(), 'family')")
                .params(exclusion, cousin, mona, cousin)
                .update();
        database.owner()
                .sql(
                        "select access.set_apart(?, null, null, 'test'), access.follow_exclusions('picture', array[?]::uuid[])")
                .params(mona, mona)
                .query()
                .listOfRows();
        String before = seen(rightsOf(cousin), mona, "tredinnick", "9434765870");
        assertThat(before).doesNotContain("Mona");

        senders.send("ward", "X2,Mona,Tredinnick,01/02/2011,9434765870,LS5 5AA,7,,E9,04/03/2026,Seen,");
        senders.joined();
        UUID later = senders.person("ward", "X2");
        assertThat(new PersonPages(database.app(), Clock.systemUTC()).recordsOf(senders.rightsOf("office"), mona))
                .as("joined for everybody else")
                .contains(mona, later);
        assertThat(seen(rightsOf(cousin), later, "tredinnick", "9434765870")).isEqualTo(before);

        database.owner()
                .sql("insert into access.exclusion_ended values (?, now(), ?, 'no family after all')")
                .params(exclusion, cousin)
                .update();
        senders.joined();
        assertThat(seen(rightsOf(cousin), later, "tredinnick", "9434765870")).contains("Mona");
    }

    private static Rights rightsOf(UUID user) {
        return new Viewers(database.app(), Clock.systemUTC())
                .find(user, null, null)
                .orElseThrow()
                .rights();
    }

    private static String seen(Rights rights, UUID record, String name, String identifier) {
        return new PersonPages(database.app(), Clock.systemUTC()).of(rights, record, null) + " "
                + new PersonIndex(database.app(), Clock.systemUTC())
                        .find(rights, new Sought(name, null, null, "", ""), 1)
                + new PersonIndex(database.app(), Clock.systemUTC())
                        .find(rights, new Sought("", null, null, identifier, ""), 1);
    }

    private static List<String> seen(Rights rights, UUID record) {
        return List.of(
                new PersonPages(database.app(), Clock.systemUTC())
                        .of(rights, record, null)
                        .toString(),
                new PersonIndex(database.app(), Clock.systemUTC())
                        .find(rights, new Sought("rosa", null, null, "", ""), 1)
                        .toString(),
                new PersonIndex(database.app(), Clock.systemUTC())
                        .find(rights, new Sought("", null, null, "9434765919", ""), 1)
                        .toString(),
                new PictureHoldings(database.app(), Clock.systemUTC())
                        .read(rights)
                        .toString());
    }
}
