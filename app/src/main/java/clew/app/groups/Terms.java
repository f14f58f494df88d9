package clew.app.groups;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * How long things may last, as dated data ({@code groups/terms.csv}, each with its source and confidence): an undecided line, a parked one, a case's
 * meeting and review, a watch.
 */
public final class Terms {

    /** The table that ships. */
    public static final Terms SHIPPED = new Terms(read());

    private final List<Term> terms;

    private Terms(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * One line of the table.
     *
     * @param unit days, working_days or months
     * @param from the first day on which it holds
     */
    public record Term(
            String name, int length, String unit, LocalDate from, String words, String source, String confidence) {

        LocalDate after(LocalDate day) {
            return switch (unit) {
                case "days" -> day.plusDays(length);
                case "months" -> day.plusMonths(length);
                case "working_days" -> workingDays(day);
                default -> throw new IllegalStateException("expected days, working_days or months, found " + unit);
            };
        }

        private LocalDate workingDays(LocalDate day) {
            LocalDate at = day;
            for (int left = length; left > 0; ) {
                at = at.plusDays(1);
                boolean weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
                left -= weekend ? 0 : 1;
            }
            return at;
        }
    }

    /** All lines of the table. */
    public List<Term> all() {
        return terms;
    }

    /** The term that holds on a day: of those that have begun, the latest. */
    public Term on(String name, LocalDate day) {
        return terms.stream()
                .filter(term -> term.name.equals(name) && !term.from.isAfter(day))
                .reduce((one, other) -> other.from.isBefore(one.from) ? one : other)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected a term that holds on " + day + ", found none: " + name));
    }

    /** The last day of a term that begins on a day. */
    public LocalDate end(String name, LocalDate begins) {
        return on(name, begins).after(begins);
    }

    private static List<Term> read() {
        var stream = Objects.requireNonNull(
                Terms.class.getResourceAsStream("/groups/terms.csv"), "expected resource groups/terms.csv");
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.stream().map(Terms::term).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Term term(NamedCsvRecord row) {
        return new Term(
                row.getField("name"),
                Integer.parseInt(row.getField("length")),
                row.getField("unit"),
                LocalDate.parse(row.getField("from")),
                row.getField("words"),
                row.getField("source"),
                row.getField("confidence"));
    }
}
