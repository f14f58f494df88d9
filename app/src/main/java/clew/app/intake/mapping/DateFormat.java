package clew.app.intake.mapping;

import clew.core.standard.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;

/** How a sender writes dates, as a pattern such as {@code dd/MM/yyyy HH:mm}; only what the pattern means is read, to the letter. */
public final class DateFormat {

    private final String pattern;
    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException when it is no pattern, or writes years with two digits, whose century nobody could know */
    public DateFormat(String pattern) {
        this.pattern = pattern;
        String bare = pattern.replaceAll("'[^']*'", "");
        if (!bare.contains("yyyy") && !bare.contains("uuuu"))
            throw new IllegalArgumentException("a pattern with a year of four digits, such as dd/MM/yyyy");
        try {
            formatter = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a pattern such as dd/MM/yyyy", e);
        }
    }

    public String pattern() {
        return pattern;
    }

    /** The text as an ISO date, month or year; empty when it is not written so. */
    public Optional<String> isoDate(String text) {
        return parse(text).map(DateFormat::day);
    }

    /** The text as a moment in civil time (midnight where it has no time of day); empty when it is not written so, or gives no full date. */
    public Optional<Instant> moment(String text) {
        return parse(text).flatMap(DateFormat::instant);
    }

    private Optional<TemporalAccessor> parse(String text) {
        try {
            return Optional.of(formatter.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String day(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date != null) return date.toString();
        if (parsed.isSupported(ChronoField.MONTH_OF_YEAR))
            return YearMonth.from(parsed).toString();
        return "%04d".formatted(parsed.get(ChronoField.YEAR));
    }

    private static Optional<Instant> instant(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        if (date == null) return Optional.empty();
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneId zone = parsed.query(TemporalQueries.zone());
        return Optional.of(date.atTime(time == null ? LocalTime.MIDNIGHT : time)
                .atZone(zone == null ? Types.CIVIL_TIME : zone)
                .toInstant());
    }

    @Override
    public String toString() {
        return pattern;
    }
}
