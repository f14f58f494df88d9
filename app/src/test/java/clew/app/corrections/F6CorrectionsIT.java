package clew.app.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.corrections.Outcome.Done;
import clew.app.corrections.Outcome.Wrong;
import clew.app.corrections.Statement.Kind;
import clew.app.identity.PersonPages;
import clew.app.identity.PersonView;
import clew.app.identity.Picture;
import clew.app.identity.Town;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Nothing is edited: the agency that sent a record corrects or adds, everybody else proposes and is answered. */
class F6CorrectionsIT {

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
    void a_child_whose_name_was_written_wrongly() {
        id = "S" + ++number;
        town = new Town(database)
                .sends(folder, "school", Town.row(id, "Anna", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .sends(folder, "clinic", Town.row("C1", "Bea", "Coombe", "05/06/2008", "TR1 1AA", "9"))
                .joins();
        record = town.record("school", id);
        steward = town.user("school", "Stella Steward", "data_steward", "clinic");
        nurse = town.user("clinic", "Nora Nurse", "practitioner", "school");
    }

    @Test
    void a_correction_is_used_at_once_in_pages_and_then_in_joining_and_the_row_stays_as_received() {
        assertThat(corrections().correct(steward, record, "given_name", "Hannah", "Birth certificate seen"))
                .isInstanceOf(Done.class);
        assertThat(shownName()).isEqualTo("Hannah");
        town.joins();
        assertThat(shownName()).isEqualTo("Hannah");
        assertThat(tokens("name:hannah")).isEqualTo(1);
        assertThat(tokens("name:anna")).isZero();
        assertThat(received()).contains("Anna");
        assertThat(statements()).singleElement().satisfies(said -> {
            assertThat(said.old()).isEqualTo("Anna");
            assertThat(said.mended()).isEqualTo("Hannah");
            assertThat(said.by()).isEqualTo("Stella Steward");
            assertThat(said.reason()).isEqualTo("Birth certificate seen");
            assertThat(said.state()).isEqualTo("used in place of what was received");
        });
    }

    @Test
    void a_rebuild_with_corrections_gives_the_same_world() {
        corrections().correct(steward, record, "given_name", "Hannah", "why");
        corrections().correct(steward, record, "date_of_birth", "4 March 2009", "why");
        town.joins();
        String before = dump();
        database.engine().run(sql -> sql.sql("drop schema picture cascade").update());
        town.joins();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void when_the_sender_sends_the_corrected_value_the_correction_falls_away_and_says_so() {
        corrections().correct(steward, record, "given_name", "Hannah", "why");
        town.sends(folder, "school", Town.row(id, "Hannah", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .joins();
        assertThat(shownName()).isEqualTo("Hannah");
        assertThat(statements().getFirst().state()).isEqualTo("fallen away: the sender has since sent this value");
    }

    @Test
    void when_the_sender_sends_a_third_value_theirs_is_used_and_somebody_is_asked_to_look_again() {
        corrections().correct(steward, record, "given_name", "Hannah", "why");
        town.sends(folder, "school", Town.row(id, "Joanna", "Threlkeld", "03/04/2009", "LS2 7BB", "3"))
                .joins();
        assertThat(shownName()).isEqualTo("Joanna");
        assertThat(statements().getFirst().state()).contains("another value");
    }

    @Test
    void corrections_of_one_field_follow_each_other_and_one_can_be_ended() {
        corrections().correct(steward, record, "given_name", "Hannah", "first");
        Done second = (Done) corrections().correct(steward, record, "given_name", "Hanna", "second");
        assertThat(shownName()).isEqualTo("Hanna");
        assertThat(corrections().end(steward, record, second.id(), "was right before"))
                .isInstanceOf(Done.class);
        assertThat(shownName()).isEqualTo("Hannah");
        town.joins();
        assertThat(shownName()).isEqualTo("Hannah");
        assertThat(statements())
                .extracting(Statement::kind)
                .containsExactly(Kind.CORRECTION, Kind.CORRECTION, Kind.CORRECTION_ENDED);
    }

    @Test
    void a_value_can_be_taken_away_and_what_a_field_cannot_hold_is_refused() {
        assertThat(corrections().correct(steward, record, "date_of_birth", "sometime", "why"))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.words()).startsWith("Date of birth must be"));
        assertThat(corrections().correct(steward, record, "given_name", "Anna", "why"))
                .isInstanceOf(Wrong.class);
        assertThat(corrections().correct(steward, record, "given_name", "Hannah", " "))
                .isInstanceOf(Wrong.class);
        assertThat(corrections().correct(steward, record, "no_such_field", "x", "why"))
                .isInstanceOf(Wrong.class);
        assertThat(corrections().correct(steward, record, "postcode", "", "never lived there"))
                .isInstanceOf(Done.class);
        town.joins();
        assertThat(tokens("place:LS2 7BB 3")).isZero();
    }

    @Test
    void an_addition_stands_beside_the_record() {
        assertThat(corrections().add(steward, record, "Uses the name Annie", "She told us"))
                .isInstanceOf(Done.class);
        assertThat(statements()).singleElement().satisfies(said -> {
            assertThat(said.kind()).isEqualTo(Kind.ADDENDUM);
            assertThat(said.mended()).isEqualTo("Uses the name Annie");
        });
        assertThat(corrections().add(nurse, record, "text", "why")).isInstanceOf(Wrong.class);
    }

    @Test
    void another_agency_proposes_is_answered_and_an_accepted_proposal_corrects() {
        assertThat(corrections().correct(nurse, record, "given_name", "Hannah", "NHS number traced"))
                .isInstanceOf(Done.class);
        assertThat(shownName()).isEqualTo("Anna");
        List<Statement> waiting = mine(corrections().toAnswer(steward));
        assertThat(waiting)
                .singleElement()
                .satisfies(said -> assertThat(said.agency()).isEqualTo("Agency clinic"));
        assertThat(mine(corrections().toAnswer(nurse))).isEmpty();
        assertThat(corrections().answer(nurse, waiting.getFirst().decision(), true, "yes"))
                .isInstanceOf(Wrong.class);

        assertThat(corrections().answer(steward, waiting.getFirst().decision(), true, "Checked with the family"))
                .isInstanceOf(Done.class);

        assertThat(shownName()).isEqualTo("Hannah");
        assertThat(mine(corrections().toAnswer(steward))).isEmpty();
        assertThat(mine(corrections().proposed(nurse)))
                .singleElement()
                .satisfies(said -> assertThat(said.state()).isEqualTo("accepted: Checked with the family"));
        assertThat(corrections().answer(steward, waiting.getFirst().decision(), false, "no"))
                .isInstanceOf(Wrong.class);
    }

    @Test
    void a_refused_proposal_changes_nothing_and_is_answered_with_the_reason() {
        corrections().correct(nurse, record, "given_name", "Hannah", "heard so");
        UUID proposal = mine(corrections().toAnswer(steward)).getFirst().decision();
        corrections().answer(steward, proposal, false, "The birth certificate says Anna");
        assertThat(shownName()).isEqualTo("Anna");
        assertThat(mine(corrections().proposed(nurse)).getFirst().state())
                .isEqualTo("refused: The birth certificate says Anna");
    }

    @Test
    void the_database_itself_keeps_others_from_correcting_and_anybody_from_deciding_in_anothers_name() {
        assertThatThrownBy(() -> insert(nurse, nurse.user(), town.agency("clinic"), "correction"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("expected the agency that sent the record");
        assertThatThrownBy(() -> insert(nurse, nurse.user(), town.agency("school"), "correction"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("in the name of who takes it");
        assertThatThrownBy(() -> insert(steward, nurse.user(), town.agency("school"), "correction"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.app()
                        .run(
                                steward,
                                sql -> sql.sql("update decisions.decision set body = '{}'")
                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }

    private void insert(Rights rights, UUID by, int agency, String kind) {
        UUID decision = UUID.randomUUID();
        database.app().run(rights, sql -> {
            sql.sql("""
                            insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
                            values (?, ?, ?, ?, 'why', ?, '{}')""")
                    .params(decision, kind, by, agency, town.classOf("school"))
                    .update();
            sql.sql("insert into decisions.about values (?, ?, ?)")
                    .params(decision, record, town.classOf("school"))
                    .update();
        });
    }

    private List<Statement> statements() {
        return corrections().of(steward, record).orElseThrow().statements();
    }

    private List<Statement> mine(List<Statement> all) {
        return all.stream().filter(said -> said.record().equals(record)).toList();
    }

    private String shownName() {
        return new PersonPages(database.app(), Clock.systemUTC())
                .of(steward, record, null).orElseThrow().fields().stream()
                        .filter(field -> field.name().equals("given_name"))
                        .map(PersonView.FieldRow::values)
                        .findFirst()
                        .orElseThrow()
                        .getFirst()
                        .given()
                        .getFirst();
    }

    private long tokens(String token) {
        return database.engine()
                .in(sql -> sql.sql("select count(*) from picture.token where token = ? and record_id = ?")
                        .params(token, record)
                        .query(Long.class)
                        .single());
    }

    private String received() {
        return database.engine()
                .in(sql -> sql.sql("""
                        select s.body from records.source_row s join records.header h using (import_no, row_no)
                         where h.record_id = ? order by h.version_no limit 1""").param(record).query(String.class).single());
    }

    private static String dump() {
        return Picture.dump(database.engine(), OutputStream.nullOutputStream());
    }

    private static Corrections corrections() {
        return new Corrections(database.app());
    }
}
