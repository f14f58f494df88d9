package clew.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.simulate.ReadRegion.Source;
import clew.core.standard.Code;
import clew.core.standard.Field;
import clew.core.standard.Reading;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every identifier that is written obeys the standard's rule for it, and can belong to nobody. */
class FictionalIdentifiersTest {

    private static final Map<String, Pattern> FICTIONAL = Map.of(
            "nhs_number", Pattern.compile("999\\d{7}"),
            "upn", Pattern.compile("[A-Z]1\\d{11}"),
            "pnc_id", Pattern.compile("\\d{4}/9\\d{6}[A-Z]"),
            "cro_number", Pattern.compile("9\\d{5}/\\d{2}[A-Z]"),
            "nino", Pattern.compile("QQ\\d{6}[A-D]"),
            "phone",
                    Pattern.compile(
                            "07700900\\d{3}|01632960\\d{3}|011[345678]4960\\d{3}|01[256]14960\\d{3}|01914980\\d{3}|02079460\\d{3}|02920180\\d{3}|02896496\\d{3}|08081570\\d{3}"),
            "postcode", Pattern.compile("Z[ABCDFGHKLMNPRSTUWXY]\\d{1,2} \\d[A-Z]{2}"),
            "registration", Pattern.compile("[A-Z]{2}[49][5-9] ?[A-Z]{3}"),
            "uprn", Pattern.compile("9990\\d{8}"),
            "email", Pattern.compile("[a-z.]+\\d+@example\\.org", Pattern.CASE_INSENSITIVE));

    @Test
    void every_identifier_is_good_and_in_a_range_that_nobody_has() throws Exception {
        Map<String, Integer> seen = new TreeMap<>();
        for (Source source : ReadRegion.ofSeed(1).sources()) {
            for (JsonNode record : source.records()) {
                Shape shape = Standard.find(record.path("shape").asString()).orElseThrow();
                record.path("fields").properties().forEach(rule -> {
                    String name = rule.getKey().equals("number") ? "phone" : rule.getKey();
                    if (FICTIONAL.containsKey(name) && rule.getValue().isString()) {
                        Field<?> field = shape.find(rule.getKey()).orElseThrow();
                        source.rows()
                                .forEach(row -> check(
                                        name,
                                        field,
                                        row.getOrDefault(rule.getValue().asString(), ""),
                                        seen));
                    }
                });
            }
        }
        assertThat(seen.keySet()).isEqualTo(FICTIONAL.keySet());
    }

    private static void check(String name, Field<?> field, String value, Map<String, Integer> seen) {
        if (!value.isEmpty()) {
            assertThat(value).as(name).matches(FICTIONAL.get(name));
            assertThat(field.type().read(value)).as(name + " " + value).isInstanceOf(Reading.Known.class);
            seen.merge(name, 1, Integer::sum);
        }
    }

    @Test
    void every_code_that_a_map_gives_is_in_the_standards_list() throws Exception {
        for (Source source : ReadRegion.ofSeed(1).sources()) {
            for (JsonNode record : source.records()) {
                Shape shape = Standard.find(record.path("shape").asString()).orElseThrow();
                record.path("fields").properties().forEach(rule -> {
                    Field<?> field = shape.find(rule.getKey()).orElseThrow();
                    if (field.type().javaType() == Code.class) {
                        codes(source, rule.getValue())
                                .forEach(code -> assertThat(field.type().read(code))
                                        .as("%s of %s in %s: %s", rule.getKey(), shape.name(), source.file(), code)
                                        .isNotInstanceOf(Reading.Unreadable.class));
                    }
                });
            }
        }
    }

    private static Set<String> codes(Source source, JsonNode rule) {
        Set<String> codes = new HashSet<>();
        if (rule.has("value")) {
            codes.add(rule.path("value").asString());
        } else if (rule.has("codes")) {
            rule.path("codes").forEach(code -> codes.add(code.asString()));
        } else {
            source.rows().forEach(row -> codes.add(row.getOrDefault(rule.asString(""), "")));
        }
        codes.remove("");
        return codes;
    }

    @Test
    void no_two_people_share_a_number_that_belongs_to_one() {
        Population population = Population.of(new RegionSettings(ReadRegion.PEOPLE, 4), Names.load());
        Map<String, Set<String>> given = new HashMap<>();
        Set<String> plates = new HashSet<>();
        for (int ordinal = 0; ordinal < ReadRegion.PEOPLE; ordinal++) {
            Person person = population.person(ordinal);
            unique(given, "nhs", population.nhs(person));
            unique(given, "upn", population.upn(person));
            unique(given, "pnc", population.pnc(person));
            unique(given, "cro", population.cro(person));
            unique(given, "nino", population.nino(person));
        }
        for (int household = 0; household < population.households(); household++) {
            for (int nth : List.of(0, 1)) {
                population
                        .vehicle(household, nth)
                        .ifPresent(vehicle ->
                                assertThat(plates.add(vehicle.plate())).isTrue());
            }
        }
        assertThat(given.get("nhs").size()).isBetween(ReadRegion.PEOPLE * 85 / 100, ReadRegion.PEOPLE * 95 / 100);
    }

    private static void unique(Map<String, Set<String>> given, String kind, String number) {
        if (number != null) {
            assertThat(given.computeIfAbsent(kind, k -> new HashSet<>()).add(number))
                    .as(kind + " " + number)
                    .isTrue();
        }
    }

    @Test
    void a_scramble_is_one_to_one() {
        for (int modulus : List.of(1, 2, 7, 1_000, 65_536, 99_991)) {
            Scramble scramble = Scramble.of(modulus, 12_345L * modulus);
            Set<Long> seen = new HashSet<>();
            for (int value = 0; value < modulus; value++) {
                long placed = scramble.of(value);
                assertThat(placed).isBetween(0L, (long) modulus - 1);
                assertThat(seen.add(placed)).isTrue();
            }
        }
    }
}
