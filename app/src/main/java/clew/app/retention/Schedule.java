package clew.app.retention;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The retention schedule ({@code retention/schedule.csv}): how long each type of record is kept, by which basis. Where several
 * lines cover a record it is kept as long as the longest says; a record without a line, or without the date that its line counts
 * from, is kept.
 *
 * @param types in the order of the file
 */
public record Schedule(List<Type> types) {

    /** The schedule that ships. */
    public static final Schedule SHIPPED = read();

    public Schedule {
        types = List.copyOf(types);
    }

    public Optional<Type> named(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The lines that cover a record of that shape of such an agency on a day. */
    List<Type> covering(String agencyKind, String shape, LocalDate day) {
        return types.stream()
                .filter(type -> type.covers(agencyKind, shape) && !day.isBefore(type.startsOn()))
                .toList();
    }

    /**
     * The first day on which a record may be disposed of; empty where no line covers it or a date is missing.
     *
     * @param birth the latest day on which its subject can have been born; empty when unknown
     * @param last the last day known here of it
     */
    Optional<LocalDate> end(List<Type> covering, Optional<LocalDate> birth, LocalDate last) {
        LocalDate end = LocalDate.MIN;
        for (Type type : covering) {
            Optional<LocalDate> from = type.from().equals("birth") ? birth : Optional.of(last);
            if (from.isEmpty()) {
                return Optional.empty();
            }
            LocalDate one = from.get().plusYears(type.years());
            end = one.isAfter(end) ? one : end;
        }
        return covering.isEmpty() ? Optional.empty() : Optional.of(end);
    }

    private static Schedule read() {
        var stream = Objects.requireNonNull(
                Schedule.class.getResourceAsStream("/retention/schedule.csv"),
                "expected resource retention/schedule.csv");
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Schedule(reader.stream().map(Schedule::type).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Type type(NamedCsvRecord line) {
        return new Type(
                line.getField("type"),
                line.getField("record"),
                list(line.getField("agency_kinds")),
                list(line.getField("shapes")),
                Integer.parseInt(line.getField("years")),
                line.getField("from"),
                LocalDate.parse(line.getField("starts_on")),
                line.getField("nation"),
                line.getField("period"),
                line.getField("basis"),
                line.getField("source"),
                line.getField("confidence"));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
    }
}
