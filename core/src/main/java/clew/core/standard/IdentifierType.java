package clew.core.standard;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The value type of an identifier: a way to canonical text, and a rule that canonical text must obey.
 *
 * @param <T> the identifier
 */
public final class IdentifierType<T extends Identifier> implements ValueType<T> {
    private final String name;
    private final Class<T> javaType;
    private final String expected;
    private final String pattern;
    private final String example;
    private final UnaryOperator<String> canonical;
    private final Function<String, @Nullable String> fault;
    private final Function<String, T> make;

    private IdentifierType(
            String name,
            Class<T> javaType,
            String expected,
            String pattern,
            String example,
            UnaryOperator<String> canonical,
            Function<String, @Nullable String> fault,
            Function<String, T> make) {
        this.name = name;
        this.javaType = javaType;
        this.expected = expected;
        this.pattern = pattern;
        this.example = example;
        this.canonical = canonical;
        this.fault = fault;
        this.make = make;
    }

    /**
     * A type of identifier.
     *
     * @param expected what a good one looks like, completing "expected ..."
     * @param pattern a regular expression that every canonical text matches
     * @param canonical turns what people write into canonical text; never throws
     * @param fault says what a canonical text should have been, or null when it obeys the rule
     * @param make the constructor
     */
    static <T extends Identifier> IdentifierType<T> of(
            String name,
            Class<T> javaType,
            String expected,
            String pattern,
            String example,
            UnaryOperator<String> canonical,
            Function<String, @Nullable String> fault,
            Function<String, T> make) {
        return new IdentifierType<>(name, javaType, expected, pattern, example, canonical, fault, make);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public Optional<String> pattern() {
        return Optional.of("^(?:" + pattern + ")$");
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public Reading<T> read(String text) {
        Optional<WhyMissing> missing = Unknowns.whyMissing(text);
        if (missing.isPresent()) {
            return Reading.absent(missing.get());
        }
        String tidy = canonical.apply(text);
        String wrong = fault.apply(tidy);
        return wrong == null ? Reading.known(make.apply(tidy)) : Reading.unreadable(wrong, text);
    }

    @Override
    public Reading<T> readCanonical(String text) {
        String wrong = fault.apply(text);
        return wrong == null ? Reading.known(make.apply(text)) : Reading.unreadable(wrong, text);
    }

    @Override
    public String write(T value) {
        return value.text();
    }

    @Override
    public String toString() {
        return name;
    }
}
