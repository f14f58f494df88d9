package clew.app.groups;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Part;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import clew.core.explain.Explanation;
import clew.core.network.SubjectKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A line as it was known on a day is the line as if nothing that became known later had ever been (C7, as on date). */
class KnownOnTest {
    private static final long SEED = 20250611;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final List<String> AGENCIES = List.of("harbour-school", "hub", "police");

    @Test
    void what_became_known_later_changes_nothing() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int world = 0; world < 200; world++) {
            Found found = found(random);
            for (LocalDate day : found.knownDays()) {
                Found then = found.asKnownOn(day).orElseThrow();
                assertThat(then)
                        .isEqualTo(without(found, day).asKnownOn(LocalDate.MAX).orElseThrow());
                assertThat(then.knownDays()).isNotEmpty().allMatch(known -> !known.isAfter(day));
                then.ties().forEach(tie -> expectOnly(tie, then));
            }
            LocalDate last = found.knownDays().getLast();
            assertThat(found.asKnownOn(last).orElseThrow().episodes()).isEqualTo(found.episodes());
            assertThat(found.asKnownOn(found.knownDays().getFirst().minusDays(1)))
                    .isEmpty();
        }
    }

    @Test
    void dates_and_agencies_of_a_line_are_those_of_what_was_known() {
        Found found = found(new Random(SEED));
        LocalDate first = found.knownDays().getFirst();
        Line now = new Line(
                id(0),
                id(1),
                START,
                START.plusYears(9),
                START.plusYears(9),
                Instant.EPOCH,
                false,
                AGENCIES,
                found,
                new Standing(Standing.State.DRAFT, START, null, List.of()));
        Line then = now.asKnownOn(first).orElseThrow();
        List<Episode> known = found.episodes().stream()
                .filter(episode -> episode.known().equals(first))
                .toList();
        assertThat(then.known()).isEqualTo(first);
        assertThat(then.first()).isEqualTo(known.getFirst().day());
        assertThat(then.last())
                .isEqualTo(known.stream()
                        .map(Episode::until)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
        assertThat(then.agencies())
                .isEqualTo(
                        known.stream().map(Episode::agency).distinct().sorted().toList());
        assertThat(then.anchor()).isEqualTo(now.anchor());
    }

    private static void expectOnly(Tie tie, Found then) {
        List<Episode> both = tie.episodes().stream()
                .map(record -> then.episode(record).orElseThrow())
                .toList();
        assertThat(tie.days())
                .isEqualTo((int) both.stream().map(Episode::day).distinct().count());
        assertThat(tie.agencies())
                .isEqualTo(
                        both.stream().map(Episode::agency).distinct().sorted().toList());
        assertThat(then.member(tie.one())).isPresent();
        assertThat(then.member(tie.other())).isPresent();
    }

    private static Found without(Found found, LocalDate day) {
        return new Found(
                found.members(),
                found.episodes().stream()
                        .filter(episode -> !episode.known().isAfter(day))
                        .toList(),
                found.ties());
    }

    /** Up to eight people and twelve episodes, told by three agencies, known on up to six days. */
    private static Found found(Random random) {
        int people = 2 + random.nextInt(7);
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            LocalDate day = START.plusDays(random.nextInt(90));
            List<Part> parts = random.ints(0, people)
                    .distinct()
                    .limit(2)
                    .mapToObj(person -> new Part(id(person), "", false))
                    .toList();
            episodes.add(new Episode(
                    id(100 + i),
                    "",
                    day,
                    day.plusDays(random.nextInt(3)),
                    day.plusDays(10L * random.nextInt(6)),
                    AGENCIES.get(random.nextInt(AGENCIES.size())),
                    null,
                    parts,
                    List.of()));
        }
        episodes.sort(Comparator.comparing(Episode::day).thenComparing(Episode::record));
        List<Tie> ties = new ArrayList<>();
        for (int one = 0; one < people; one++) {
            for (int other = one + 1; other < people; other++) {
                UUID left = id(one);
                UUID right = id(other);
                List<UUID> both = episodes.stream()
                        .filter(episode -> episode.parts().stream()
                                .map(Part::subject)
                                .toList()
                                .containsAll(List.of(left, right)))
                        .map(Episode::record)
                        .toList();
                if (!both.isEmpty()) {
                    ties.add(new Tie(
                            left, right, 99, null, false, both, List.of("all of them"), Explanation.leaf(1, "tie")));
                }
            }
        }
        List<Member> members = IntStream.range(0, people)
                .mapToObj(
                        person -> new Member(id(person), SubjectKind.PERSON, Side.UNKNOWN, List.of(id(person)), false))
                .toList();
        return new Found(members, episodes, ties);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
