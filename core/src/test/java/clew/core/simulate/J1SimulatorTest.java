package clew.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.simulate.ReadRegion.Source;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** J1: the simulator of a region. */
class J1SimulatorTest {

    private static final int FEW = 3_000;
    private static final Set<String> OF_THE_TRUTH =
            Set.of("person", "unidentified_person", "vehicle", "phone", "place");

    @Test
    void the_same_seed_gives_the_same_bytes_in_any_locale_and_time_zone() throws Exception {
        MemoryOutput first = MemoryOutput.of(new RegionSettings(FEW, 7));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(MemoryOutput.of(new RegionSettings(FEW, 7)).sameAs(first))
                    .isTrue();
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(MemoryOutput.of(new RegionSettings(FEW, 7)).sameAs(first))
                    .isTrue();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void what_recurs_is_added_and_changes_nothing_else_that_was_planted() throws Exception {
        MemoryOutput plain = MemoryOutput.of(new RegionSettings(FEW, 7));
        MemoryOutput more = MemoryOutput.of(new RegionSettings(FEW, 7).withRecurring(2));
        assertThat(plain.files()).doesNotContainKey("truth/recurring.csv");
        assertThat(more.text("truth/groups.csv")).isEqualTo(plain.text("truth/groups.csv"));
        assertThat(withoutKeys(more)).isEqualTo(withoutKeys(plain));
        assertThat(more.text("truth/recurring.csv").lines())
                .hasSize(9)
                .anyMatch(line -> line.startsWith("R0005,place,L"))
                .anyMatch(line -> line.startsWith("R0006,vehicle,V"))
                .anyMatch(line -> line.startsWith("R0007,pair,P"))
                .anyMatch(line -> line.startsWith("R0008,worker,P"));
        assertThat(more.text("truth/persons.csv").lines().count())
                .isGreaterThan(plain.text("truth/persons.csv").lines().count());
    }

    /** What became known of groups; agencies number their records in the order in which they write them. */
    private static List<String> withoutKeys(MemoryOutput region) {
        return region.text("truth/group_events.csv")
                .lines()
                .map(line -> line.replaceAll(",[A-Z]+[0-9]{2}/[0-9]{7},", ",,"))
                .toList();
    }

    @Test
    void regions_made_at_the_same_time_do_not_disturb_each_other() throws Exception {
        MemoryOutput alone = MemoryOutput.of(new RegionSettings(FEW, 8));
        var threads = Executors.newFixedThreadPool(2);
        try {
            Callable<MemoryOutput> make = () -> MemoryOutput.of(new RegionSettings(FEW, 8));
            for (var made : threads.invokeAll(List.of(make, make))) {
                assertThat(made.get().sameAs(alone)).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void another_seed_and_another_reference_date_give_another_region() throws Exception {
        MemoryOutput one = MemoryOutput.of(new RegionSettings(FEW, 7));
        assertThat(MemoryOutput.of(new RegionSettings(FEW, 9)).sameAs(one)).isFalse();
        assertThat(MemoryOutput.of(new RegionSettings(FEW, 7, LocalDate.of(2025, 6, 30)))
                        .sameAs(one))
                .isFalse();
    }

    @Test
    void every_map_reads_only_columns_that_its_extract_has_and_fields_that_the_standard_has() throws Exception {
        for (Source source : ReadRegion.ofSeed(1).sources()) {
            Set<String> columns = new TreeSet<>();
            columns(source.map().path("known_from"), columns);
            columns(source.map().path("version_of"), columns);
            for (JsonNode record : source.records()) {
                record.path("key").valueStream().forEach(key -> columns.add(key.asString()));
                Shape shape = Standard.find(record.path("shape").asString()).orElseThrow();
                record.path("fields").properties().forEach(field -> {
                    assertThat(shape.find(field.getKey()))
                            .as("%s of %s in %s", field.getKey(), shape.name(), source.file())
                            .isPresent();
                    columns(field.getValue(), columns);
                });
            }
            if (source.file().endsWith(".jsonl")) {
                Set<String> known = new TreeSet<>(Layouts.columnsOf(source));
                assertThat(known).as(source.file()).containsAll(columns);
            } else {
                assertThat(source.columns())
                        .as(source.agency() + " " + source.file())
                        .containsAll(columns);
            }
        }
    }

    private static void columns(JsonNode node, Set<String> columns) {
        if (node.isString()) {
            columns.add(node.asString());
        }
        if (node.has("column")) {
            columns.add(node.path("column").asString());
        }
        node.path("columns").valueStream().forEach(column -> columns.add(column.asString()));
        if (node.has("ref")) {
            node.path("key").valueStream().forEach(key -> columns.add(key.asString()));
        }
    }

    @Test
    void every_record_of_a_person_or_thing_is_in_the_truth_once_and_nothing_else_is() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        Set<String> written = new HashSet<>();
        for (Source source : region.sources()) {
            for (JsonNode record : source.records()) {
                if (OF_THE_TRUTH.contains(record.path("shape").asString())) {
                    source.rows().forEach(row -> identity(source, record, row, written));
                }
            }
        }
        List<String> truth = region.truth("persons.csv").stream()
                .map(row -> String.join(
                        ",", row.get("agency"), row.get("system"), row.get("shape"), row.get("role"), row.get("key")))
                .toList();
        assertThat(truth).doesNotHaveDuplicates();
        assertThat(new HashSet<>(truth)).isEqualTo(written);
    }

    private static void identity(Source source, JsonNode record, Map<String, String> row, Set<String> written) {
        String when = record.path("when").asString("");
        if (when.isEmpty() || !row.getOrDefault(when, "").isEmpty()) {
            List<String> key = record.path("key")
                    .valueStream()
                    .map(column -> row.getOrDefault(column.asString(), ""))
                    .toList();
            assertThat(key).as(source.file() + " " + row).noneMatch(String::isEmpty);
            written.add(String.join(
                    ",",
                    source.agency(),
                    source.map().path("system").asString(),
                    record.path("shape").asString(),
                    record.path("role").asString(),
                    String.join("|", key)));
        }
    }

    @Test
    void people_are_like_england_and_wales_in_age_sex_and_names() {
        Population population = Population.of(new RegionSettings(ReadRegion.PEOPLE, 3), Names.load());
        Map<String, Integer> surnames = new HashMap<>();
        int children = 0;
        int old = 0;
        int women = 0;
        for (int ordinal = 0; ordinal < ReadRegion.PEOPLE; ordinal++) {
            Person person = population.person(ordinal);
            int age = person.ageOn(RegionSettings.DEFAULT_REFERENCE_DATE);
            children += age < 18 ? 1 : 0;
            old += age >= 65 ? 1 : 0;
            women += person.sex() == Sex.FEMALE ? 1 : 0;
            surnames.merge(person.family(), 1, Integer::sum);
            assertThat(age).isBetween(0, 100);
        }
        assertThat(children / (double) ReadRegion.PEOPLE).as("under 18").isBetween(0.19, 0.25);
        assertThat(old / (double) ReadRegion.PEOPLE).as("65 and over").isBetween(0.13, 0.24);
        assertThat(women / (double) ReadRegion.PEOPLE).as("women and girls").isBetween(0.48, 0.53);
        List<Integer> counts = surnames.values().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        assertThat(counts.get(0) / (double) ReadRegion.PEOPLE)
                .as("the commonest surname")
                .isBetween(0.006, 0.017);
        assertThat(counts.stream().limit(10).mapToInt(i -> i).sum() / (double) ReadRegion.PEOPLE)
                .as("the ten commonest")
                .isBetween(0.04, 0.09);
        assertThat(surnames.size()).as("different surnames").isBetween(2_500, 6_500);
    }

    @Test
    void households_hold_twins_siblings_and_fathers_and_sons_of_one_name() {
        Population population = Population.of(new RegionSettings(ReadRegion.PEOPLE, 3), Names.load());
        int twins = 0;
        int namesakes = 0;
        int families = 0;
        Set<String> addresses = new HashSet<>();
        for (int index = 0; index < population.households(); index++) {
            Household household = population.household(index);
            assertThat(addresses.add(household.address().toString()))
                    .as("each address once")
                    .isTrue();
            List<Person> members = household.members();
            Set<LocalDate> births = new HashSet<>();
            Set<String> names = new HashSet<>();
            for (Person person : members) {
                boolean child = person.standing() == Person.Standing.CHILD;
                twins += child && !births.add(person.born()) ? 1 : 0;
                namesakes += !names.add(person.given() + " " + person.family()) ? 1 : 0;
            }
            families += births.size() > 1 ? 1 : 0;
        }
        assertThat(families).isGreaterThan(700);
        assertThat(twins).isBetween(10, 90);
        assertThat(namesakes).isBetween(5, 120);
    }

    @Test
    void agencies_leave_out_and_mistake_as_much_as_their_habits_say() throws Exception {
        List<Map<String, String>> nominals =
                ReadRegion.ofSeed(1).source("police", "nominals.csv").rows();
        assertThat(share(nominals, "DOB", "")).as("no date of birth").isBetween(0.045, 0.075);
        assertThat(share(nominals, "ETH_SELF", "NS"))
                .as("ethnicity not recorded")
                .isBetween(0.40, 0.50);
        assertThat(share(nominals, "ADDR_PCODE", "")).as("no postcode").isBetween(0.10, 0.18);
        assertThat(nominals.stream()
                                .filter(row -> row.get("DOB").startsWith("01/01/"))
                                .count()
                        / (double) nominals.size())
                .as("born on 1 January")
                .isBetween(0.012, 0.035);
    }

    private static double share(List<Map<String, String>> rows, String column, String value) {
        return rows.stream().filter(row -> row.get(column).equals(value)).count() / (double) rows.size();
    }

    @Test
    void many_records_are_written_weeks_after_the_event_and_none_before() throws Exception {
        List<Map<String, String>> crimes =
                ReadRegion.ofSeed(1).source("police", "crimes.csv").rows();
        int late = 0;
        for (Map<String, String> crime : crimes) {
            LocalDate occurred = day(crime.get("OCC_DATE"));
            LocalDate recorded = day(crime.get("DATE_RECORDED"));
            assertThat(recorded).isAfterOrEqualTo(occurred).isBeforeOrEqualTo(RegionSettings.DEFAULT_REFERENCE_DATE);
            late += recorded.isAfter(occurred.plusDays(7)) ? 1 : 0;
        }
        assertThat(late / (double) crimes.size()).isBetween(0.12, 0.28);
    }

    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text.substring(6)),
                Integer.parseInt(text.substring(3, 5)),
                Integer.parseInt(text.substring(0, 2)));
    }

    @Test
    void the_three_authorities_write_in_three_layouts_and_encodings() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        List<Source> contacts = region.sources().stream()
                .filter(source -> source.file().equals("contacts.csv"))
                .toList();
        assertThat(contacts).hasSize(3);
        Set<String> headers = new HashSet<>();
        contacts.forEach(source -> headers.add(String.join(" ", source.columns())));
        assertThat(headers).hasSize(3);
        assertThat(contacts.stream()
                        .map(source -> source.map().path("format").toString())
                        .distinct())
                .hasSize(3);
        assertThat(region.output().files().values().stream()
                        .filter(file -> startsWithByteOrderMark(file.toByteArray()))
                        .count())
                .isGreaterThan(0);
    }

    private static boolean startsWithByteOrderMark(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF;
    }

    @Test
    void no_graphic_word_appears_anywhere() throws Exception {
        String graphic =
                "rape[ds]?|raping|indecent|intercourse|naked|nude|porn|genitals?|penetrat(ed|ion)|molest(ed|er)?"
                        + "|groom(ed|ing)|gangs?|offenders?|assaulted|blood|bleeding|kill(ed|er)?|murder(ed)?|stab(bed|bing)?"
                        + "|weapons?|suicid(e|al)|sex|sexual(ly)?";
        Pattern words = Pattern.compile("\\b(" + graphic + ")\\b", Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        for (Source source : ReadRegion.ofSeed(1).sources()) {
            for (Map<String, String> row : source.rows()) {
                row.values().stream()
                        .filter(value -> words.matcher(value).find())
                        .forEach(found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_whole_roll_is_never_written() throws Exception {
        ReadRegion region = ReadRegion.ofSeed(1);
        Population population = Population.of(new RegionSettings(ReadRegion.PEOPLE, 1), Names.load());
        long pupils = 0;
        for (int ordinal = 0; ordinal < ReadRegion.PEOPLE; ordinal++) {
            int age = population.person(ordinal).ageOn(RegionSettings.DEFAULT_REFERENCE_DATE);
            pupils += age >= 4 && age <= 17 ? 1 : 0;
        }
        Set<String> recorded = new HashSet<>();
        region.truth("persons.csv").stream()
                .filter(row -> row.get("agency").endsWith("-schools")
                        && row.get("role").equals("pupil"))
                .forEach(row -> recorded.add(row.get("person_id")));
        assertThat(recorded.size()).isPositive().isLessThan((int) (pupils / 2));
    }
}
