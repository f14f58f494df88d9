package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adults who stop and, half a year later or more, are with other children or at other places are a pattern of its own; nothing less is. */
class C2ReformedGroupTest {
    private static final List<String> BEFORE = List.of("child-a", "child-b", "child-c");
    private static final List<String> OTHERS = List.of("child-x", "child-y", "child-z");

    private static List<Pattern> found(Evidence.Builder told) {
        return OwnPatterns.of(told.build()).stream()
                .filter(pattern -> pattern.kind() == Pattern.Kind.REFORMED_GROUP)
                .toList();
    }

    /** On six days, from one on, two of three adults with two of three children. */
    private static void meet(Town town, String id, int from, String place, List<String> children) {
        for (int meeting = 0; meeting < 6; meeting++) {
            town.tell(
                    id + meeting,
                    from + 15 * meeting,
                    place + meeting % 2,
                    List.of(
                            Town.ADULTS.get(meeting % 3),
                            Town.ADULTS.get((meeting + 1) % 3),
                            children.get(meeting % 3),
                            children.get((meeting + 1) % 3)));
        }
    }

    private static Town town(long seed, int again, String place, List<String> children) {
        Town town = Town.ordinary(new SplittableRandom(seed));
        meet(town, "first-", 0, "spot-", BEFORE);
        meet(town, "again-", again, place, children);
        return town;
    }

    private static Evidence.Builder told(int again, String place, List<String> children) {
        return Town.evidence(town(20261128, again, place, children).episodes());
    }

    @Test
    void the_same_adults_with_other_children_after_a_year_are_a_pattern() {
        assertThat(found(told(400, "elsewhere-", OTHERS))).singleElement().satisfies(pattern -> {
            assertThat(pattern.subjects()).containsExactlyElementsOf(Town.ADULTS);
            assertThat(pattern.subject()).isEqualTo("adult-a");
            assertThat(pattern.children())
                    .containsAll(BEFORE)
                    .containsAll(OTHERS)
                    .hasSize(6);
            assertThat(pattern.episodes()).hasSize(12);
            assertThat(pattern.paragraph())
                    .startsWith("The same 3 adults were with 3 children between 2025-01-01 and 2025-03-17, and again,")
                    .contains("with 3 other children and at 2 other places between 2026-02-05 and 2026-04-21");
            assertThat(pattern.agencies()).hasSize(3);
            assertThat(pattern.against()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(pattern.isAboutProfessional()).isFalse();
            assertThat(pattern.explanation().details()).isNotEmpty();
        });
    }

    @Test
    void other_places_are_enough_and_the_same_children_at_the_same_places_are_not() {
        assertThat(found(told(400, "elsewhere-", BEFORE))).hasSize(1);
        assertThat(found(told(400, "spot-", OTHERS))).hasSize(1);
        assertThat(found(told(400, "spot-", BEFORE))).isEmpty();
    }

    @Test
    void without_half_a_year_in_between_nothing_re_formed() {
        assertThat(found(told(75 + Spell.BREAK, "elsewhere-", OTHERS))).hasSize(1);
        assertThat(found(told(75 + Spell.BREAK - 1, "elsewhere-", OTHERS))).isEmpty();
    }

    @Test
    void a_recorded_reason_takes_it_out() {
        Evidence.Builder told = told(400, "elsewhere-", OTHERS);
        OTHERS.forEach(child -> Town.ADULTS.forEach(adult -> told.explained(adult, child, "coach_or_leader", false)));

        assertThat(found(told)).isEmpty();
    }

    @Test
    void who_may_have_been_a_child_when_it_began_is_no_adult_of_it() {
        Evidence.Builder told = told(400, "elsewhere-", OTHERS);
        LocalDate born = Town.START.minusYears(18).plusDays(45);
        told.subject("adult-b", SubjectKind.PERSON, born, born);

        assertThat(found(told))
                .singleElement()
                .satisfies(pattern -> assertThat(pattern.subjects()).containsExactly("adult-a", "adult-c"));
        assertThat(found(told.subject("adult-c", SubjectKind.PERSON, born, born)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void ordinary_life_alone_makes_none_and_the_order_of_telling_makes_no_difference(long seed) {
        assertThat(found(Town.evidence(Town.ordinary(new SplittableRandom(seed)).episodes())))
                .isEmpty();
        List<Episode> episodes =
                new ArrayList<>(town(seed, 400, "elsewhere-", OTHERS).episodes());
        List<Pattern> patterns = found(Town.evidence(episodes));
        Collections.shuffle(episodes, new Random(seed));

        assertThat(found(Town.evidence(episodes))).isEqualTo(patterns).hasSize(1);
    }
}
