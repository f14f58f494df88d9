package clew.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.corrections.F6Corrected;
import clew.app.identity.Picture;
import clew.app.identity.Town;
import clew.app.retention.Outcome.Done;
import clew.app.retention.Outcome.Wrong;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What is over goes when two people say so: payloads and what was derived from them, whole or not at all, with a tombstone. */
class I4DisposalIT {

    /** The school's records are kept to age 25: the test lives in 2050. */
    private static final Clock LATER = Clock.fixed(Instant.parse("2050-06-01T12:00:00Z"), ZoneOffset.UTC);

    private static final String OVER = Town.row("OVER", "Anna", "Threlkeld", "03/04/2009", "LS2 7BB", "3");
    private static final String YOUNG = Town.row("YOUNG", "Cleo", "Marsh", "01/02/2030", "LS5 5AA", "8");

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    private Town town;
    private Rights steward;
    private Rights lead;
    private Rights secondLead;

    @BeforeEach
    void a_school_with_a_record_that_is_over_and_one_that_is_not() {
        database.owner().sql("""
                        truncate retention.hold, retention.hold_step, retention.disposal, retention.disposal_row, retention.carried_out,
                                 records.disposed, records.header, records.source_row, records.quarantine, records.import,
                                 decisions.decision, decisions.about, corrections.rectification, corrections.disputed, corrections.step,
                                 register.issued, register.moved, register.redirect cascade""").update();
        // Who was born in 2030 could not be sent yet: the date is read as it stands all the same.
        town = new Town(database)
                .sends(folder, "school", OVER + YOUNG.replace("2030", "2026"))
                .sends(folder, "clinic", Town.row("C1", "Anna", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .joins();
        database.owner()
                .sql("update access.agency set kind = 'education' where slug = 'school'")
                .update();
        steward = town.user("school", "Stella Steward", "data_steward");
        lead = town.user("school", "Lena Lead", "information_governance_lead");
        secondLead = town.user("school", "Leo Lead", "information_governance_lead");
    }

    @Test
    void the_preview_counts_what_would_go_and_changes_nothing() {
        Preview preview = disposals().preview(steward, type());
        assertThat(preview.rows()).isEqualTo(1);
        assertThat(preview.records()).containsEntry("Person", 1);
        assertThat(preview.held()).isEmpty();
        assertThat(payloads()).isEqualTo(3);
    }

    @Test
    void after_a_disposal_only_header_and_tombstone_are_left_and_a_rebuild_gives_the_same_world() {
        UUID over = town.record("school", "OVER");
        F6Corrected.given(database, steward, over, "given_name", "Hannah");
        UUID proposal = proposed();

        assertThat(disposals().confirm(lead, proposal, "Checked against the schedule"))
                .isEqualTo(new Done(proposal));

        assertThat(everythingAbout("Anna", "Hannah")).as("of the school's rows").isZero();
        assertThat(count("select count(*) from records.header where record_id = '" + over + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from records.disposed where record_id = '" + over + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from decisions.decision d join decisions.about using (decision_id)"
                        + " where kind = 'disposed' and record_id = '" + over + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from picture.record where record_id = '" + over + "'"))
                .isZero();
        assertThat(count("select count(*) from picture.token where record_id = '" + over + "'"))
                .isZero();
        town.joins();
        String once = Picture.dump(database.engine(), OutputStream.nullOutputStream());
        assertThat(count("select count(*) from picture.record where record_id = '" + over + "'"))
                .isZero();
        database.engine().run(sql -> sql.sql("drop schema picture cascade").update());
        town.joins();
        assertThat(Picture.dump(database.engine(), OutputStream.nullOutputStream()))
                .isEqualTo(once);
        assertThat(disposals().find(lead, proposal).orElseThrow().confirmedBy()).isEqualTo("Lena Lead");
    }

    @Test
    void the_same_extract_sent_again_does_not_bring_it_back() {
        UUID proposal = proposed();
        disposals().confirm(lead, proposal, "over");
        town.sends(folder, "school", OVER + YOUNG.replace("2030", "2026")).joins();
        assertThat(count("select count(*) from picture.record where record_id = '" + town.record("school", "OVER")
                        + "'"))
                .isZero();
    }

    @Test
    void one_person_alone_the_wrong_role_another_agency_and_a_late_confirmation_are_refused() {
        UUID proposal = proposedBy(lead);
        assertThat(disposals().confirm(lead, proposal, "me again"))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.words()).contains("a second person"));
        assertThat(disposals().confirm(steward, proposal, "why"))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.words()).contains("information-governance lead"));
        assertThat(disposals()
                        .confirm(town.user("clinic", "Cara Lead", "information_governance_lead"), proposal, "why"))
                .isInstanceOf(Wrong.class);
        database.owner()
                .sql("update retention.disposal set expires_at = now() - interval '1 minute'")
                .update();
        assertThat(disposals().confirm(secondLead, proposal, "why"))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.words()).contains("before"));
        database.owner()
                .sql("update retention.disposal set expires_at = now() + interval '1 day'")
                .update();
        assertThat(payloads()).isEqualTo(3);
        assertThat(disposals().confirm(secondLead, proposal, "over")).isInstanceOf(Done.class);
        assertThat(disposals().confirm(secondLead, proposal, "twice")).isInstanceOf(Wrong.class);
        assertThat(payloads()).isEqualTo(2);
    }

    @Test
    void a_legal_hold_stops_it_also_when_it_came_after_the_proposal_and_two_people_lift_it() {
        UUID proposal = proposed();
        assertThat(holds().place(lead, "Independent inquiry", "", "Notice of 3 March"))
                .isInstanceOf(Done.class);
        assertThat(disposals().preview(steward, type()).held()).containsEntry("Independent inquiry", 1);
        assertThat(disposals().preview(steward, type()).rows()).isZero();
        assertThat(disposals().propose(steward, type(), "over")).isInstanceOf(Wrong.class);
        assertThat(disposals().confirm(lead, proposal, "over"))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.words()).contains("legal hold"));
        assertThat(payloads()).isEqualTo(3);

        UUID hold = holds().all(lead).getFirst().id();
        assertThat(holds().lift(lead, hold, "The inquiry reported")).isInstanceOf(Done.class);
        assertThat(holds().lift(lead, hold, "and again")).isInstanceOf(Wrong.class);
        assertThat(disposals().confirm(lead, proposal, "over"))
                .as("one of two asked")
                .isInstanceOf(Wrong.class);
        assertThat(holds().lift(secondLead, hold, "Confirmed by letter")).isInstanceOf(Done.class);
        assertThat(disposals().confirm(lead, proposal, "over")).isInstanceOf(Done.class);
    }

    @Test
    void a_hold_on_another_type_of_record_stops_nothing_here() {
        holds().place(lead, "Beaconport", "intelligence", "Notice");
        assertThat(disposals().preview(steward, type()).rows()).isEqualTo(1);
    }

    @Test
    void only_a_lead_places_a_hold() {
        assertThatThrownBy(() -> holds().place(steward, "Inquiry", "", "Notice"))
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from records.source_row",
                "delete from records.quarantine",
                "update records.source_row set body = '{}'",
                "truncate records.source_row",
                "delete from retention.hold",
                "delete from records.disposed",
                "insert into retention.carried_out (disposal_id, confirmed_by, reason, counts, decision_id)"
                        + " select disposal_id, proposed_by, 'x', '{}', gen_random_uuid() from retention.disposal",
                "select records.move_class(gen_random_uuid(), 1, 2)"
            })
    void no_role_of_the_application_can_delete_a_payload_or_go_around_the_two(String statement) {
        proposed();
        assertThatThrownBy(() -> database.app().run(lead, sql -> execute(sql, statement)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> database.engine().run(sql -> execute(sql, statement)))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void killed_half_way_nothing_is_half_done() {
        UUID proposal = proposed();
        assertThatThrownBy(() -> database.app().run(lead, sql -> {
                    sql.sql("select retention.dispose(?, 'over')")
                            .param(proposal)
                            .query((row, number) -> 1)
                            .list();
                    int backend = sql.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    database.owner()
                            .sql("select pg_terminate_backend(?)")
                            .param(backend)
                            .query(Boolean.class)
                            .single();
                    sql.sql("select 1").query(Integer.class).single();
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(payloads()).isEqualTo(3);
        assertThat(count("select count(*) from records.disposed")).isZero();
        assertThat(count("select count(*) from retention.carried_out")).isZero();
        assertThat(count("select count(*) from decisions.decision where kind = 'disposed'"))
                .isZero();
        assertThat(disposals().confirm(lead, proposal, "once more")).isInstanceOf(Done.class);
    }

    @Test
    void while_a_picture_is_built_nothing_is_disposed_of_so_that_it_cannot_come_back() {
        UUID proposal = proposed();
        database.engine().run(sql -> {
            sql.sql("select pg_advisory_xact_lock(7164212670901085044)")
                    .query((row, number) -> 1)
                    .list();
            assertThat(disposals().confirm(lead, proposal, "over"))
                    .isInstanceOfSatisfying(
                            Wrong.class, wrong -> assertThat(wrong.words()).contains("build of the Picture"));
        });
        assertThat(payloads()).isEqualTo(3);
    }

    private UUID proposed() {
        return proposedBy(steward);
    }

    private UUID proposedBy(Rights who) {
        return ((Done) disposals().propose(who, type(), "Kept to age 25")).id();
    }

    private long everythingAbout(String... names) {
        long found = 0;
        for (String name : names) {
            found += count("select count(*) from records.source_row s join records.import i using (import_no)"
                    + " where i.agency_id = " + town.agency("school") + " and s.body like '%" + name + "%'");
            found += count("select count(*) from decisions.decision where body::text like '%" + name + "%'");
            found += count("select count(*) from picture.record where agency_id = " + town.agency("school")
                    + " and body::text like '%" + name + "%'");
        }
        return found;
    }

    private static long payloads() {
        return count("select count(*) from records.source_row");
    }

    private static long count(String query) {
        return database.engine().in(sql -> sql.sql(query).query(Long.class).single());
    }

    private static void execute(org.springframework.jdbc.core.simple.JdbcClient sql, String statement) {
        if (statement.startsWith("select")) {
            sql.sql(statement).query((row, number) -> 1).list();
        } else {
            sql.sql(statement).update();
        }
    }

    private static Type type() {
        return Schedule.SHIPPED.named("school_child_protection").orElseThrow();
    }

    private static Disposals disposals() {
        return new Disposals(database.app(), Schedule.SHIPPED, LATER);
    }

    private static Holds holds() {
        return new Holds(database.app());
    }
}
