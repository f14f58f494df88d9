package clew.app.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.corrections.Outcome.Done;
import clew.app.corrections.Outcome.Wrong;
import clew.app.corrections.Rectification.AskedBy;
import clew.app.corrections.Rectification.Kind;
import clew.app.identity.Town;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A request to put right what is recorded: on a clock, with sharing paused, and recipients told. */
class E6RectificationIT {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    private static int number;

    @TempDir
    Path folder;

    private Town town;
    private String id;
    private UUID record;
    private Rights steward;
    private Rights nurse;

    @BeforeEach
    void a_school_shared_a_record_with_a_clinic() {
        id = "S" + ++number;
        town = new Town(database)
                .sends(folder, "school", Town.row(id, "Anna", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .sends(folder, "clinic", Town.row(id, "Anna", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .joins();
        record = town.record("school", id);
        steward = town.user("school", "Stella Steward", "data_steward", "clinic");
        nurse = town.user("clinic", "Nora Nurse", "practitioner", "school");
    }

    @Test
    void while_the_case_is_open_other_agencies_see_nothing_of_the_record() {
        assertThat(seen(nurse)).isGreaterThan(0);
        UUID rectification = opened();
        assertThat(seen(nurse)).isZero();
        assertThat(seen(owner(rectification))).isGreaterThan(0);

        cases("2026-11-20T12:00:00Z").decide(steward, rectification, Kind.REFUSED, "The birth certificate says so");

        assertThat(seen(nurse)).isGreaterThan(0);
        assertThat(cases("2026-11-20T12:00:00Z")
                        .find(steward, rectification)
                        .orElseThrow()
                        .isOpen())
                .isFalse();
    }

    @Test
    void a_rebuild_and_a_new_version_do_not_share_what_is_disputed() {
        UUID rectification = opened();
        town.joins();
        assertThat(seen(nurse)).isZero();
        town.sends(folder, "school", Town.row(id, "Anna", "Thirlkeld", "03/04/2009", "LS2 7BB", "3"));
        assertThat(seen(nurse)).isZero();
        town.joins();
        assertThat(seen(nurse)).isZero();
        cases("2026-11-20T12:00:00Z").decide(steward, rectification, Kind.PUT_RIGHT, "Spelling mended");
        assertThat(seen(nurse)).isGreaterThan(0);
    }

    @Test
    void the_clock_runs_from_receipt_and_two_further_months_need_a_reason() {
        UUID rectification = opened();
        Rectification open =
                cases("2026-11-20T12:00:00Z").find(steward, rectification).orElseThrow();
        assertThat(open.clock().due()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(open.isOverdue()).isFalse();
        assertThat(cases("2026-12-02T23:30:00Z")
                        .find(steward, rectification)
                        .orElseThrow()
                        .isOverdue())
                .isFalse();
        assertThat(cases("2026-12-03T00:30:00Z")
                        .find(steward, rectification)
                        .orElseThrow()
                        .isOverdue())
                .isTrue();
        assertThat(cases("2026-12-03T12:00:00Z").extend(steward, rectification, "late"))
                .isInstanceOf(Wrong.class);
        assertThat(cases("2026-11-20T12:00:00Z").extend(steward, rectification, " "))
                .isInstanceOf(Wrong.class);
        assertThat(cases("2026-11-20T12:00:00Z").extend(steward, rectification, "Four agencies hold it"))
                .isInstanceOf(Done.class);
        assertThat(cases("2026-11-20T12:00:00Z")
                        .find(steward, rectification)
                        .orElseThrow()
                        .clock()
                        .due())
                .isEqualTo(LocalDate.of(2027, 2, 2));
        assertThat(cases("2026-11-20T12:00:00Z").extend(steward, rectification, "again"))
                .isInstanceOf(Wrong.class);
    }

    @Test
    void who_looked_is_taken_from_the_ledger_and_ticked_off_when_told() {
        Ledger.of(database.app(), database.store().secrets())
                .enter(new Entry(
                        nurse.user(),
                        town.agency("clinic"),
                        "safeguarding_child",
                        "read",
                        "role",
                        Entry.Outcome.DONE,
                        List.of(record),
                        UUID.randomUUID(),
                        "",
                        null));
        UUID rectification = opened();
        assertThat(recipients(rectification)).singleElement().satisfies(recipient -> {
            assertThat(recipient.name()).isEqualTo("Agency clinic");
            assertThat(recipient.looks()).isEqualTo(1);
            assertThat(recipient.told()).isFalse();
        });
        cases("2026-11-20T12:00:00Z").decide(steward, rectification, Kind.PUT_RIGHT, "Mended");
        cases("2026-11-20T12:00:00Z").told(steward, rectification, town.agency("clinic"), "By letter of 20 November");
        assertThat(recipients(rectification)).allMatch(Rectification.Recipient::told);
        cases("2026-11-20T12:00:00Z").complain(steward, rectification, "Took too long");
        assertThat(cases("2026-11-20T12:00:00Z")
                        .find(steward, rectification)
                        .orElseThrow()
                        .steps())
                .extracting(Rectification.Step::kind)
                .containsExactly(Kind.PUT_RIGHT, Kind.TOLD, Kind.COMPLAINT);
    }

    @Test
    void a_case_is_its_agencys_own_and_is_decided_once() {
        UUID rectification = opened();
        assertThat(cases("2026-11-20T12:00:00Z").find(nurse, rectification)).isEmpty();
        assertThat(cases("2026-11-20T12:00:00Z").open(nurse, List.of(record), RECEIVED, AskedBy.PERSON, "wrong"))
                .isInstanceOf(Wrong.class);
        assertThatThrownBy(() -> database.app()
                        .run(
                                nurse,
                                sql -> sql.sql("select corrections.pause(?, ?)")
                                        .params(rectification, record)
                                        .query((row, number) -> 1)
                                        .list()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.app()
                        .run(
                                steward,
                                sql -> sql.sql("select corrections.resume(?)")
                                        .param(rectification)
                                        .query((row, number) -> 1)
                                        .list()))
                .as("not before the outcome")
                .isInstanceOf(DataAccessException.class);
        assertThat(recipientsAs(nurse, rectification)).isEmpty();
        cases("2026-11-20T12:00:00Z").decide(steward, rectification, Kind.REFUSED, "no");
        assertThat(cases("2026-11-20T12:00:00Z").decide(steward, rectification, Kind.PUT_RIGHT, "yes"))
                .isInstanceOf(Wrong.class);
    }

    private UUID opened() {
        Outcome outcome = cases("2026-11-20T12:00:00Z")
                .open(steward, List.of(record), RECEIVED, AskedBy.PARENT, "Her name is not spelt so");
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).id();
    }

    /** Rows of header, Picture, tokens and the row as received that a reader sees of the record. */
    private long seen(Rights rights) {
        return database.app()
                .read(
                        rights,
                        sql -> sql.sql("""
                        select (select count(*) from records.header where record_id = :r)
                             + (select count(*) from picture.record where record_id = :r)
                             + (select count(*) from picture.token where record_id = :r)
                             + (select count(*) from picture.membership where record_id = :r)
                             + (select count(*) from picture.link where :r in (left_record, right_record))
                             + (select count(*) from picture.component c where exists (
                                    select from picture.membership m where m.component_id = c.component_id and m.record_id = :r))
                             + (select count(*) from records.source_row s where exists (
                                    select from records.header h where h.record_id = :r and h.import_no = s.import_no and h.row_no = s.row_no))""").param("r", record).query(Long.class).single());
    }

    // The owner as Viewers would work them out: with the class of the case.
    private Rights owner(UUID rectification) {
        return Rights.of(
                steward.user(),
                database.owner()
                        .sql("select s.class_id from access.shown_to(?, current_date) s where s.owner = ?")
                        .params(town.agency("school"), town.agency("school"))
                        .query(Integer.class)
                        .list());
    }

    private List<Rectification.Recipient> recipients(UUID rectification) {
        return recipientsAs(steward, rectification);
    }

    private static List<Rectification.Recipient> recipientsAs(Rights rights, UUID rectification) {
        return cases("2026-11-20T12:00:00Z").recipients(rights, rectification);
    }

    private static Rectifications cases(String now) {
        return new Rectifications(database.app(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
