package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.identity.PersonPages;
import clew.app.identity.Senders;
import clew.app.intake.Intake;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A place that agencies write differently is one place, found in a build and on arrival alike; the house next door, the other flat and the other village are not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class B10PlacesIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private static final String MAP = """
            map: places
            version: 1
            standard: 1
            system: PLACES
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: named in a concern}
            records:
              - shape: place
                key: [ID]
                fields:
                  address: ADDRESS
                  house_number: HOUSE
                  street: STREET
                  town: TOWN
                  postcode: POSTCODE
                  simulated: {value: "yes"}
            """;
    private static final String HEADER = "ID;ADDRESS;HOUSE;STREET;TOWN;POSTCODE\n";

    private Senders senders;
    private Rights rights;

    @BeforeAll
    void two_agencies_and_how_they_write(@TempDir Path folder) {
        senders = new Senders(DATABASE, folder);
        senders.agency("care", Kind.SOCIAL_CARE, Visibility.CONTENT);
        senders.agency("school", Kind.EDUCATION, Visibility.CONTENT);
        send(
                "care",
                "1;Flat 2, 14 High St;;;Saltby;",
                "2;;Flat 2, 14;High Street;Saltby;HM4 2AB",
                "3;12 High Street;;;Saltby;");
        senders.joined();
        rights = senders.rightsOf("care");
    }

    @Test
    void near_variants_are_one_place_whether_they_were_built_or_arrived() {
        assertThat(place("care", "1")).containsExactlyInAnyOrder(id("care", "1"), id("care", "2"));

        send(
                "school",
                "1;14 HIGH STREET, FLAT 2;;;SALTBY;",
                "2;14 High St, Flat 12;;;Saltby;",
                "3;14 High Street;;;Saltby;");
        send(
                "school",
                "4;Apt 2, 14 High St., Saltby, HM9 9ZZ;;;Saltby;HM9 9ZZ",
                "5;12, high st;;;saltby;",
                "6;12 High Street;;;Harrowmere;");
        senders.linked();
        UUID[] flat = {id("care", "1"), id("care", "2"), id("school", "1")};
        assertThat(place("school", "1")).contains(flat).doesNotContain(id("school", "2"), id("school", "3"));
        assertThat(place("care", "2")).as("another postcode is another place").containsExactlyInAnyOrder(flat);
        assertThat(place("school", "4")).doesNotContain(id("care", "2"));
        assertThat(place("care", "3")).containsExactlyInAnyOrder(id("care", "3"), id("school", "5"));
        assertThat(Stream.of("2", "3", "6").map(key -> place("school", key).size()))
                .containsOnly(1);

        List<List<UUID>> arrived = all();
        senders.joined();
        assertThat(all()).as("a build finds what arrival found").isEqualTo(arrived);
    }

    /** The records of an import were counted by its first versions, and those of the rest were left out. */
    @Test
    void a_file_that_says_many_records_twice_leaves_none_of_them_out() {
        String[] rows = IntStream.range(0, 600)
                .mapToObj(row -> "t%d;%d Mill Lane;;;%s;"
                        .formatted(row / 2, 100 + row / 2, row % 2 == 0 ? "Harrowmere" : "Saltby"))
                .toArray(String[]::new);
        send("care", rows);
        senders.linked();
        assertThat(DATABASE.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(*) from picture.record where body ->> 'address' like '% Mill Lane' and body ->> 'town' = 'Saltby'")
                                .query(Long.class)
                                .single()))
                .isEqualTo(300);
    }

    private List<List<UUID>> all() {
        return Stream.of("1", "2", "3", "4", "5", "6")
                .map(key -> place("school", key))
                .toList();
    }

    private List<UUID> place(String agency, String key) {
        Things things = new Things(
                DATABASE.app(), new PersonPages(DATABASE.app(), Clock.systemUTC()), new Subjects(DATABASE.app()));
        return things.of(rights, id(agency, key)).orElseThrow().records();
    }

    private UUID id(String agency, String key) {
        return RecordIdentity.of(agency, "PLACES", "place", List.of(key), "")
                .id(Intake.recordKey(senders.store.secrets()));
    }

    private void send(String agency, String... rows) {
        String csv = HEADER + String.join("\n", rows) + "\n";
        senders.sendAs(agency, MAP, "\"" + csv.strip().replace(";", "\",\"").replace("\n", "\"\n\"") + "\"\n");
    }
}
