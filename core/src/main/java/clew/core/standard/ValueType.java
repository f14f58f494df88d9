package clew.core.standard;

import java.util.Optional;

/**
 * How one kind of value is read, checked and written. For every good value {@code v}: {@code read(write(v))} gives {@code v}.
 * Stateless and safe for use by many threads.
 *
 * @param <T> the Java type of the value
 */
public interface ValueType<T> {

    /** Name in snake_case, such as {@code nhs_number}; {@code code:sex} and {@code reference:person} carry their list and shape. */
    String name();

    /** The Java class of the value. */
    Class<T> javaType();

    /** What a good value looks like, in words: completes "expected ...". */
    String expected();

    /** Reads what a person or a system wrote: many spellings are allowed, none is guessed. */
    Reading<T> read(String text);

    /** Writes the canonical text. */
    String write(T value);

    /** Reads canonical text as {@link #write} gives it; may be faster than {@link #read}, never laxer. */
    default Reading<T> readCanonical(String text) {
        return read(text);
    }

    /** How the value stands in JSON. */
    default JsonForm jsonForm() {
        return JsonForm.STRING;
    }

    /** A regular expression that every canonical text matches, if one helps the sender. */
    default Optional<String> pattern() {
        return Optional.empty();
    }

    /** A canonical example, never of a real person. */
    String example();

    /** How a value stands in JSON and which XML Schema type names it in CSVW. */
    enum JsonForm {
        STRING,
        INTEGER,
        NUMBER,
        BOOLEAN
    }
}
