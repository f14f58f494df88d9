package clew.app.child;

import clew.app.child.Chronology.Occurred;
import clew.core.standard.Code;
import clew.core.standard.Common;
import clew.core.standard.EventShape;
import clew.core.standard.Field;
import clew.core.standard.PlaceShape;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record of the standard as one line of a chronology: what, when, where and how reliable, in plain words. */
final class Telling {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    /** Fields that say what happened, the most telling first. */
    private static final List<String> WHAT = List.of(
            "summary",
            "offence_text",
            "text",
            "concern",
            "primary_need",
            "licence_kind",
            "missing_kind",
            "state",
            "outcome",
            "note");
    /** Fields that say when, where the record has no {@code occurred}. */
    private static final List<String> WHEN = List.of(
            "missing_from",
            "held_at",
            "offered_at",
            "received_on",
            "decided_on",
            "starts_on",
            "applied_on",
            "submitted_on",
            "recorded_on",
            "reported_at");

    private Telling() {}

    static String kind(StandardRecord record) {
        return record.shape() == EventShape.SHAPE
                ? words(record.get(EventShape.EVENT_TYPE))
                : record.shape().title();
    }

    static String title(StandardRecord record) {
        return WHAT.stream()
                .map(name -> words(record, name))
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElseGet(() -> kind(record));
    }

    static Optional<UncertainDate> when(StandardRecord record) {
        UncertainDate occurred = record.get(Common.OCCURRED);
        return occurred != null
                ? Optional.of(occurred)
                : WHEN.stream()
                        .flatMap(name -> record.shape().find(name).stream())
                        .flatMap(field -> record.all(field).stream())
                        .flatMap(Telling::day)
                        .findFirst();
    }

    static Occurred occurred(Optional<UncertainDate> when) {
        return when.map(date -> new Occurred(date.earliest(), date.latest(), words(date)))
                .orElseGet(() -> new Occurred(null, null, "date not known"));
    }

    static String place(StandardRecord record, @Nullable Told place) {
        if (place != null) {
            String words = Stream.of(PlaceShape.NAME, PlaceShape.HOUSE_NUMBER, PlaceShape.STREET, PlaceShape.TOWN)
                    .map(place.record()::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
            return words.isEmpty() ? words(place.record(), "address") : words;
        }
        return words(record, "place_text");
    }

    static String grade(StandardRecord record) {
        String source = words(record, "source_evaluation");
        String information = words(record, "information_assessment");
        return Stream.of(source, information).filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }

    static String handling(StandardRecord record) {
        String handling = words(record, "handling");
        String conditions = words(record, "handling_conditions");
        if (handling.isEmpty()) {
            return "no handling condition recorded";
        }
        return conditions.isEmpty() ? handling : handling + ": " + conditions;
    }

    static String words(@Nullable Code code) {
        return code == null ? "" : code.label();
    }

    private static String words(StandardRecord record, String field) {
        return record.shape().find(field).stream()
                .flatMap(found -> words(record, found))
                .collect(Collectors.joining(", "));
    }

    private static <T> Stream<String> words(StandardRecord record, Field<T> field) {
        return record.all(field).stream()
                .map(value ->
                        value instanceof Code code ? code.label() : field.type().write(value));
    }

    private static Stream<UncertainDate> day(Object value) {
        if (value instanceof LocalDate day) {
            return Stream.of(UncertainDate.of(day));
        }
        return value instanceof Instant at
                ? Stream.of(UncertainDate.of(LocalDate.ofInstant(at, LONDON)))
                : Stream.empty();
    }

    /** 3 March 2024; March 2024; 2024; between 3 March 2024 and 9 March 2024; about 2024. */
    private static String words(UncertainDate date) {
        String words = switch (date.precision()) {
            case DAY -> DAY.format(date.from());
            case MONTH -> MONTH.format(date.from());
            case YEAR -> Integer.toString(date.year());
            case RANGE -> "between " + DAY.format(date.from()) + " and " + DAY.format(date.to());
        };
        return date.about() ? "about " + words : words;
    }
}
