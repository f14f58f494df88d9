package clew.app.identity;

import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the visible records of one person say together: names, dates of birth, places and age. */
final class PersonFacts {
    private static final String NO_NAME = "Name not recorded";
    private static final int ADULT_YEARS = 18;

    private final List<StandardRecord> records;

    PersonFacts(Collection<StandardRecord> records) {
        this.records = List.copyOf(records);
    }

    /** Every way the name is written, the most frequent first, then by letter; never empty. */
    List<String> names() {
        Map<String, Long> counted = records.stream()
                .map(PersonFacts::name)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        List<String> names = counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? List.of(NO_NAME) : names;
    }

    /** Dates of birth as recorded, earliest first. */
    List<UncertainDate> born() {
        return records.stream()
                .flatMap(record -> values(record, "date_of_birth"))
                .map(UncertainDate.class::cast)
                .distinct()
                .sorted(Comparator.comparing(UncertainDate::earliest).thenComparing(UncertainDate::latest))
                .toList();
    }

    /** Postcodes, or towns where there is none, as recorded. */
    List<String> places() {
        return records.stream()
                .flatMap(record ->
                        texts(record, "postcode").stream()
                                .findFirst()
                                .or(() -> texts(record, "town").stream().findFirst())
                                .stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Child or adult on a day: only what every record agrees on; where they differ, or none says, the age is unknown. */
    Age ageOn(LocalDate day) {
        LocalDate lastAdultBirth = day.minusYears(ADULT_YEARS);
        List<UncertainDate> born = born();
        if (born.isEmpty()) {
            return Age.UNKNOWN;
        }
        if (born.stream().allMatch(date -> date.earliest().isAfter(lastAdultBirth))) {
            return Age.CHILD;
        }
        return born.stream().noneMatch(date -> date.latest().isAfter(lastAdultBirth)) ? Age.ADULT : Age.UNKNOWN;
    }

    private static Optional<String> name(StandardRecord record) {
        Optional<String> full = texts(record, "full_name").stream().findFirst();
        String parts = Stream.of("given_name", "middle_names", "family_name")
                .flatMap(field -> texts(record, field).stream())
                .collect(Collectors.joining(" "));
        return full.or(() -> Optional.of(parts).filter(name -> !name.isEmpty()))
                .or(() -> texts(record, "also_known_as").stream().findFirst())
                .or(() -> texts(record, "known_as").stream().findFirst().map(name -> "Known as " + name));
    }

    static List<String> texts(StandardRecord record, String field) {
        return record.shape().find(field).map(record::texts).orElse(List.of());
    }

    private static Stream<?> values(StandardRecord record, String field) {
        return record.shape().find(field).stream().flatMap(found -> record.all(found).stream());
    }
}
