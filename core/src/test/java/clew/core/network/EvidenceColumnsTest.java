package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence is columns of numbers; what was told comes back as it was. */
class EvidenceColumnsTest {
    private static final LocalDate DAY = LocalDate.of(1969, 12, 1);

    private final SplittableRandom random = new SplittableRandom(20261128);

    /** Days before and after the epoch, uncertain and unknown ones, several sources, and words of every kind. */
    private Episode any(String id) {
        LocalDate day = DAY.plusDays(random.nextInt(60));
        LocalDate until = day.plusDays(random.nextInt(3) * 7L);
        List<Part> parts = new ArrayList<>();
        for (int who : random.ints(random.nextInt(5), 0, 40).distinct().toArray()) {
            parts.add(new Part(
                    "person-" + who,
                    Bearing.values()[random.nextInt(3)],
                    random.nextBoolean() ? "" : "driver,host",
                    random.nextBoolean() ? LocalDate.MIN : until.plusDays(9)));
        }
        List<Source> sources = IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(source -> new Source(
                        source == 0 ? id : "record-" + random.nextInt(50), "police", day, source == 0 ? "" : "2B"))
                .toList();
        String kind = random.nextBoolean() ? "missing_episode" : Episode.RELATIONSHIP;
        return new Episode(id, kind, day, until, until, "care", random.nextBoolean() ? null : "home", parts, sources);
    }

    private static Evidence.Builder people() {
        Evidence.Builder told = new Evidence.Builder();
        IntStream.range(0, 40).forEach(who -> told.subject("person-" + who, SubjectKind.PERSON));
        return told.subject("home", SubjectKind.PLACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 300})
    void every_episode_comes_back_as_it_was_told_in_order_of_day_and_id(int number) {
        List<Episode> told = IntStream.range(0, number)
                .mapToObj(each -> any("event-" + each))
                .toList();
        Evidence evidence = people().episodes(told).episodes(told).build();
        List<Episode> back = IntStream.range(0, evidence.episodes())
                .mapToObj(evidence::episode)
                .toList();

        assertThat(back)
                .isEqualTo(told.stream()
                        .sorted(Comparator.comparing(Episode::day).thenComparing(Episode::id))
                        .toList());
        for (int episode = 0; episode < back.size(); episode++) {
            String place = back.get(episode).place();
            assertThat(evidence.place(episode)).isEqualTo(place == null ? -1 : evidence.subject(place));
            assertThat(evidence.isMeeting(episode)).isEqualTo(back.get(episode).isMeeting());
            assertThat(evidence.there(episode))
                    .containsExactly(back.get(episode).parts().stream()
                            .filter(part -> part.bearing() == Bearing.THERE)
                            .mapToInt(part -> evidence.subject(part.subject()))
                            .sorted()
                            .toArray());
        }
    }

    @Test
    void two_of_one_id_and_somebody_not_told_are_named() {
        Episode one = any("event");
        Evidence.Builder told = people().episode(one);

        assertThatThrownBy(() -> told.episode(one.with(List.of(Part.of("person-1")), List.of())))
                .hasMessage("expected one episode for each id, found two, in: event");
        assertThatThrownBy(() -> told.episode(new Episode(
                                "later", DAY, DAY, "care", null, List.of(Part.of("person-1"), Part.of("stranger"))))
                        .build())
                .hasMessage("expected a subject that was told, found stranger, in episode: later");
    }

    @Test
    void of_several_reasons_a_stated_one_stands_and_of_those_not_told_none() {
        Evidence evidence = people().explained("person-2", "person-1", "sibling", true)
                .explained("person-1", "person-2", "parent", false)
                .explained("person-2", "person-1", "aunt_or_uncle", false)
                .explained("person-3", "person-1", "sibling", true)
                .explained("person-3", "stranger", "sibling", false)
                .build();
        int first = evidence.subject("person-1");

        assertThat(evidence.explainedBy(first, evidence.subject("person-2"))).isEqualTo("aunt_or_uncle");
        assertThat(evidence.explainedBy(evidence.subject("person-3"), first)).isEqualTo("sibling (inferred)");
        assertThat(evidence.explainedBy(first, evidence.subject("person-4"))).isNull();
        assertThat(evidence.reasons()).hasSize(2);
    }
}
