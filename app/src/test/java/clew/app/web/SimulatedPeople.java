package clew.app.web;

import clew.app.child.Chronology;
import clew.app.identity.Age;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.Holdings;
import clew.app.identity.PairView;
import clew.app.identity.PersonSearch;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Part;
import clew.app.identity.PersonView.Source;
import clew.app.identity.PersonView.Value;
import clew.app.quality.QualityTable;
import clew.app.store.Rights;
import clew.core.explain.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The calls of the rooms below, answered with a few simulated people. */
@TestConfiguration(proxyBeanMethods = false)
class SimulatedPeople {

    static final UUID CHILD = new UUID(1, 1);
    static final UUID ADULT = new UUID(1, 9);
    static final UUID BROKEN = new UUID(1, 99);

    private static final Instant RECEIVED = Instant.parse("2026-10-02T03:10:00Z");

    @Bean
    @Primary
    Holdings holdings() {
        return rights -> new Holdings.Held(
                20_417,
                131_902,
                List.of(
                        new Holdings.FromAgency("Harrowmere Council children's services", 48_210, RECEIVED),
                        new Holdings.FromAgency("Harrowmere Police", 61_377, RECEIVED.plusSeconds(90_000)),
                        new Holdings.FromAgency("Saltby Health Trust", 22_315, null)));
    }

    @Bean
    @Primary
    PersonSearch search() {
        return SimulatedPeople::find;
    }

    @Bean
    @Primary
    PersonView person() {
        return SimulatedPeople::person;
    }

    @Bean
    @Primary
    PairView pairs() {
        return (rights, left, right) -> person(rights, left, null)
                .flatMap(one -> person(rights, right, null)
                        .map(other -> new PairView.Pair(
                                one,
                                other,
                                links().stream()
                                        .filter(link -> link.left().equals(left)
                                                && link.right().equals(right))
                                        .findFirst()
                                        .orElse(null))));
    }

    @Bean
    @Primary
    Chronology chronology() {
        return (rights, record, knownOn) -> record.equals(CHILD) ? events(knownOn) : List.of();
    }

    @Bean
    @Primary
    QualityTable quality() {
        return new Quality();
    }

    private static PersonSearch.Page find(Rights rights, PersonSearch.Sought sought, int page) {
        List<PersonSearch.Row> all =
                sought.name().toLowerCase(Locale.ROOT).contains("nobody") ? List.of() : rows(sought.name());
        int size = 20;
        List<PersonSearch.Row> some =
                all.stream().skip((page - 1L) * size).limit(size).toList();
        return new PersonSearch.Page(some, page, size, all.size());
    }

    private static List<PersonSearch.Row> rows(String name) {
        List<PersonSearch.Row> rows = new ArrayList<>();
        rows.add(new PersonSearch.Row(
                CHILD,
                "Amelia Hartley",
                List.of("Millie Hartley", "Amelia Jane Hartley-Booth"),
                List.of("27 March 2010", "March 2010"),
                List.of("HM4 2AB", "HM1 9QT"),
                List.of("Harrowmere Police", "Harrowmere Council children's services", "Saltby Health Trust"),
                4,
                Age.CHILD));
        rows.add(new PersonSearch.Row(
                ADULT,
                "Amelia Hartley",
                List.of(),
                List.of("2 January 1991"),
                List.of(),
                List.of("Harrowmere Police"),
                1,
                Age.ADULT));
        rows.add(new PersonSearch.Row(
                new UUID(1, 10),
                "Amelia Hartley",
                List.of(),
                List.of(),
                List.of("Saltby"),
                List.of("Harrowmere Police"),
                1,
                Age.UNKNOWN));
        int more = name.equalsIgnoreCase("smith") ? 240 : 0;
        IntStream.range(0, more)
                .forEach(n -> rows.add(new PersonSearch.Row(
                        new UUID(2, n),
                        "Smith " + n,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("Harrowmere Police"),
                        1,
                        Age.ADULT)));
        return rows;
    }

    private static Optional<PersonView.Person> person(Rights rights, UUID record, @Nullable LocalDate knownOn) {
        if (record.equals(BROKEN)) {
            throw new IllegalStateException("broken on purpose");
        }
        if (record.equals(ADULT)) {
            return Optional.of(new PersonView.Person(
                    ADULT,
                    "Amelia Hartley",
                    Age.ADULT,
                    List.of(source(9, "Harrowmere Police", "CRIMES", "witness")),
                    List.of(row("given_name", "Given name", Part.IDENTITY, "Amelia")),
                    List.of()));
        }
        if (sources().stream().noneMatch(source -> source.record().equals(record))) {
            return Optional.empty();
        }
        return Optional.of(new PersonView.Person(
                CHILD,
                "Amelia Hartley",
                Age.CHILD,
                sources(),
                fields(),
                links(),
                List.of(new HeldElsewhere("Saltby Youth Charity", "the safeguarding desk, 01632 960 123"))));
    }

    private static List<Source> sources() {
        return List.of(
                source(1, "Harrowmere Police", "CRIMES", "victim"),
                source(2, "Harrowmere Council children's services", "LIQUID", ""),
                source(3, "Saltby Health Trust", "PATIENT", ""),
                source(4, "Harrowmere Police", "MISSING", ""));
    }

    private static Source source(int number, String agency, String system, String role) {
        boolean police = agency.contains("Police");
        return new Source(
                new UUID(1, number),
                agency,
                system,
                role,
                police ? "Part 3 of the Data Protection Act 2018" : "UK GDPR",
                "safeguarding children",
                police ? "named in a recorded crime" : "open to children's services",
                "may be shared with the partnership",
                LocalDate.of(2025, 11, number),
                RECEIVED,
                number != 4);
    }

    private static List<FieldRow> fields() {
        return List.of(
                row("given_name", "Given name", Part.IDENTITY, "Amelia", "Amelia Jane", "AMELIA", "Millie"),
                row("family_name", "Family name", Part.IDENTITY, "Hartley", "Hartley-Booth", "HARTLEY", "Hartley"),
                row(
                        "date_of_birth",
                        "Date of birth",
                        Part.IDENTITY,
                        "27 March 2010",
                        "27 March 2010",
                        "27 March 2010",
                        "March 2010"),
                row("sex", "Sex", Part.IDENTITY, "Female", "Female", "Female", "Female"),
                row("nhs_number", "NHS number", Part.IDENTIFIERS, "", "999 012 3456", "9990123456", ""),
                row("upn", "Unique pupil number", Part.IDENTIFIERS, "", "A999000000001", "", ""),
                row("postcode", "Postcode", Part.CONTACT, "HM4 2AB", "HM1 9QT", "HM4 2AB", ""),
                row("phone", "Phone", Part.CONTACT, "07700 900123", "", "", "07700 900123"),
                new FieldRow(
                        "self_defined_ethnicity",
                        "Self-defined ethnicity",
                        Part.PROTECTED,
                        List.of(
                                new Value(List.of(), "declined to say"),
                                new Value(List.of("White and Asian"), null),
                                new Value(List.of(), null),
                                new Value(List.of(), "not asked"))));
    }

    private static FieldRow row(String name, String title, Part part, String... values) {
        return new FieldRow(
                name,
                title,
                part,
                Arrays.stream(values)
                        .map(value -> new Value(value.isEmpty() ? List.of() : List.of(value), null))
                        .toList());
    }

    private static List<PersonView.Link> links() {
        return List.of(
                new PersonView.Link(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        Explanation.sum(
                                "Weight that both are one person",
                                List.of(
                                        bits(-14.2, "Before anything is compared: one pair in 18,800 is one person"),
                                        bits(7.9, "Date of birth: the same, 27 March 2010"),
                                        bits(9.4, "Family name: close, Hartley and Hartley-Booth"),
                                        bits(6.1, "Given name: the same first name, Amelia"),
                                        bits(1.0, "Sex: the same"),
                                        bits(-2.3, "Postcode: different, HM4 2AB and HM1 9QT"))),
                        0.9957,
                        false),
                new PersonView.Link(
                        new UUID(1, 2),
                        new UUID(1, 3),
                        Explanation.sum(
                                "Weight that both are one person",
                                List.of(
                                        bits(-14.2, "Before anything is compared: one pair in 18,800 is one person"),
                                        bits(21.7, "NHS number: the same"),
                                        bits(7.9, "Date of birth: the same, 27 March 2010"))),
                        0.99999,
                        true));
    }

    private static Explanation bits(double bits, String words) {
        return Explanation.leaf(Explanation.units(bits), words);
    }

    private static List<Chronology.Entry> events(@Nullable LocalDate knownOn) {
        return IntStream.range(0, 5)
                .mapToObj(SimulatedPeople::event)
                .filter(event -> knownOn == null
                        || event.knownFrom() == null
                        || !event.knownFrom().isAfter(knownOn))
                .toList();
    }

    private static Chronology.Entry event(int number) {
        LocalDate day = LocalDate.of(2025, 9, 4).plusDays(31L * number);
        List<String> titles = List.of(
                "Return interview declined",
                "Missing from home for 14 hours, found at Saltby station",
                "Referral from school: new phone and clothes",
                "Attended the minor injuries unit with an adult who gave no name",
                "Named in intelligence about a takeaway");
        List<String> kinds = List.of("Return interview", "Missing episode", "Referral", "Attendance", "Intelligence");
        boolean undated = number == 4;
        return new Chronology.Entry(
                new UUID(5, number),
                kinds.get(number),
                titles.get(number),
                number == 4 ? "Person mentioned" : "Child",
                number % 2 == 0 ? "Harrowmere Council children's services" : "Harrowmere Police",
                number % 2 == 0 ? "LIQUID" : "MISSING",
                undated
                        ? new Chronology.Occurred(null, null, "date not known")
                        : new Chronology.Occurred(
                                day,
                                day.plusDays(number == 2 ? 20 : 0),
                                number == 2 ? "between 5 and 25 November 2025" : Words.date(day)),
                day.plusDays(12L * number),
                RECEIVED,
                number == 1 ? "Saltby station" : "",
                undated ? "Source untested (2), known indirectly (B), sanitised (S)" : "",
                "may be shared with the partnership",
                true,
                List.of());
    }

    /** Two agencies, a few fields, a year. */
    private static final class Quality implements QualityTable {

        @Override
        public List<Series> all(Rights rights) {
            return List.of(
                    series("Harrowmere Police", "suspects", "self_defined_ethnicity", "Self-defined ethnicity", 31),
                    series("Harrowmere Police", "suspects", "observed_ethnicity", "Observed ethnicity", 64),
                    series("Harrowmere Police", "suspects", "nationality", "Nationality", 22),
                    series("Harrowmere Police", "victims", "self_defined_ethnicity", "Self-defined ethnicity", 47),
                    series("Harrowmere Police", "victims", "nationality", "Nationality", 18),
                    series("Harrowmere Police", "all people", "date_of_birth", "Date of birth", 88),
                    series("Saltby Health Trust", "all people", "nhs_number", "NHS number", 96),
                    series("Saltby Health Trust", "all people", "postcode", "Postcode", 91));
        }

        @Override
        public List<Correction> nextMostUseful(Rights rights) {
            return List.of(
                    new Correction(
                            "Harrowmere Police",
                            "harrowmere-police",
                            "Record the nationality of suspects: it is missing from 1,310 of 1,680 records",
                            1310,
                            "Suspects could be counted by nationality for the national return"),
                    new Correction(
                            "Saltby Health Trust",
                            "saltby-health",
                            "Correct 61 postcodes that do not exist",
                            61,
                            "These people could be found by where they live"));
        }

        private static Series series(String agency, String about, String field, String title, int percent) {
            List<Month> months = IntStream.range(0, 12)
                    .mapToObj(number -> {
                        long records = 140 + 7L * (number % 4);
                        long present = Math.min(records, records * (percent + number - 6) / 100);
                        return new Month(
                                YearMonth.of(2025, 10).plusMonths(number),
                                new Count(records, present, present - present / 30));
                    })
                    .toList();
            String slug = agency.equals("Harrowmere Police") ? "harrowmere-police" : "saltby-health";
            return new Series(agency, slug, about, field, title, months);
        }
    }
}
