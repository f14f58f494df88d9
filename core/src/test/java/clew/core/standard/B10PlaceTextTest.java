package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One address written in many ways is one; two addresses never are, however they are written. */
class B10PlaceTextTest {
    private static final long SEED = 20261128;
    private static final int ADDRESSES = 3_000;
    private static final List<String> NAMES = List.of(
            "High", "Church", "Mill", "Park", "Station", "St John's", "Upper North", "Queen Elizabeth", "Ashgrove");
    private static final Map<String, List<String>> TYPES = Map.of(
            "Street", List.of("St", "St.", "Str"),
            "Road", List.of("Rd", "Rd."),
            "Avenue", List.of("Ave", "Av"),
            "Lane", List.of("Ln"),
            "Close", List.of("Cl"),
            "Gardens", List.of("Gdns"));
    private static final Map<String, List<String>> UNITS =
            Map.of("Flat", List.of("Apartment", "Apt", "flt."), "Unit", List.of("UNIT"), "Room", List.of("Rm"));
    private static final Random RANDOM = new Random(SEED);

    private record Address(String unit, int unitNumber, String house, String name, String type) {
        static Address made() {
            boolean whole = RANDOM.nextInt(3) == 0;
            return new Address(
                    whole
                            ? ""
                            : any(new ArrayList<>(UNITS.keySet())
                                    .stream().sorted().toList()),
                    whole ? 0 : 1 + RANDOM.nextInt(30),
                    1 + RANDOM.nextInt(30) + (RANDOM.nextInt(5) == 0 ? "A" : ""),
                    any(NAMES),
                    any(TYPES.keySet().stream().sorted().toList()));
        }

        /** In one of its ways: order, abbreviations, signs, case, with or without its town. */
        String written() {
            List<String> parts = new ArrayList<>();
            String comma = RANDOM.nextInt(4) == 0 ? ", " : " ";
            parts.add((RANDOM.nextInt(6) == 0 ? "No. " : "") + (RANDOM.nextBoolean() ? house : house.replace("A", " a"))
                    + comma + any(List.of(name, name.replace("'", "")))
                    + " " + abbreviated(type, TYPES));
            if (!unit.isEmpty()) {
                parts.add(abbreviated(unit, UNITS) + " " + (RANDOM.nextInt(4) == 0 ? "0" : "") + unitNumber);
            }
            Collections.shuffle(parts, RANDOM);
            String text = String.join(any(List.of(", ", " ", ",")), parts)
                    + any(List.of("", ", Saltby", ", SALTBY, HM4 2AB"));
            return any(List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT)));
        }

        private static String abbreviated(String word, Map<String, List<String>> as) {
            return RANDOM.nextBoolean() ? word : any(as.get(word));
        }
    }

    private static <T> T any(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }

    @Test
    void near_variants_are_one_and_different_numbers_are_not() {
        System.out.println("B10PlaceTextTest seed " + SEED);
        Map<String, Address> seen = new HashMap<>();
        for (int i = 0; i < ADDRESSES; i++) {
            Address address = Address.made();
            String one = key(address.written());
            for (int again = 0; again < 4; again++) {
                String text = address.written();
                assertThat(key(text)).as(text).isEqualTo(one);
            }
            assertThat(seen.computeIfAbsent(one, key -> address)).as(one).isEqualTo(address);
        }
    }

    @Test
    void three_writings_of_one_flat() {
        assertThat(key("Flat 2, 14 High St"))
                .isEqualTo("flat 2, 14 high st")
                .isEqualTo(key("14 High Street Flat 2"))
                .isEqualTo(key("14 HIGH STREET, FLAT 2"));
        assertThat(List.of(
                                "12 High Street",
                                "14 High Street",
                                "14A High Street",
                                "14 Low Street",
                                "Flat 2, 14 High Street",
                                "Flat 14, 2 High Street",
                                "Rear of 14 High Street",
                                "14 High Road",
                                "First Floor, 14 High Street")
                        .stream()
                        .map(B10PlaceTextTest::key)
                        .distinct())
                .hasSize(9);
    }

    @Test
    void floors_ranges_letters_and_saints() {
        assertThat(key("First floor flat, 14-16 High St"))
                .isEqualTo("first floor, 14-16 high st")
                .isEqualTo(key("14 - 16 High Street, 1st Floor Flat"));
        assertThat(key("Flat B 3 St. John's Rd")).isEqualTo(key("3 Saint Johns Road, Flat B"));
        assertThat(key("Flat Two, Rose Ct")).isEqualTo(key("Rose Court, Flat 2"));
    }

    @Test
    void a_town_that_is_known_says_nothing_more_unless_it_is_all() {
        assertThat(key("14 Saltby Road, Saltby")).isEqualTo("14 saltby road");
        assertThat(key("14 Saltby")).isEqualTo("14 saltby");
        assertThat(PlaceText.read("HM4 2AB", List.of()).whole()).isEmpty();
        assertThat(PlaceText.read("The", List.of()).whole()).isEqualTo("the");
    }

    private static String key(String text) {
        return PlaceText.read(text, List.of("Saltby")).whole();
    }
}
