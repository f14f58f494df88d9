package clew.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits, for whom, in which order, and what takes two people. */
class B5TwoPeopleIT extends Unsettled {

    @BeforeAll
    static void pairs_that_wait() {
        town.mayBeOne(town.school(0), town.care(50), -1, "");
        town.mayBeOne(town.school(1), town.school(2), -2, "");
        town.mayBeOne(town.school(3), town.care(51), 9, Undecided.TWINS);
        town.mayBeOne(town.force(100), town.force(101), -1, "");
        town.mayBeOne(town.force(102), town.care(52), -2, "");
        town.mayBeOne(town.force(104), town.care(58), -2, "");
        town.mayBeOne(town.refuge(120), town.care(53), -2, "");
        town.mayBeOne(town.school(4), town.care(54), -2, "");
        town.mayBeOne(town.school(5), town.care(55), -2, "");
        town.mayBeOne(town.school(6), town.care(56), -2, "");
    }

    @Test
    void a_case_shows_to_who_may_see_both_sides_and_to_nobody_else() {
        assertThat(waiting("steward"))
                .contains(pair(town.school(3), town.care(51)))
                .doesNotContain(pair(town.force(102), town.care(52)), pair(town.refuge(120), town.care(53)));
        assertThat(waiting("officer"))
                .contains(pair(town.force(102), town.care(52)), pair(town.force(100), town.force(101)))
                .doesNotContain(pair(town.refuge(120), town.care(53)));
        assertThat(waiting("worker")).contains(pair(town.refuge(120), town.care(53)));
        assertThat(decisions.same(town.rights("steward"), town.force(102), town.care(52), "they are one"))
                .isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void what_would_bring_agencies_together_comes_first_and_says_why_it_waits() {
        List<Waiting> cases = queue.first(town.rights("steward"), null).cases();
        List<Integer> agencies =
                cases.stream().map(waiting -> waiting.use().agencies()).toList();
        assertThat(agencies).contains(2, 0).isSortedAccordingTo((one, other) -> other - one);
        assertThat(queue.first(town.rights("steward"), Why.TWINS).cases())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.why()).isEqualTo(Why.TWINS));
    }

    @Test
    void what_joins_a_protected_record_with_another_takes_a_second_person() {
        Rights officer = town.rights("officer");
        UUID left = town.force(104);
        UUID right = town.care(58);
        assertThat(decisions.takesTwo(officer, left, right)).isTrue();
        assertThat(decisions.takesTwo(officer, town.force(100), town.force(101)))
                .isFalse();

        assertThat(decisions.same(officer, left, right, "same address and school"))
                .isInstanceOf(Outcome.Waits.class);
        assertThat(decisions.same(officer, left, right, "I am sure of it")).isInstanceOf(Outcome.Wrong.class);
        assertThat(judged(left, right)).isEmpty();
        assertThat(waiting("officer")).doesNotContain(pair(left, right));
        assertThat(queue.first(town.rights("sergeant"), Why.SECOND).cases()).hasSize(1);

        assertThat(decisions.same(town.rights("sergeant"), left, right, "I saw the files too"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(judged(left, right)).containsExactly(true);
        assertThat(waiting("sergeant")).doesNotContain(pair(left, right));
    }

    @Test
    void the_database_itself_lets_nobody_join_a_protected_record_alone_or_in_the_name_of_another() {
        Rights officer = town.rights("officer");
        Map<UUID, Integer> classes = new TreeMap<>();
        for (UUID record : List.of(town.force(103), town.care(57))) {
            classes.put(record, classOf(record));
        }
        assertThatThrownBy(() -> database.app()
                        .run(
                                officer,
                                sql -> new Append(sql, officer)
                                        .decision("same_person", "alone", classes.keySet(), classes, Map.of())))
                .hasStackTraceContaining("expected another person to have proposed");
        Rights disguised = new Rights(town.idOf("steward"), officer.classes());
        assertThatThrownBy(() -> database.app()
                        .run(
                                officer,
                                sql -> new Append(sql, disguised)
                                        .decision("unsure", "disguised", classes.keySet(), classes, Map.of())))
                .hasStackTraceContaining("in the name of who takes it");
    }

    @Test
    void a_decision_shows_to_who_may_see_all_that_it_is_about() {
        Rights worker = town.rights("worker");
        Outcome said = decisions.notSame(worker, town.refuge(121), town.care(59), "they met each other");
        UUID decision = ((Outcome.Done) said).id();
        assertThat(undo.find(worker, decision)).isPresent();
        assertThat(undo.find(town.rights("steward"), decision)).isEmpty();
        assertThat(new Histories(database.app()).decided(town.rights("steward"), List.of(town.care(59))))
                .isEmpty();
    }

    @Test
    void what_is_left_open_rests_until_its_day_or_until_a_record_changes_or_the_agency_answers() {
        Rights steward = town.rights("steward");
        Rights officer = town.rights("officer");
        UUID left = town.school(4);
        UUID right = town.care(54);
        assertThat(decisions.unsure(
                        steward,
                        left,
                        right,
                        "the school will tell",
                        LocalDate.now().plusDays(3)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(waiting("steward")).doesNotContain(pair(left, right));
        newVersion(left);
        assertThat(why(left, right)).isEqualTo(Why.CHANGED);

        assertThat(decisions.ask(
                        steward, town.school(5), town.care(55), town.care(55), "is her name spelled with an e?"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(waiting("steward")).doesNotContain(pair(town.school(5), town.care(55)));
        Questions questions = new Questions(database.app());
        assertThat(questions.toAnswer(officer)).isEmpty();
        UUID question = questions.toAnswer(town.rights("second")).getFirst().id();
        assertThat(questions.answer(town.rights("second"), question, "with an e, on her passport"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(why(town.school(5), town.care(55))).isEqualTo(Why.ANSWERED);
    }

    @Test
    void what_contradicts_comes_to_a_person_and_not_the_same_wins_until_then() {
        Rights steward = town.rights("steward");
        UUID left = town.school(6);
        UUID right = town.care(56);
        decisions.same(steward, left, right, "same school number");
        decisions.notSame(town.rights("second"), left, right, "seen together at the gate");
        assertThat(judged(left, right)).containsExactlyInAnyOrder(true, false);
        assertThat(why(left, right)).isEqualTo(Why.CONTRADICTION);
    }

    private static void newVersion(UUID record) {
        database.owner()
                .sql("update records.header set version_no = version_no + 1000000 where record_id = ?")
                .param(record)
                .update();
        database.engine()
                .run(sql -> sql.sql("update picture.record set version_no = version_no + 1000000 where record_id = ?")
                        .param(record)
                        .update());
    }

    private Why why(UUID left, UUID right) {
        return queue.first(town.rights("steward"), null).cases().stream()
                .filter(waiting -> pair(waiting.left(), waiting.right()).equals(pair(left, right)))
                .findFirst()
                .orElseThrow()
                .why();
    }

    private List<Set<UUID>> waiting(String user) {
        return queue.first(town.rights(user), null).cases().stream()
                .map(waiting -> pair(waiting.left(), waiting.right()))
                .toList();
    }

    private static Set<UUID> pair(UUID one, UUID other) {
        return Set.of(one, other);
    }

    private static List<Boolean> judged(UUID one, UUID other) {
        return database.engine()
                .in(sql -> sql.sql(
                                "select same from decisions.judged where left_record = least(?::uuid, ?::uuid) and right_record = greatest(?::uuid, ?::uuid)")
                        .params(one, other, one, other)
                        .query(Boolean.class)
                        .list());
    }

    private static int classOf(UUID record) {
        return database.engine()
                .in(sql -> sql.sql("select class_id from records.current where record_id = ?")
                        .param(record)
                        .query(Integer.class)
                        .single());
    }
}
