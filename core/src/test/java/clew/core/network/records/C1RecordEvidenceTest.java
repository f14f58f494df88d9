package clew.core.network.records;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.network.Bearing;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Part;
import clew.core.network.Source;
import clew.core.network.Standing;
import clew.core.standard.Common;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.InvolvementShape;
import clew.core.standard.PersonShape;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class C1RecordEvidenceTest {
    private static Told people() {
        return new Told()
                .person("adult", "police", "1985-03-04")
                .person("child", "care", "2011-07-08")
                .place("spot", "police", "The Corner", "AB99 1AA", "takeaway");
    }

    private static Episode only(Told told) {
        Evidence evidence = told.network().evidence();
        assertThat(evidence.episodes()).isEqualTo(1);
        return evidence.episode(0);
    }

    private static Bearing bearing(Episode episode, String name) {
        return episode.parts().stream()
                .filter(part -> part.subject().equals(Told.id(name).toString()))
                .map(Part::bearing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_event_is_an_episode_with_day_place_roles_sender_and_the_record_it_rests_on() {
        Episode episode = only(people().event("e", "police", "crime", "2026-03-04", "spot")
                .role("e", "police", "adult", "suspect")
                .role("e", "police", "child", "victim"));

        assertThat(episode.kind()).isEqualTo("crime");
        assertThat(episode.day()).isEqualTo("2026-03-04").isEqualTo(episode.until());
        assertThat(episode.known()).isEqualTo(Told.RECEIVED.minusDays(10));
        assertThat(episode.agency()).isEqualTo("police");
        assertThat(episode.place()).isEqualTo("place|name|the corner|ab99 1aa");
        assertThat(episode.parts()).extracting(Part::role).containsExactlyInAnyOrder("suspect", "victim");
        assertThat(episode.parts()).extracting(Part::bearing).containsOnly(Bearing.THERE);
        assertThat(episode.sources())
                .extracting(Source::record)
                .containsExactly(Told.id("e").toString());
    }

    @Test
    void a_date_that_is_not_exact_keeps_its_range_and_nobody_is_an_adult_of_it_who_may_have_been_a_child() {
        Told told = people().person("young", "police", "2008-03-15")
                .event("e", "police", "sighting", "2026-03", "")
                .role("e", "police", "young", "present")
                .role("e", "police", "child", "present");
        Evidence evidence = told.network().evidence();

        assertThat(evidence.episode(0).day()).isEqualTo("2026-03-01");
        assertThat(evidence.episode(0).until()).isEqualTo("2026-03-31");
        assertThat(evidence.standingIn(0, evidence.subject(Told.id("young").toString())))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(evidence.standingIn(0, evidence.subject(Told.id("child").toString())))
                .isEqualTo(Standing.CHILD);
    }

    @Test
    void a_disputed_age_is_never_known_and_an_age_stands_in_where_no_birth_is_recorded() {
        Told told = people().person("undated", "charity", "").event("e", "police", "crime", "2026-03-04", "");
        told.send(
                "disputed",
                "care",
                StandardRecord.of(PersonShape.SHAPE)
                        .set(PersonShape.DATE_OF_BIRTH, UncertainDate.of(LocalDate.of(1990, 1, 2)))
                        .code(PersonShape.AGE_DISPUTED, "yes")
                        .build());
        told.role("e", "police", "disputed", "present");
        told.send(
                "aged",
                "police",
                StandardRecord.of(InvolvementShape.SHAPE)
                        .set(InvolvementShape.EVENT, Told.to("event", "e"))
                        .set(InvolvementShape.PERSON, Told.to("person", "undated"))
                        .code(InvolvementShape.ROLE, "victim")
                        .set(InvolvementShape.AGE_AT_START, 15)
                        .build());
        Evidence evidence = told.network().evidence();

        assertThat(evidence.standingIn(0, evidence.subject(Told.id("disputed").toString())))
                .isEqualTo(Standing.UNKNOWN);
        assertThat(evidence.standingIn(0, evidence.subject(Told.id("undated").toString())))
                .isEqualTo(Standing.CHILD);
    }

    @Test
    void a_reason_that_explains_is_an_explained_pair_and_any_other_a_tie() {
        Evidence evidence = people().person("friend", "care", "2011-01-01")
                .relation("adult", "child", "care", "parent")
                .relation("child", "friend", "care", "friend")
                .network()
                .evidence();

        int child = evidence.subject(Told.id("child").toString());
        assertThat(evidence.explainedBy(evidence.subject(Told.id("adult").toString()), child))
                .isEqualTo("parent");
        assertThat(evidence.episodes()).isEqualTo(1);
        assertThat(evidence.episode(0).kind()).isEqualTo("relationship");
        assertThat(evidence.there(0)).contains(child);
    }

    @Test
    void who_works_there_and_who_reports_makes_no_tie() {
        Episode episode = only(people().person("nurse", "health", "1980-01-02")
                .event("e", "health", "a_and_e_attendance", "2026-03-04", "")
                .role("e", "health", "nurse", "professional")
                .role("e", "health", "adult", "reporter")
                .role("e", "health", "child", "subject_child"));

        assertThat(bearing(episode, "nurse")).isEqualTo(Bearing.AT_WORK);
        assertThat(bearing(episode, "adult")).isEqualTo(Bearing.NAMED);
        assertThat(bearing(episode, "child")).isEqualTo(Bearing.THERE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"place_of_worship", "clinic", "refuge", "school", "food_bank"})
    void a_sensitive_place_makes_no_tie_unless_the_record_states_an_incident_there(String type) {
        Told seen = new Told()
                .person("adult", "police", "1985-03-04")
                .person("child", "care", "2011-07-08")
                .place("house", "police", "The House", "AB99 1AB", type)
                .event("e", "police", "sighting", "2026-03-04", "house")
                .role("e", "police", "adult", "present")
                .role("e", "police", "child", "companion");
        assertThat(only(seen).place()).isNull();
        assertThat(only(seen).parts()).extracting(Part::bearing).containsOnly(Bearing.NAMED);

        Told incident = new Told()
                .person("adult", "police", "1985-03-04")
                .person("child", "care", "2011-07-08")
                .place("house", "police", "The House", "AB99 1AB", type)
                .event("e", "police", "incident", "2026-03-04", "house")
                .role("e", "police", "adult", "present")
                .role("e", "police", "child", "companion");
        assertThat(only(incident).place()).isNotNull();
        assertThat(only(incident).parts()).extracting(Part::bearing).containsOnly(Bearing.THERE);
    }

    @Test
    void a_decision_about_people_brings_nobody_together() {
        assertThat(only(people().event("e", "care", "strategy_discussion", "2026-03-04", "")
                                .role("e", "care", "adult", "person_of_concern")
                                .role("e", "care", "child", "subject_child"))
                        .parts())
                .extracting(Part::bearing)
                .containsOnly(Bearing.NAMED);
    }

    @Test
    void intelligence_is_an_episode_only_when_it_says_when_and_ties_nobody_when_suspected_to_be_false() {
        assertThat(people().send(
                                "i",
                                "police",
                                Told.intelligence("2", "B", "adult", "child").build())
                        .network()
                        .evidence()
                        .episodes())
                .isZero();

        Episode told = only(people().send(
                        "i",
                        "police",
                        Told.intelligence("2", "B", "adult", "child")
                                .set(Common.OCCURRED, UncertainDate.of(LocalDate.of(2026, 3, 4)))
                                .build()));
        assertThat(told.sources()).extracting(Source::grade).containsExactly("2B");
        assertThat(bearing(told, "adult")).isEqualTo(Bearing.THERE);

        Episode doubted = only(people().send(
                        "i",
                        "police",
                        Told.intelligence("3", "E", "adult", "child")
                                .set(Common.OCCURRED, UncertainDate.of(LocalDate.of(2026, 3, 4)))
                                .build()));
        assertThat(bearing(doubted, "adult")).isEqualTo(Bearing.NAMED);
    }

    @Test
    void intelligence_about_an_event_and_a_sanitised_version_are_further_sources_and_no_further_episodes() {
        Told told = people().event("e", "police", "sighting", "2026-03-04", "spot")
                .role("e", "police", "child", "present")
                .send(
                        "about",
                        "police",
                        Told.intelligence("1", "A", "adult")
                                .set(IntelligenceShape.EVENT, Told.to("event", "e"))
                                .build());
        assertThat(only(told).sources()).extracting(Source::grade).containsExactlyInAnyOrder("", "1A");
        assertThat(bearing(only(told), "adult")).isEqualTo(Bearing.THERE);

        Told versions = people().send(
                        "whole",
                        "police",
                        Told.intelligence("2", "C", "adult", "child")
                                .set(Common.OCCURRED, UncertainDate.of(LocalDate.of(2026, 3, 4)))
                                .build())
                .send(
                        "shared",
                        "police",
                        Told.intelligence("2", "C", "adult", "child")
                                .set(Common.OCCURRED, UncertainDate.of(LocalDate.of(2026, 3, 4)))
                                .set(IntelligenceShape.SANITISED_OF, Told.to("intelligence", "whole"))
                                .build());
        assertThat(only(versions).sources()).hasSize(2);
    }

    @Test
    void a_vehicle_and_a_place_are_the_same_whoever_records_them() {
        RecordNetwork network = new Told()
                .vehicle("v1", "police", "AB12 CDE")
                .vehicle("v2", "licensing", "ab12cde")
                .place("p1", "police", "The Corner", "AB99 1AA", "takeaway")
                .place("p2", "care", "the corner", "AB99 1AA", "")
                .place("p3", "charity", "The Corner", "", "")
                .network();

        assertThat(network.about().keySet()).containsExactly("place|name|the corner|ab99 1aa", "vehicle|mark|ab12cde");
        assertThat(Objects.requireNonNull(network.about().get("place|name|the corner|ab99 1aa"))
                        .records())
                .hasSize(3);
    }

    @Test
    void what_was_not_added_leaves_nothing_and_the_persons_are_those_that_are_handed_in() {
        Told told = people().person("same", "charity", "1985-03-04")
                .event("e", "police", "sighting", "2026-03-04", "")
                .role("e", "police", "adult", "present")
                .role("e", "police", "hidden", "present");
        assertThat(only(told).parts()).hasSize(1);

        RecordNetwork joined = Told.network(
                told.sent(), record -> record.equals(Told.id("adult")) || record.equals(Told.id("same")) ? "P1" : null);
        assertThat(joined.about())
                .containsKey("P1")
                .doesNotContainKey(Told.id("adult").toString());
        assertThat(Objects.requireNonNull(joined.about().get("P1")).records()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_in_which_records_come_makes_no_difference(long seed) {
        Told told = people().vehicle("v1", "police", "AB12 CDE")
                .place("p2", "care", "the corner", "AB99 1AA", "")
                .place("p3", "charity", "The Corner", "", "")
                .event("e", "police", "crime", "2026-03-04", "spot")
                .role("e", "police", "adult", "suspect")
                .role("e", "police", "adult", "driver")
                .role("e", "police", "child", "victim")
                .relation("adult", "child", "care", "associate");
        List<Told.Sent> shuffled = new ArrayList<>(told.sent());
        Collections.shuffle(shuffled, new Random(seed));

        RecordNetwork one = told.network();
        RecordNetwork other = Told.network(shuffled, Persons.APART);
        assertThat(other.about()).isEqualTo(one.about());
        for (int episode = 0; episode < one.evidence().episodes(); episode++) {
            assertThat(other.evidence().episode(episode))
                    .isEqualTo(one.evidence().episode(episode));
        }
    }
}
