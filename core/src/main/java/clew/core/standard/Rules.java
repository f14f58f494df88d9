package clew.core.standard;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Kinds of rules that several shapes share. */
final class Rules {
    private Rules() {}

    static Optional<Violation> when(boolean broken, Violation violation) {
        return broken ? Optional.of(violation) : Optional.empty();
    }

    /** The end, as far as known, is not before the start. */
    static Rule inOrder(Field<UncertainDate> start, Field<UncertainDate> end) {
        return new Rule(sentence(end, start), record -> {
            UncertainDate from = record.get(start);
            UncertainDate to = record.get(end);
            boolean broken = from != null && to != null && to.latest().isBefore(from.earliest());
            return when(broken, Violation.refused("an end on or after " + from, String.valueOf(to), end.name()));
        });
    }

    /** The end is not before the start. */
    static <T extends Comparable<? super T>> Rule ordered(Field<T> start, Field<T> end) {
        return new Rule(sentence(end, start), record -> {
            @Nullable T from = record.get(start);
            @Nullable T to = record.get(end);
            boolean broken = from != null && to != null && to.compareTo(from) < 0;
            return when(broken, Violation.refused("an end on or after " + from, String.valueOf(to), end.name()));
        });
    }

    private static String sentence(Field<?> end, Field<?> start) {
        return quoted(end) + " is not before " + quoted(start) + ".";
    }

    /** Exactly one of the fields is given. */
    static Rule exactlyOne(Field<?>... fields) {
        String names = names(fields);
        return new Rule("Exactly one is given of " + titles(fields) + ".", record -> {
            List<String> given =
                    Arrays.stream(fields).filter(record::has).map(Field::name).toList();
            String found = given.isEmpty() ? "none" : String.join(", ", given);
            return when(given.size() != 1, Violation.refused("exactly one of " + names, found, fields[0].name()));
        });
    }

    /** At least one of the fields is given. */
    static Rule atLeastOne(Field<?>... fields) {
        return new Rule(
                "At least one is given of " + titles(fields) + ".",
                record -> when(
                        Arrays.stream(fields).noneMatch(record::has),
                        Violation.refused("at least one of " + names(fields), "none", fields[0].name())));
    }

    /** A field is given when another holds a code. */
    static Rule needs(Field<Code> field, String code, Field<?> needed) {
        return new Rule(
                quoted(needed) + " is given when " + quoted(field) + " is \"" + code + "\".",
                record -> when(
                        record.is(field, code) && !record.has(needed),
                        Violation.refused(
                                needed.type().expected() + ", because " + field + " is " + code,
                                "nothing",
                                needed.name())));
    }

    /** A reason for a gap is given only when there is a gap. */
    static Rule gapOrValue(Field<?> field) {
        Field<Code> companion = field.whyMissing().orElseThrow();
        return new Rule(
                quoted(companion) + " is blank when " + quoted(field) + " is given.",
                record -> when(
                        record.has(field) && record.has(companion),
                        Violation.doubtful(
                                "either " + field + " or why it is missing, not both",
                                Objects.toString(record.get(companion)),
                                companion.name())));
    }

    /** A moment is not in a doubtful order with another. */
    static Rule moments(Field<Instant> start, Field<Instant> end) {
        return ordered(start, end);
    }

    private static String quoted(Field<?> field) {
        return "\"" + field.title() + "\"";
    }

    private static String names(Field<?>... fields) {
        return Arrays.stream(fields).map(Field::name).collect(Collectors.joining(", "));
    }

    private static String titles(Field<?>... fields) {
        return Arrays.stream(fields).map(Rules::quoted).collect(Collectors.joining(", "));
    }
}
