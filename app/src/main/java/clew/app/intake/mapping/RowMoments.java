package clew.app.intake.mapping;

import clew.app.intake.source.Row;
import clew.core.standard.Reading;
import clew.core.standard.Types;
import clew.core.standard.Unknowns;
import clew.core.standard.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times that order a row among others: they must be right or absent, because a wrong one would put an old version above a newer
 * one, or a warning before it was given.
 */
record RowMoments(Row row, String file, List<Violation> refused) {

    @Nullable
    Instant read(ValueSource.@Nullable Column column) {
        if (column == null) return null;
        String text = row.value(column.columns().getFirst());
        if (Unknowns.whyMissing(text).isPresent()) return null;
        for (DateFormat format : column.formats()) {
            Instant moment = format.moment(text).orElse(null);
            if (moment != null) return moment;
        }
        Instant moment = column.formats().isEmpty() ? standard(text) : null;
        if (moment == null)
            refused.add(
                    Violation.refused(expected(column), text, column.columns().getFirst())
                            .at(file, row.line()));
        return moment;
    }

    private static @Nullable Instant standard(String text) {
        if (Types.DAY.read(text) instanceof Reading.Known<LocalDate> day)
            return day.value().atStartOfDay(Types.CIVIL_TIME).toInstant();
        return Types.MOMENT.read(text) instanceof Reading.Known<Instant> moment ? moment.value() : null;
    }

    private static String expected(ValueSource.Column column) {
        return column.formats().isEmpty() ? Types.MOMENT.expected() : "a date like " + ValueTexts.patterns(column);
    }
}
