package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class C4EarlyTest {
    private static Replay.Surfacing surfacing(Town town) {
        Ties ties = Ties.of(Town.evidence(town.episodes()).build());
        List<Line> lines = Lines.of(ties);
        Line ofGroup = lines.stream()
                .filter(line -> line.adults().containsAll(Town.ADULTS))
                .findFirst()
                .orElseThrow();
        return new Replay(ties).of(List.of(ofGroup)).get(0);
    }

    @Test
    void a_line_surfaces_on_the_day_its_evidence_is_known_and_no_agency_alone_could_have_seen_it_then() {
        Replay.Surfacing surfacing = surfacing(Town.withGroup(new SplittableRandom(20260101)));

        assertThat(surfacing.surfaced()).isNotNull().isBefore(surfacing.line().known());
        assertThat(surfacing.line().episodes())
                .anySatisfy(episode -> assertThat(episode.known()).isEqualTo(surfacing.surfaced()));
        assertThat(surfacing.leadInDays())
                .hasValueSatisfying(days -> assertThat(days).isPositive());
        assertThat(surfacing.line().tiesOfSeveralAgencies()).isPositive();
    }

    @Test
    void what_becomes_known_late_surfaces_late() {
        Town late = Town.withGroup(new SplittableRandom(20260101));
        List<Episode> delayed = late.episodes().stream()
                .map(episode -> new Episode(
                        episode.id(),
                        episode.day(),
                        episode.known().plusDays(100),
                        episode.agency(),
                        episode.place(),
                        episode.parts()))
                .toList();
        Ties ties = Ties.of(Town.evidence(delayed).build());
        Line line = Lines.of(ties).stream()
                .filter(one -> one.adults().containsAll(Town.ADULTS))
                .findFirst()
                .orElseThrow();

        assertThat(new Replay(ties).of(List.of(line)).get(0).surfaced())
                .isEqualTo(java.util.Objects.requireNonNull(surfacing(late).surfaced())
                        .plusDays(100));
    }

    @Test
    void the_file_of_one_child_shows_it_later_or_never() {
        Replay.Surfacing surfacing = surfacing(Town.withGroup(new SplittableRandom(20260101)));

        assertThat(surfacing.leadOverCasesInDays())
                .hasValueSatisfying(days -> assertThat(days)
                        .isGreaterThanOrEqualTo(surfacing.leadInDays().orElseThrow()));
    }
}
