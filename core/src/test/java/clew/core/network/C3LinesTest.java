package clew.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class C3LinesTest {
    private static final long SEED = 20260101;

    private static List<Line> lines(Evidence.Builder builder) {
        return Lines.of(Ties.of(builder.build()));
    }

    private static List<Episode> group() {
        return Town.withGroup(new SplittableRandom(SEED)).episodes();
    }

    @Test
    void a_group_that_meets_the_same_children_is_a_line_and_ordinary_life_is_none() {
        List<Line> lines = lines(Town.evidence(group()));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.adults()).containsAll(Town.ADULTS);
            assertThat(line.children()).containsAll(Town.CHILDREN);
            assertThat(line.places()).contains("spot-0", "spot-1", "spot-2");
            assertThat(line.agencies()).containsExactly("care", "police", "school");
            assertThat(line.known()).isEqualTo(line.last().plusDays(2));
        });
        assertThat(lines(Town.evidence(Town.ordinary(new SplittableRandom(SEED)).episodes())))
                .isEmpty();
    }

    @Test
    void ties_that_are_explained_make_no_line() {
        Evidence.Builder builder = Town.evidence(group());
        for (String adult : Town.ADULTS) {
            Town.CHILDREN.forEach(child -> builder.explained(adult, child, "teacher", false));
        }

        assertThat(lines(builder)).isEmpty();
    }

    @Test
    void people_at_work_make_no_tie() {
        List<Episode> atWork = group().stream()
                .map(episode -> new Episode(
                        episode.id(),
                        episode.day(),
                        episode.known(),
                        episode.agency(),
                        episode.place(),
                        episode.parts().stream()
                                .map(part -> Town.ADULTS.contains(part.subject())
                                        ? new Part(part.subject(), Bearing.AT_WORK)
                                        : part)
                                .toList()))
                .toList();

        assertThat(lines(Town.evidence(atWork))).isEmpty();
    }

    @Test
    void one_place_or_one_day_is_not_enough() {
        List<Episode> onePlace = new ArrayList<>();
        List<Episode> oneDay = new ArrayList<>();
        for (Episode episode : group()) {
            boolean group = episode.id().startsWith("group");
            onePlace.add(group ? at(episode, episode.day(), "spot-0") : episode);
            oneDay.add(group ? at(episode, Town.START, episode.place()) : episode);
        }

        assertThat(lines(Town.evidence(onePlace))).isEmpty();
        assertThat(lines(Town.evidence(oneDay))).isEmpty();
    }

    @Test
    void two_occasions_pass_the_gate_and_are_no_line_and_three_with_somebody_again_are_one() {
        Town town = Town.ordinary(new SplittableRandom(SEED));
        List<String> all = List.of("adult-a", "adult-b", "child-a", "child-b");
        town.tell("first", 10, "spot-0", all);
        town.tell("second", 200, "spot-1", all);
        Evidence twice = Town.evidence(town.episodes()).build();

        assertThat(Lines.suffices(Ties.of(twice), all)).isTrue();
        assertThat(Lines.of(Ties.of(twice))).isEmpty();
        town.tell("third", 400, "spot-0", all);
        assertThat(lines(Town.evidence(town.episodes())))
                .singleElement()
                .satisfies(line -> assertThat(line.people()).containsAll(all));
    }

    @Test
    void ordinary_company_in_a_busy_town_is_hardly_ever_a_line() {
        long towns = java.util.stream.LongStream.rangeClosed(1, 12)
                .filter(seed -> !lines(Town.evidence(
                                Town.ordinary(new SplittableRandom(seed)).episodes()))
                        .isEmpty())
                .count();

        assertThat(towns).isLessThanOrEqualTo(1);
    }

    private static Episode at(Episode episode, LocalDate day, @org.jspecify.annotations.Nullable String place) {
        return new Episode(episode.id(), day, day, episode.agency(), place, episode.parts());
    }

    @Test
    void a_car_ties_those_who_used_it_on_different_days_unless_it_is_in_everybodys_hands() {
        Town town = Town.ordinary(new SplittableRandom(SEED));
        for (int i = 0; i < 4; i++) {
            town.tell("stop-" + i, 10 * i, "spot-" + i % 2, List.of("car-1", Town.ADULTS.get(i % 2)));
            town.tell("seen-" + i, 10 * i + 3, "spot-" + i % 2, List.of("car-1", Town.CHILDREN.get(i % 2)));
        }
        assertThat(lines(Town.evidence(town.episodes()))).singleElement().satisfies(line -> {
            assertThat(line.adults()).containsExactly("adult-a", "adult-b");
            assertThat(line.children()).containsExactly("child-a", "child-b");
            assertThat(line.means()).containsExactly("car-1");
        });

        for (int i = 0; i < Contacts.OVER_CONNECTED; i++) {
            town.tell("fare-" + i, 100 + i, null, List.of("car-1", "grown-" + i));
        }
        assertThat(lines(Town.evidence(town.episodes()))).isEmpty();
    }

    @Test
    void whose_age_is_not_known_is_no_adult_of_a_line() {
        List<Episode> unknown = group().stream()
                .map(episode -> new Episode(
                        episode.id(),
                        episode.day(),
                        episode.known(),
                        episode.agency(),
                        episode.place(),
                        episode.parts().stream()
                                .map(part -> Part.of(part.subject().replace("adult", "unknown")))
                                .toList()))
                .toList();

        assertThat(lines(Town.evidence(unknown))).isEmpty();
    }

    @Test
    void who_was_first_tied_to_the_children_under_18_is_no_adult_of_that_tie() {
        Evidence.Builder builder = new Evidence.Builder();
        Town town = Town.withGroup(new SplittableRandom(SEED));
        Town.ADULTS.forEach(young ->
                Town.CHILDREN.forEach(child -> town.tell("before-" + young + child, 0, null, List.of(young, child))));
        LocalDate eighteenLater = Town.START.plusDays(5).minusYears(18);
        for (Episode episode : town.episodes()) {
            for (Part part : episode.parts()) {
                boolean young = part.subject().startsWith("adult");
                LocalDate born =
                        young ? eighteenLater : LocalDate.of(part.subject().startsWith("grown") ? 1980 : 2011, 5, 5);
                builder.subject(part.subject(), SubjectKind.PERSON, born, born);
            }
            if (episode.place() != null) {
                builder.subject(episode.place(), SubjectKind.PLACE);
            }
            builder.episode(episode);
        }

        assertThat(lines(builder)).isEmpty();
    }

    @Test
    void the_weight_of_a_line_is_the_sum_of_its_ties_and_each_tie_says_why() {
        Evidence evidence = Town.evidence(group()).build();
        Ties ties = Ties.of(evidence);
        Line line = Lines.of(ties).get(0);

        long sum = 0;
        for (Line.ShownTie tie : line.ties()) {
            int number = ties.between(evidence.subject(tie.one()), evidence.subject(tie.other()));
            assertThat(tie.explanation().value()).isEqualTo(ties.units(number)).isPositive();
            assertThat(tie.explanation().description()).contains(tie.one(), tie.other(), "by chance");
            sum += ties.units(number);
        }
        assertThat(line.explanation().value()).isEqualTo(sum);
        assertThat(new TreeSet<>(line.ties().stream()
                        .map(Line.ShownTie::agencies)
                        .filter(agencies -> agencies.size() > 1)
                        .toList()
                        .get(0)))
                .isSubsetOf("care", "police", "school");
    }
}
