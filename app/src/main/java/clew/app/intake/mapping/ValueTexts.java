package clew.app.intake.mapping;

import clew.app.intake.source.Row;
import clew.core.standard.Field;
import clew.core.standard.Reading;
import clew.core.standard.Unknowns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts that a row holds for a field: joined, split, with codes and dates put into the standard's words. */
final class ValueTexts {

    private static final Pattern THREE_NUMBERS = Pattern.compile("[0-9]+[/.-][0-9]+[/.-][0-9]+.*");

    List<String> of(ValueSource.Column column, Row row) {
        String whole = whole(column, row);
        if (column.split().isEmpty()) return List.of(whole);
        List<String> parts = new ArrayList<>();
        for (String part : whole.split(Pattern.quote(column.split()), -1)) if (!part.isBlank()) parts.add(part.strip());
        return parts;
    }

    private static String whole(ValueSource.Column column, Row row) {
        if (column.columns().size() == 1) return row.value(column.columns().getFirst());
        return column.columns().stream()
                .map(row::value)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(column.join()));
    }

    /** The text as the standard's field can read it, or why it cannot be. */
    Reading<String> prepared(ValueSource.Column column, String text, Field<?> field) {
        if (!column.codes().isEmpty()) return code(column, text);
        if (!column.formats().isEmpty()) return date(column, text, field);
        return Reading.known(text);
    }

    private static Reading<String> code(ValueSource.Column column, String text) {
        String code = column.codes().get(text);
        if (code != null) return Reading.known(code);
        if (Unknowns.whyMissing(text).isPresent()) return Reading.known(text);
        return Reading.unreadable(
                "one of " + column.codes().keySet().stream().sorted().collect(Collectors.joining(", ")), text);
    }

    /** A date in full must be written as declared: 04/03 and 03/04 are both dates, and only one is right. Less than a full date may be itself. */
    private static Reading<String> date(ValueSource.Column column, String text, Field<?> field) {
        boolean moment = field.type().javaType() == Instant.class;
        for (DateFormat format : column.formats()) {
            Optional<String> iso = moment ? format.moment(text).map(Instant::toString) : format.isoDate(text);
            if (iso.isPresent()) return Reading.known(iso.get());
        }
        if (Unknowns.whyMissing(text).isPresent()
                || !THREE_NUMBERS.matcher(text).matches()) return Reading.known(text);
        return Reading.unreadable("a date like " + patterns(column), text);
    }

    static String patterns(ValueSource.Column column) {
        return column.formats().stream().map(DateFormat::pattern).collect(Collectors.joining(" or "));
    }
}
