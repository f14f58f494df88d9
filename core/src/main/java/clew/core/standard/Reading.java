package clew.core.standard;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of reading one text: a value, a stated gap, or something that could not be read.
 *
 * @param <T> the type of the value
 */
public sealed interface Reading<T> {

    /** The text held a good value. */
    record Known<T>(T value) implements Reading<T> {
        public Known {
            Objects.requireNonNull(value, "value is null");
        }
    }

    /** The text held no value: it was blank, or said so ("not known", "refused", "99/99/9999"). */
    record Absent<T>(WhyMissing why) implements Reading<T> {
        public Absent {
            Objects.requireNonNull(why, "why is null");
        }
    }

    /** The text held something else than was expected; the text itself is kept in {@code found}. */
    record Unreadable<T>(String expected, String found) implements Reading<T> {
        public Unreadable {
            Objects.requireNonNull(expected, "expected is null");
            Objects.requireNonNull(found, "found is null");
        }
    }

    /** A good value. */
    static <T> Reading<T> known(T value) {
        return new Known<>(value);
    }

    /** A stated gap. */
    static <T> Reading<T> absent(WhyMissing why) {
        return new Absent<>(why);
    }

    /** Something else than was expected. */
    static <T> Reading<T> unreadable(String expected, String found) {
        return new Unreadable<>(expected, found);
    }

    /** The value, when there is one. */
    default Optional<T> toOptional() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException when there is none, saying what was expected and found
     */
    default T orThrow() {
        if (this instanceof Known<T> known) {
            return known.value();
        }
        if (this instanceof Unreadable<T> unreadable) {
            throw new IllegalArgumentException("expected " + unreadable.expected() + ", found " + unreadable.found());
        }
        throw new IllegalArgumentException(
                "expected a value, found none: " + ((Absent<T>) this).why().label());
    }

    /** The same outcome with the value, if any, changed. */
    default <U> Reading<U> map(Function<? super T, ? extends U> change) {
        if (this instanceof Known<T> known) {
            return new Known<>(change.apply(known.value()));
        }
        if (this instanceof Absent<T> absent) {
            return new Absent<>(absent.why());
        }
        Unreadable<T> unreadable = (Unreadable<T>) this;
        return new Unreadable<>(unreadable.expected(), unreadable.found());
    }
}
