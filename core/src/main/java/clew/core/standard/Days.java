package clew.core.standard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads full civil dates and moments. */
final class Days {
    private static final String EXPECTED_DAY = "a full date, such as 2009-04-03";
    private static final String EXPECTED_MOMENT = "a date and time, such as 2026-03-31T18:05:00Z or 31/03/2026 18:05";
    private static final Pattern MOMENT =
            Pattern.compile("(\\S+(?:\\s\\p{L}+\\s\\d{4})?)[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?");

    private Days() {}

    static Reading<LocalDate> read(String text) {
        Reading<UncertainDate> reading = DateReader.read(text);
        if (reading instanceof Reading.Known<UncertainDate> known) {
            return known.value().isExact()
                    ? Reading.known(known.value().from())
                    : Reading.unreadable(EXPECTED_DAY, text);
        }
        if (reading instanceof Reading.Unreadable<UncertainDate>) {
            return Reading.unreadable(EXPECTED_DAY, text);
        }
        return Reading.absent(((Reading.Absent<UncertainDate>) reading).why());
    }

    /** A clock time that happens twice, when summer time ends, is read as the first. */
    static Reading<Instant> readMoment(String text) {
        String bare = text.strip();
        try {
            if (bare.endsWith("Z")) {
                return Reading.known(Instant.parse(bare));
            }
            if (bare.length() > 19 && bare.charAt(10) == 'T') {
                return Reading.known(OffsetDateTime.parse(bare).toInstant());
            }
            return readCivil(bare, text);
        } catch (DateTimeException e) {
            return Types.absentOr(EXPECTED_MOMENT, text);
        }
    }

    private static Reading<Instant> readCivil(String bare, String text) {
        Matcher parts = MOMENT.matcher(bare);
        if (!parts.matches()) {
            return Types.absentOr(EXPECTED_MOMENT, text);
        }
        Reading<LocalDate> day = read(parts.group(1));
        if (!(day instanceof Reading.Known<LocalDate> known)) {
            return Reading.unreadable(EXPECTED_MOMENT, text);
        }
        LocalDateTime civil = known.value()
                .atTime(
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
        return Reading.known(civil.atZone(Types.CIVIL_TIME).toInstant());
    }
}
