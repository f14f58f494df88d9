package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.identity.PersonSearch.Page;
import clew.app.identity.PersonSearch.Row;
import clew.app.identity.PersonSearch.Sought;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PersonSearchIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    static Path folder;

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static Rights all;
    private static Rights careOnly;
    private static PersonSearch search;

    @BeforeAll
    static void join() {
        Extracted extracted = new Extracted(database);
        Townsfolk town = new Townsfolk(200, 31);
        String siobhan = "S1,Siobhán,O'Brien-Kelly,03/04/2022,F,9990000018,LS1 4AP,12,07700 900950,,,,\n";
        int police = extracted.imported(
                folder, "police", town.of("police") + siobhan + "S2,Zbigniew,Wałęsa,,M,,LS2 1AA,3,,,,,\n");
        int care = extracted.imported(folder, "care", town.of("care") + siobhan + "S3,Siobhan,Adams,1950,F,,,,,,,,\n");
        extracted.joined();
        all = Rights.of(DatabaseForTests.READER, Set.of(police, care));
        careOnly = Rights.of(DatabaseForTests.READER, Set.of(care));
        search = new PersonIndex(database.app(), TODAY);
    }

    @Test
    void a_name_is_found_without_accents_in_any_order_and_by_its_parts() {
        for (String name : List.of("siobhan kelly", "KELLY Siobhán", "obrien", "O’Brien siobhan")) {
            assertThat(names(name(name))).as(name).contains("Siobhán O'Brien-Kelly");
        }
        assertThat(names(name("walesa"))).containsExactly("Zbigniew Wałęsa");
        assertThat(names(name("siobhan nobody"))).isEmpty();
    }

    @Test
    void persons_come_by_name_with_the_agencies_that_hold_something() {
        Page page = search.find(all, name("siobhan"), 1);

        assertThat(page.people()).extracting(Row::name).containsExactly("Siobhan Adams", "Siobhán O'Brien-Kelly");
        Row child = page.people().get(1);
        assertThat(child.agencies()).containsExactly("Agency care", "Agency police");
        assertThat(child.records()).isEqualTo(2);
        assertThat(child.age()).isEqualTo(Age.CHILD);
        assertThat(child.places()).containsExactly("LS1 4AP");
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    void a_date_of_birth_finds_whole_and_partial_dates() {
        assertThat(names(born("2022-04-03", "2022-04-03"))).containsExactly("Siobhán O'Brien-Kelly");
        assertThat(names(born("2022-04-01", "2022-04-30"))).containsExactly("Siobhán O'Brien-Kelly");
        assertThat(names(born("1950-01-01", "1950-12-31"))).containsExactly("Siobhan Adams");
        assertThat(names(born("1950-06-05", "1950-06-05"))).containsExactly("Siobhan Adams");
        assertThat(names(born("1951-06-05", "1951-06-05"))).isEmpty();
    }

    @Test
    void an_identifier_or_postcode_is_found_however_it_is_written() {
        assertThat(names(new Sought("", null, null, "999 000 0018", ""))).containsExactly("Siobhán O'Brien-Kelly");
        assertThat(names(new Sought("", null, null, "+44 7700 900950", ""))).containsExactly("Siobhán O'Brien-Kelly");
        assertThat(names(new Sought("", null, null, "s2", ""))).containsExactly("Zbigniew Wałęsa");
        assertThat(names(new Sought("", null, null, "", "ls21aa"))).containsExactly("Zbigniew Wałęsa");
        assertThat(names(new Sought("zbigniew", null, null, "", "LS1 4AP"))).isEmpty();
    }

    @Test
    void who_may_see_one_agency_finds_only_what_it_holds() {
        assertThat(search.find(careOnly, name("zbigniew"), 1).total()).isZero();
        Row child = search.find(careOnly, name("kelly"), 1).people().get(0);
        assertThat(child.agencies()).containsExactly("Agency care");
        assertThat(child.records()).isEqualTo(1);
        assertThat(search.find(Rights.of(DatabaseForTests.READER, Set.of()), name("siobhan"), 1)
                        .people())
                .isEmpty();
    }

    private static List<String> names(Sought sought) {
        return search.find(all, sought, 1).people().stream().map(Row::name).toList();
    }

    private static Sought name(String name) {
        return new Sought(name, null, null, "", "");
    }

    private static Sought born(String from, String to) {
        return new Sought("", LocalDate.parse(from), LocalDate.parse(to), "", "");
    }
}
