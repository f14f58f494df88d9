package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Part;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Source;
import clew.app.groups.Subjects.Told;
import clew.app.groups.Where;
import clew.app.web.LineMap.Link;
import clew.app.web.LineMap.Spot;
import clew.core.network.SubjectKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of a line: to scale only where records give points, else by area, and the table and the paragraph say what the picture says. */
class C7MapTest {
    private static final UUID ADULT = new UUID(0, 1);
    private static final UUID CHILD = new UUID(0, 2);
    private static final List<String> PLACES = List.of("Bus station", "Hotel", "Park");

    @Test
    void places_without_points_are_drawn_by_area_with_who_was_in_both() {
        LineMap map = map(Map.of(0, area("Brackwater"), 1, area("Brackwater"), 2, area("Oldmere")));
        assertThat(map.toScale()).isFalse();
        assertThat(map.spots()).extracting(Spot::name).containsExactly("Brackwater", "Oldmere");
        assertThat(map.spots()).extracting(Spot::episodes).containsExactly(3, 1);
        assertThat(map.links()).extracting(Link::who).containsExactly(List.of("Warren Holt"));
        assertThat(map.paragraph()).contains("Not to scale", "each area", "Brackwater: 3 episodes; Oldmere: 1 episode");
        assertThat(map.rows().getFirst().places()).isEqualTo("Bus station, Hotel");
        assertThat(map.rows().getFirst().also()).containsExactly("Oldmere: Warren Holt");
    }

    @Test
    void what_is_all_in_one_area_or_in_none_is_drawn_by_place() {
        LineMap map = map(Map.of());
        assertThat(map.spots()).extracting(Spot::name).containsExactlyElementsOf(PLACES);
        assertThat(map.paragraph()).contains("each place");
        assertThat(map(Map.of(0, area("Oldmere"), 1, area("Oldmere"), 2, area("Oldmere")))
                        .spots())
                .hasSize(3);
    }

    @Test
    void where_every_place_has_a_point_north_is_above_east_is_right_and_the_bar_is_true() {
        LineMap map = map(Map.of(0, point(53.00, -1.50), 1, point(53.09, -1.50), 2, point(53.00, -1.35)));
        assertThat(map.toScale()).isTrue();
        Spot station = map.spots().get(0);
        Spot hotel = map.spots().get(1);
        Spot park = map.spots().get(2);
        assertThat(hotel.y()).isLessThan(station.y());
        assertThat(hotel.x()).isEqualTo(station.x());
        assertThat(park.x()).isGreaterThan(station.x());
        assertThat(park.y()).isEqualTo(station.y());
        double unitsAKm = (station.y() - hotel.y()) / (0.09 * 111.32);
        double kmEast = 0.15 * 111.32 * Math.cos(Math.toRadians(53.045));
        assertThat((park.x() - station.x()) / unitsAKm).isBetween(kmEast - 0.1, kmEast + 0.1);
        assertThat(map.bar().words()).isEqualTo("5 km");
        assertThat(map.bar().length() / unitsAKm).isBetween(4.9, 5.1);
        assertThat(map.spots()).allSatisfy(spot -> {
            assertThat(spot.x()).isBetween(0, map.width());
            assertThat(spot.y()).isBetween(0, map.height());
        });
    }

    @Test
    void one_place_without_a_point_is_enough_for_no_scale() {
        assertThat(map(Map.of(0, point(53, -1), 1, point(53.1, -1), 2, area("Oldmere")))
                        .toScale())
                .isFalse();
    }

    private static Where area(String name) {
        return new Where(name, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Where point(double north, double east) {
        return new Where("", OptionalDouble.of(north), OptionalDouble.of(east));
    }

    private static LineMap map(Map<Integer, Where> where) {
        Map<UUID, Told> told = new HashMap<>();
        told.put(ADULT, told(ADULT, "Warren Holt"));
        told.put(CHILD, told(CHILD, "Keeley Sparrow"));
        Map<UUID, Where> known = new HashMap<>();
        for (int i = 0; i < PLACES.size(); i++) {
            told.put(place(i), told(place(i), PLACES.get(i)));
            if (where.containsKey(i)) {
                known.put(place(i), where.get(i));
            }
        }
        Found found = new Found(
                Stream.concat(
                                Stream.of(
                                        new Member(ADULT, SubjectKind.PERSON, Side.ADULT, List.of(ADULT), false),
                                        new Member(CHILD, SubjectKind.PERSON, Side.CHILD, List.of(CHILD), false)),
                                Stream.of(0, 1, 2)
                                        .map(i -> new Member(
                                                place(i), SubjectKind.PLACE, Side.PLACE, List.of(place(i)), false)))
                        .toList(),
                List.of(
                        episode(1, 0, ADULT, CHILD),
                        episode(2, 0, ADULT, CHILD),
                        episode(3, 1, ADULT, CHILD),
                        episode(4, 2, ADULT)),
                List.of());
        return LineMap.of(found, new LineWords(found, told), known, 760);
    }

    private static UUID place(int number) {
        return new UUID(2, number);
    }

    private static Told told(UUID id, String words) {
        return new Told(id, "person", words, "Agency", "police", List.of());
    }

    private static Episode episode(int number, int place, UUID... who) {
        LocalDate day = LocalDate.of(2025, 1, number);
        UUID id = new UUID(1, number);
        return new Episode(
                id,
                "sighting",
                day,
                day,
                day,
                "police",
                place(place),
                Stream.of(who).map(one -> new Part(one, "", false)).toList(),
                List.of(new Source(id, "police", "")));
    }
}
