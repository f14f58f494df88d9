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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A pointer says which agency holds something and whom to call: nothing else leaves the database. */
class F3PointerIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static final String NHS = "9434765919";
    private static final HeldElsewhere CLINIC = new HeldElsewhere("Agency clinic", "the duty nurse, 01632 960 123");
    private static final HeldElsewhere CHARITY = new HeldElsewhere("Agency charity", null);
    private static Senders senders;
    private static Rights school;
    private static UUID rosa;

    @BeforeAll
    static void join() {
        senders = new Senders(database, folder);
        senders.agency("school", Kind.EDUCATION);
        int clinic = senders.agency("clinic", Kind.HEALTH, Visibility.POINTER);
        senders.agency("charity", Kind.CHARITY, Visibility.POINTER);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        senders.rules.callWhom(clinic, "the duty nurse, 01632 960 123");
        senders.send("school", Senders.others("S", 0, 60));
        senders.send("school", "R1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,,,,");
        senders.send("clinic", Senders.others("C", 30, 90));
        senders.send(
                "clinic",
                "P1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,X1,03/03/2026,seen at the clinic,",
                "P2,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,,,,");
        senders.send("refuge", "H1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,,,,");
        senders.send("charity", "Q1,Only,Known,09/09/2009,9434765870,LS9 9ZZ,1,,,,,");
        senders.joined();
        school = senders.rightsOf("school");
        rosa = senders.person("school", "R1");
    }

    @Test
    void the_page_of_a_person_names_the_agency_and_whom_to_call_once_however_much_it_holds() {
        PersonView.Person person = page(school, rosa);
        assertThat(person.records()).hasSize(1);
        assertThat(person.elsewhere()).containsExactly(CLINIC);
        assertThat(person.links()).isEmpty();
    }

    @Test
    void its_owner_sees_the_records_themselves_and_the_hidden_ones_of_others_never() {
        Rights clinic = senders.rightsOf("clinic");
        assertThat(page(clinic, senders.person("clinic", "P1")).records()).hasSize(3);
        assertThat(new PersonPages(database.app(), Clock.systemUTC()).of(school, senders.person("clinic", "P1"), null))
                .isEmpty();
    }

    @Test
    void a_search_by_an_exact_identifier_alone_names_the_agency_and_any_other_search_does_not() {
        assertThat(search("", "943 476 5870").elsewhere()).containsExactly(CHARITY);
        assertThat(search("", "943 476 5870").people()).isEmpty();
        assertThat(search("Only Known", "9434765870").elsewhere()).isEmpty();
        assertThat(search("Only Known", "").elsewhere()).isEmpty();
        assertThat(search("", NHS).elsewhere()).containsExactly(CLINIC);
    }

    @Test
    void no_field_of_a_pointer_leaves_the_database_under_the_viewers_role() {
        List<UUID> held = List.of(
                senders.person("clinic", "P1"), senders.person("clinic", "P2"), senders.person("charity", "Q1"));
        for (String table : List.of("record where record_id", "token where record_id", "membership where record_id")) {
            assertThat(read("select count(*) from picture." + table + " = any(cast(:ids as uuid[]))", held))
                    .as(table)
                    .isZero();
        }
        assertThat(read(
                        "select count(*) from picture.link where left_record = any(cast(:ids as uuid[])) or right_record = any(cast(:ids as uuid[]))",
                        held))
                .isZero();
        assertThat(read("select cardinality(picture.pointed_about(cast(:ids as uuid[])))", held))
                .as("asked about what does not show")
                .isZero();
        assertThat(read("select cardinality(picture.pointed_about(cast(:ids as uuid[])))", List.of(rosa)))
                .isEqualTo(1);
    }

    @Test
    void who_has_no_pointers_sees_none() {
        Rights none = new Rights(DatabaseForTests.READER, school.classes());
        assertThat(page(none, rosa).elsewhere()).isEmpty();
        assertThat(new PersonIndex(database.app(), Clock.systemUTC())
                        .find(none, new Sought("", null, null, NHS, ""), 1)
                        .elsewhere())
                .isEmpty();
    }

    private static PersonView.Person page(Rights rights, UUID record) {
        return new PersonPages(database.app(), Clock.systemUTC())
                .of(rights, record, null)
                .orElseThrow();
    }

    private static PersonSearch.Page search(String name, String identifier) {
        return new PersonIndex(database.app(), Clock.systemUTC())
                .find(school, new Sought(name, null, null, identifier, ""), 1);
    }

    private static long read(String query, List<UUID> ids) {
        return database.app()
                .read(
                        school,
                        sql -> sql.sql(query)
                                .param("ids", StoredPersons.array(ids))
                                .query(Long.class)
                                .single());
    }
}
