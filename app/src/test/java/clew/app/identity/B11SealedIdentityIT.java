package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies.Kind;
import clew.app.identity.PersonSearch.Sought;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed identity: never machine-joined, never "also known as", not found by others. */
class B11SealedIdentityIT {

    private final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private static final String FORMER = "A1,Tess,Formerley,05/06/2012,9434765919,LS1 1AA,7,,,,,";
    private Senders senders;
    private Rights care;
    private UUID former;
    private UUID present;
    private int agency;

    @BeforeEach
    void joined_before_anybody_knew() {
        senders = new Senders(database, folder);
        agency = senders.agency("care", Kind.SOCIAL_CARE);
        senders.send("care", Senders.others("C", 0, 60));
        senders.send("care", Senders.others("D", 20, 60));
        senders.send("care", FORMER, "A2,Tess,Newman,05/06/2012,9434765919,LS1 1AA,7,Formerley,,,,");
        former = senders.person("care", "A1");
        present = senders.person("care", "A2");
        senders.joined();
        care = senders.rightsOf("care");
    }

    @Test
    void from_the_moment_of_the_seal_nobody_finds_the_former_identity_and_the_present_one_stands_alone() {
        assertThat(records(present)).containsExactlyInAnyOrder(former, present);
        assertThat(found("Formerley")).isPositive();
        long counted = new PictureHoldings(database.app(), java.time.Clock.systemUTC())
                .read(care)
                .records();

        UUID seal = seal();
        assertHidden();
        assertThat(new PictureHoldings(database.app(), java.time.Clock.systemUTC())
                        .read(care)
                        .records())
                .isEqualTo(counted - 1);
        senders.joined();
        assertHidden();
        assertThat(found("Formerley")).as("also known as").isZero();
        assertThat(page(present).toString()).doesNotContain("Formerley");
        assertNotJoined();

        new Seals(database.engine()).end(seal, DatabaseForTests.READER, agency, "ordered by the court");
        senders.joined();
        assertThat(records(present)).containsExactlyInAnyOrder(former, present);
    }

    @Test
    void a_later_version_of_a_sealed_record_stays_sealed() {
        seal();
        assertThat(senders.send("care", FORMER.replace("LS1 1AA", "LS2 2BB")).changed())
                .isEqualTo(1);
        senders.send("care", FORMER.replace("LS1 1AA", "LS2 2BB"));
        senders.joined();
        assertHidden();
        assertNotJoined();
    }

    @Test
    void the_seal_itself_shows_to_nobody() {
        seal();
        assertThat(database.app()
                        .<Long>read(
                                care,
                                sql -> sql.sql("select count(*) from decisions.decision")
                                        .query(Long.class)
                                        .single()))
                .isZero();
        assertThat(database.app()
                        .<Long>read(
                                care,
                                sql -> sql.sql("select count(*) from decisions.about")
                                        .query(Long.class)
                                        .single()))
                .isZero();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID seal() {
        return new Seals(database.engine())
                .seal(new Seals.Seal(
                        Seals.Ground.ADOPTION,
                        Set.of(former),
                        Set.of(present),
                        DatabaseForTests.READER,
                        agency,
                        "adoption order"));
    }

    private void assertHidden() {
        Rights now = senders.rightsOf("care");
        assertThat(new PersonPages(database.app(), Clock.systemUTC()).of(now, former, null))
                .isEmpty();
        assertThat(records(present)).containsExactly(present);
        assertThat(new PersonIndex(database.app(), Clock.systemUTC())
                        .find(now, new Sought("Formerley", null, null, "", ""), 1)
                        .people())
                .allSatisfy(row -> assertThat(row.record()).isEqualTo(present));
    }

    private void assertNotJoined() {
        assertThat(database.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(distinct person_id) from picture.membership where record_id in (?, ?)")
                                .params(former, present)
                                .query(Long.class)
                                .single()))
                .isEqualTo(2);
        assertThat(database.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(*) from picture.link where ? in (left_record, right_record)")
                                .param(former)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    private PersonView.Person page(UUID record) {
        return new PersonPages(database.app(), Clock.systemUTC())
                .of(care, record, null)
                .orElseThrow();
    }

    private List<UUID> records(UUID record) {
        return page(record).records().stream().map(PersonView.Source::record).toList();
    }

    private long found(String name) {
        return new PersonIndex(database.app(), Clock.systemUTC())
                .find(care, new Sought(name, null, null, "", ""), 1)
                .total();
    }
}
