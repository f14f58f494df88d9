package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found.Side;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Part;
import clew.core.network.SubjectKind;
import clew.core.network.Ties;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On which side of a line somebody is: an adult only who was certainly of age in every episode of it, and whose age nobody knows is never one. */
class SideTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    private final Evidence.Builder evidence = new Evidence.Builder()
            .subject("grown", SubjectKind.PERSON, LocalDate.of(1980, 1, 1), LocalDate.of(1980, 1, 1))
            .subject("child", SubjectKind.PERSON, LocalDate.of(2011, 1, 1), LocalDate.of(2011, 1, 1));

    @Test
    void of_age_throughout_is_an_adult_and_under_18_throughout_a_child() {
        together(DAY, "grown", "child");
        assertThat(side("grown")).isEqualTo(Side.ADULT);
        assertThat(side("child")).isEqualTo(Side.CHILD);
    }

    @Test
    void whose_age_is_not_known_is_no_adult() {
        evidence.subject("other", SubjectKind.PERSON);
        together(DAY, "other", "child");
        assertThat(side("other")).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void who_may_have_been_under_18_is_no_adult() {
        evidence.subject("other", SubjectKind.PERSON, LocalDate.of(2000, 1, 1), LocalDate.of(2009, 1, 1));
        together(DAY, "other", "child");
        assertThat(side("other")).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void who_is_not_identified_is_no_adult() {
        evidence.subject("other", SubjectKind.UNIDENTIFIED_PERSON);
        together(DAY, "other", "child");
        assertThat(side("other")).isEqualTo(Side.UNKNOWN);
    }

    @Test
    void who_was_first_tied_under_18_stays_a_child_of_it_whatever_came_later() {
        evidence.subject("other", SubjectKind.PERSON, LocalDate.of(2007, 3, 2), LocalDate.of(2007, 3, 2));
        together(DAY, "other", "child");
        together(DAY.plusYears(1), "other", "child");
        assertThat(side("other")).isEqualTo(Side.CHILD);
    }

    @Test
    void what_one_did_alone_as_a_child_or_with_others_counts_for_nothing() {
        evidence.subject("other", SubjectKind.PERSON, LocalDate.of(2006, 1, 1), LocalDate.of(2006, 1, 1))
                .subject("stranger", SubjectKind.PERSON);
        together(LocalDate.of(2020, 1, 1), "other", "stranger");
        together(DAY, "other", "child");
        assertThat(side("other")).isEqualTo(Side.ADULT);
    }

    @Test
    void a_thing_is_on_no_side() {
        evidence.subject("other", SubjectKind.VEHICLE);
        together(DAY, "other", "child");
        assertThat(side("other")).isEqualTo(Side.THING);
    }

    private void together(LocalDate day, String one, String other) {
        evidence.episode(new Episode(
                record(day + one).toString(), day, day, "police", null, List.of(Part.of(one), Part.of(other))));
    }

    private Side side(String who) {
        FoundLines lines = new FoundLines(Ties.of(evidence.build()), id -> new TreeSet<>(Set.of(record(id))), Set.of());
        TreeSet<String> group = new TreeSet<>(List.of("child", who));
        if (who.equals("child")) {
            group.add("grown");
        }
        Found found = lines.found(group).orElseThrow();
        return found.member(record(who)).orElseThrow().side();
    }

    private static UUID record(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
