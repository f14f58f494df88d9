package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What recurs across children who are not related is a pattern of its own. */
class C2OwnPatternsTest {
    private static final List<String> FOUR = List.of("child-a", "child-b", "child-c", "child-d");

    private final Town town = Town.ordinary(new SplittableRandom(20261128));

    private static List<Pattern> found(Evidence.Builder told, Pattern.Kind kind) {
        return OwnPatterns.of(told.build()).stream()
                .filter(pattern -> pattern.kind() == kind)
                .toList();
    }

    /** The town, with a worker who was at work at events of these children. */
    private Evidence.Builder withWorker(int occasions) {
        List<Episode> all = new ArrayList<>(town.episodes());
        for (int i = 0; i < 300; i++) {
            all.add(atWork("shift-" + i, i, "grown-officer-" + i % 60, "grown-" + i));
        }
        for (int i = 0; i < occasions; i++) {
            all.add(atWork("work-" + i, 20 * i, "adult-w", FOUR.get(i % 4)));
        }
        return Town.evidence(all);
    }

    private static Episode atWork(String id, int day, String worker, String with) {
        LocalDate on = Town.START.plusDays(day);
        List<Part> parts = List.of(new Part(worker, Bearing.AT_WORK), Part.of(with));
        return new Episode(id, on, on.plusDays(1), "police", null, parts);
    }

    @Test
    void a_worker_who_recurs_across_unrelated_children_is_a_pattern_about_a_professional() {
        assertThat(found(withWorker(4), Pattern.Kind.WORKER_OR_CARER))
                .singleElement()
                .satisfies(pattern -> {
                    assertThat(pattern.subject()).isEqualTo("adult-w");
                    assertThat(pattern.children()).containsExactlyElementsOf(FOUR);
                    assertThat(pattern.isAboutProfessional()).isTrue();
                    assertThat(pattern.against()).isNotEmpty();
                    assertThat(pattern.supporting()).isNotEmpty();
                    assertThat(pattern.explanation().value()).isPositive();
                    assertThat(pattern.episodes())
                            .hasSize(4)
                            .allSatisfy(episode -> assertThat(episode.sources()).isNotEmpty());
                });
        assertThat(found(withWorker(2), Pattern.Kind.WORKER_OR_CARER)).isEmpty();
    }

    @Test
    void brothers_and_sisters_count_once_and_a_workers_own_children_not_at_all() {
        Evidence.Builder siblings = withWorker(4);
        Evidence.Builder own = withWorker(4);
        for (String one : FOUR) {
            FOUR.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .forEach(other -> siblings.explained(one, other, "sibling", false));
            own.explained("adult-w", one, "parent", false);
        }

        assertThat(found(siblings, Pattern.Kind.WORKER_OR_CARER)).isEmpty();
        assertThat(found(own, Pattern.Kind.WORKER_OR_CARER)).isEmpty();
    }

    @Test
    void a_car_and_a_place_that_recur_across_children_are_patterns_and_busy_ones_are_not() {
        for (int i = 0; i < 120; i++) {
            town.tell("drive-" + i, i, "place-" + i % 12, List.of("car-" + i % 40, "grown-" + i));
            town.tell("busy-" + i, i, "place-busy", List.of("car-busy", i % 12 == 0 ? "minor-" + i : "grown-" + i));
        }
        for (int i = 0; i < 10; i++) {
            town.tell("seen-" + i, 30 * i, "spot", List.of("car-x", "child-1" + i, "child-2" + i));
        }
        List<Pattern> patterns = OwnPatterns.of(Town.evidence(town.episodes()).build());

        assertThat(patterns)
                .extracting(Pattern::subject)
                .contains("car-x", "spot")
                .doesNotContain("car-busy", "place-busy");
        assertThat(patterns)
                .allSatisfy(pattern -> assertThat(pattern.isAboutProfessional()).isFalse());
    }
}
