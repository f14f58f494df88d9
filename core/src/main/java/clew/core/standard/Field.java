package clew.core.standard;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of a shape. Fields are compared by identity: there is one object for each field of the standard.
 *
 * @param <T> the type of one value
 */
public final class Field<T> {
    private final int index;
    private final String name;
    private final String title;
    private final String description;
    private final ValueType<T> type;
    private final boolean required;
    private final boolean repeated;
    private @Nullable Field<Code> whyMissing;

    Field(
            int index,
            String name,
            String title,
            String description,
            ValueType<T> type,
            boolean required,
            boolean repeated) {
        this.index = index;
        this.name = Objects.requireNonNull(name, "name is null");
        this.title = Objects.requireNonNull(title, "title is null");
        this.description = Objects.requireNonNull(description, "description is null");
        this.type = Objects.requireNonNull(type, "type is null");
        this.required = required;
        this.repeated = repeated;
    }

    void explainedBy(Field<Code> companion) {
        this.whyMissing = companion;
    }

    /** Place of the field in records of its shape, from 0. */
    public int index() {
        return index;
    }

    /** Name in snake_case: the key in JSON and the header in CSV. */
    public String name() {
        return name;
    }

    /** Title in words. */
    public String title() {
        return title;
    }

    /** What is meant, for those who fill it in. */
    public String description() {
        return description;
    }

    /** How its values are read and written. */
    public ValueType<T> type() {
        return type;
    }

    /** Whether every record of the shape must have it. */
    public boolean required() {
        return required;
    }

    /** Whether a record may hold several values. */
    public boolean repeated() {
        return repeated;
    }

    /** The field that says why this one is missing, where the standard asks for that. */
    public Optional<Field<Code>> whyMissing() {
        return Optional.ofNullable(whyMissing);
    }

    @Override
    public String toString() {
        return name;
    }
}
