package clew.app.review;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Rights;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Taking a decision back lists and tells who saw or decided on it, and opens what rested on it. And a split is as easy as a join. */
class B5UndoTellsIT extends Unsettled {

    @BeforeAll
    static void pairs_that_wait() {
        town.mayBeOne(town.school(0), town.care(50), -2, "");
    }

    @Test
    void taking_a_join_back_tells_who_saw_it_and_opens_what_was_decided_since() {
        UUID left = town.school(0);
        UUID right = town.care(50);
        Rights steward = town.rights("steward");
        look("bystander", left, right); // before the join: nothing rested on it
        UUID join = id(decisions.same(steward, left, right, "same school number"));
        look("colleague", left, right);
        look("teacher", left, right);
        look("teacher", right, left);
        look("bystander", left); // one side of it only
        UUID later = id(decisions.notSame(town.rights("teacher"), left, town.care(60), "another child"));

        assertThat(undo.seenSince(steward, join))
                .extracting(Undo.Seen::name, Undo.Seen::agency, Undo.Seen::people, Undo.Seen::looks)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("User colleague", "Agency care", 1L, 1L),
                        org.assertj.core.groups.Tuple.tuple(null, "Agency school", 1L, 2L));

        assertThat(undo.withdraw(steward, join, "two children share the number"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(undo.unread(town.rights("colleague"))).isEqualTo(1);
        assertThat(undo.unread(town.rights("teacher"))).isEqualTo(1);
        assertThat(undo.unread(town.rights("bystander"))).isZero();
        assertThat(undo.notices(town.rights("teacher")))
                .singleElement()
                .satisfies(notice -> assertThat(notice.decision().id()).isEqualTo(join));
        assertThat(undo.unread(town.rights("teacher"))).isZero();
        assertThat(judged()).as("join in force").isFalse();
        assertThat(undo.withdraw(steward, join, "once more please")).isInstanceOf(Outcome.Wrong.class);

        assertThat(queue.first(steward, Why.REOPENED).cases()).hasSize(1);
        assertThat(undo.find(steward, later).orElseThrow().reopened()).isTrue();
        undo.uphold(steward, later, "still two children");
        for (Why why : List.of(Why.REOPENED, Why.CONTRADICTION)) {
            assertThat(queue.first(steward, why).cases())
                    .as("upheld, and asked no more")
                    .isEmpty();
        }
    }

    @Test
    void records_of_a_person_are_taken_apart_in_one_step_and_each_of_one_side_from_each_of_the_other() {
        Rights steward = town.rights("steward");
        List<UUID> person = List.of(town.school(10), town.school(11), town.care(70));
        makeOne(person);
        assertThat(decisions.split(steward, person.get(0), List.of(), "which ones"))
                .isInstanceOf(Outcome.Wrong.class);
        assertThat(decisions.split(steward, person.get(0), person, "all of them"))
                .isInstanceOf(Outcome.Wrong.class);
        UUID split = id(decisions.split(steward, person.get(0), List.of(person.get(2)), "born in another town"));
        assertThat(database.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(*) from decisions.judged where decision_id = ? and not same")
                                .param(split)
                                .query(Long.class)
                                .single()))
                .isEqualTo(2);
        assertThat(database.engine()
                        .<Long>in(sql -> sql.sql(
                                        "select count(*) from events.outbox where kind = 'PersonDecided' and body ->> 'decision' = ?")
                                .param(split.toString())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }

    private static void makeOne(List<UUID> records) {
        database.engine()
                .run(sql -> sql.sql(
                                "update picture.membership set person_id = ?::uuid where record_id = any (cast(? as uuid[]))")
                        .params(UUID.randomUUID(), StoredDecisions.array(records))
                        .update());
    }

    private static boolean judged() {
        return database.engine()
                .in(sql -> sql.sql("select coalesce(bool_or(same), false) from decisions.judged")
                        .query(Boolean.class)
                        .single());
    }

    private static void look(String user, UUID... subjects) {
        var viewer = town.viewer(user);
        Ledger.of(database.store().app(), database.store().secrets())
                .enter(new Entry(
                        viewer.user(),
                        viewer.agency(),
                        "safeguarding_child",
                        "read",
                        "role",
                        Entry.Outcome.DONE,
                        List.of(subjects),
                        UUID.randomUUID(),
                        "",
                        null));
    }

    private static UUID id(Outcome outcome) {
        return ((Outcome.Done) outcome).id();
    }
}
