package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
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
                new PictureHoldings(database.app()).read(rights).toString());
    }
}
