package clew.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The groups that are planted, and the truth about them. */
class PlantedGroupsTest {

    private static final int SEEDS = 16;
    private static final Names NAMES = Names.load();
    private static final List<Group> GROUPS = new ArrayList<>();

    @BeforeAll
    static void plant() {
        for (long seed = 100; seed < 100 + SEEDS; seed++) {
            RegionSettings settings = new RegionSettings(ReadRegion.PEOPLE, seed);
            Population population = Population.of(settings, NAMES);
            Groups groups = new Groups(World.of(settings, population));
            for (int number = 0; number < Groups.numberFor(ReadRegion.PEOPLE); number++) {
                GROUPS.add(groups.group(number));
            }
        }
    }

    @Test
    void adults_of_concern_are_independent_of_the_origin_of_names() {
        assertThat(chiSquare(GROUPS.stream()
                        .flatMap(group -> group.adults().stream())
                        .toList()))
                .isLessThan(critical());
    }

    @Test
    void children_harmed_are_independent_of_the_origin_of_names() {
        assertThat(chiSquare(GROUPS.stream()
                        .flatMap(group -> group.children().stream())
                        .toList()))
                .isLessThan(critical());
    }

    /** Upper 0.1% point of chi-square with one fewer degrees of freedom than there are origins, by Wilson and Hilferty (1931). */
    private static double critical() {
        double degrees = NAMES.origins().size() - 1;
        double term = 1 - 2 / (9 * degrees) + 3.090 * Math.sqrt(2 / (9 * degrees));
        return degrees * term * term * term;
    }

    private static double chiSquare(List<Person> drawn) {
        double weights = NAMES.origins().stream().mapToInt(Origin::weight).sum();
        Map<String, Long> found = drawn.stream()
                .collect(Collectors.groupingBy(person -> person.origin().name(), Collectors.counting()));
        double sum = 0;
        for (Origin origin : NAMES.origins()) {
            double expected = drawn.size() * origin.weight() / weights;
            double off = found.getOrDefault(origin.name(), 0L) - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    @Test
    void the_test_of_independence_would_see_a_tie_to_origin() {
        List<Person> men =
                GROUPS.stream().flatMap(group -> group.adults().stream()).toList();
        List<Person> tied = men.stream()
                .filter(person -> !person.origin().name().equals("british") || person.ordinal() % 4 > 0)
                .toList();
        assertThat(chiSquare(tied)).isGreaterThan(critical());
    }

    @Test
    void boys_and_disabled_and_looked_after_children_are_among_those_harmed() {
        List<Person> children =
                GROUPS.stream().flatMap(group -> group.children().stream()).toList();
        assertThat(share(children, person -> person.sex() == Sex.MALE))
                .as("boys")
                .isBetween(0.25, 0.45);
        assertThat(share(children, Person::disabled)).as("disabled").isBetween(0.18, 0.45);
        assertThat(share(children, Person::lookedAfter)).as("looked after").isBetween(0.10, 0.35);
    }

    private static double share(List<Person> people, java.util.function.Predicate<Person> which) {
        return people.stream().filter(which).count() / (double) people.size();
    }

    @Test
    void members_are_adults_or_children_on_every_day_they_meet_and_everybody_meets() {
        for (Group group : GROUPS) {
            Set<Person> met = new HashSet<>();
            for (Group.Meeting meeting : group.meetings()) {
                assertThat(meeting.adults()).allMatch(person -> !person.childOn(meeting.day()));
                assertThat(meeting.children()).allMatch(person -> person.childOn(meeting.day()));
                met.addAll(meeting.adults());
                met.addAll(meeting.children());
            }
            assertThat(met)
                    .containsAll(group.adults())
                    .containsAll(group.children()
                            .subList(
                                    0,
                                    Math.min(
                                            group.children().size(),
                                            group.meetings().size())));
        }
    }

    @Test
    void mostly_no_single_agency_is_told_of_everybody_in_a_group() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        Map<String, Set<String>> members = members(region);
        Map<String, Map<String, Set<String>>> told = new TreeMap<>();
        for (Map<String, String> event : region.truth("group_events.csv")) {
            Set<String> people = told.computeIfAbsent(event.get("group_id"), id -> new HashMap<>())
                    .computeIfAbsent(event.get("agency"), id -> new HashSet<>());
            people.addAll(Arrays.asList(event.get("people").split(";")));
        }
        long whole = told.entrySet().stream()
                .filter(group -> group.getValue().values().stream()
                        .anyMatch(people -> people.containsAll(members.get(group.getKey()))))
                .count();
        long several =
                told.values().stream().filter(agencies -> agencies.size() > 2).count();
        assertThat(whole).isLessThan(told.size() / 3);
        assertThat(several).isGreaterThan(told.size() * 3L / 4);
    }

    @Test
    void no_kind_of_record_and_no_filled_column_gives_a_planted_piece_away() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        Set<String> planted = region.truth("group_events.csv").stream()
                .map(event -> event.get("agency") + " " + event.get("key"))
                .collect(Collectors.toSet());
        Map<String, int[]> filled = new TreeMap<>();
        for (ReadRegion.Source source : region.sources()) {
            for (Map<String, String> row : source.rows()) {
                boolean piece =
                        row.values().stream().anyMatch(value -> planted.contains(source.agency() + " " + value));
                row.forEach((column, value) -> {
                    if (!value.isEmpty()) {
                        filled.computeIfAbsent(source.file() + " " + column, name -> new int[2])[piece ? 0 : 1]++;
                    }
                });
            }
        }
        assertThat(filled.entrySet().stream()
                        .filter(column -> column.getValue()[0] > 8 && column.getValue()[1] < column.getValue()[0] / 3)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static Map<String, Set<String>> members(ReadRegion region) {
        Map<String, Set<String>> members = new TreeMap<>();
        for (Map<String, String> row : region.truth("groups.csv")) {
            if (row.get("kind").equals("child") || row.get("kind").equals("adult_of_concern")) {
                members.computeIfAbsent(row.get("group_id"), id -> new HashSet<>())
                        .add(row.get("id"));
            }
        }
        return members;
    }

    @Test
    void every_piece_points_to_a_record_that_its_agency_wrote_on_the_day_it_says() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        Map<String, Set<String>> values = new HashMap<>();
        region.sources()
                .forEach(source -> source.rows()
                        .forEach(row -> values.computeIfAbsent(source.agency(), a -> new HashSet<>())
                                .addAll(row.values())));
        List<Map<String, String>> events = region.truth("group_events.csv");
        assertThat(events.size()).isGreaterThan(150);
        for (Map<String, String> event : events) {
            assertThat(values.get(event.get("agency"))).contains(event.get("key"));
            assertThat(LocalDate.parse(event.get("known_from")))
                    .isAfterOrEqualTo(LocalDate.parse(event.get("occurred")));
        }
    }

    @Test
    void the_number_of_groups_grows_with_people_and_more_slowly_in_large_regions() {
        assertThat(Groups.numberFor(200)).isEqualTo(1);
        assertThat(Groups.numberFor(20_000)).isEqualTo(20);
        assertThat(Groups.numberFor(100_000)).isEqualTo(100);
        assertThat(Groups.numberFor(1_000_000)).isEqualTo(280);
    }

    @Test
    void authorities_are_three_at_twenty_thousand_people_and_dozens_at_a_million() {
        assertThat(Region.authoritiesFor(20_000)).isEqualTo(3);
        assertThat(Region.authoritiesFor(100_000)).isEqualTo(9);
        assertThat(Region.authoritiesFor(1_000_000)).isEqualTo(41);
    }
}
