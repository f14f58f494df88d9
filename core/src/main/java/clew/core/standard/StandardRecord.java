package clew.core.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of the standard: a shape and the values of its fields. Immutable; equal when shape and all values are equal.
 */
public final class StandardRecord {
    private final Shape shape;
    private final @Nullable Object[] values;

    private StandardRecord(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** Starts a record of a shape. */
    public static Builder of(Shape shape) {
        return new Builder(shape);
    }

    /** The shape. */
    public Shape shape() {
        return shape;
    }

    /** Whether the field has a value. */
    public boolean has(Field<?> field) {
        return raw(field) != null;
    }

    /** The value of a field that is not repeated, or null. */
    @SuppressWarnings("unchecked")
    public <T> @Nullable T get(Field<T> field) {
        if (field.repeated()) {
            throw new IllegalArgumentException(
                    "expected a field with one value, found " + field + ", which is repeated");
        }
        return (T) raw(field);
    }

    /** The value of a field that is not repeated. */
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable(get(field));
    }

    /** All values of a field, in order; one or none when it is not repeated. */
    @SuppressWarnings("unchecked")
    public <T> List<T> all(Field<T> field) {
        Object value = raw(field);
        if (value == null) {
            return List.of();
        }
        return field.repeated() ? (List<T>) value : List.of((T) value);
    }

    /** The values of a field as canonical texts. */
    public <T> List<String> texts(Field<T> field) {
        return all(field).stream().map(field.type()::write).toList();
    }

    /** Whether the field holds the code with this text. */
    public boolean is(Field<Code> field, String code) {
        return all(field).stream().anyMatch(value -> value.is(code));
    }

    private @Nullable Object raw(Field<?> field) {
        if (field.index() >= values.length || shape.fields().get(field.index()) != field) {
            throw new IllegalArgumentException("expected a field of shape " + shape + ", found " + field);
        }
        return values[field.index()];
    }

    /** Every violation of the shape's rules, its place not set. */
    public List<Violation> check() {
        return shape.check(this);
    }

    /** Starts a record with the values of this one. */
    public Builder change() {
        Builder builder = new Builder(shape);
        System.arraycopy(values, 0, builder.values, 0, values.length);
        return builder;
    }

    /** Compact JSON: {@code shape}, then the present values by field name. */
    public String toJson() {
        return RecordJson.write(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is not a record of the standard, saying what was expected and found
     */
    public static StandardRecord fromJson(String json) {
        return RecordJson.read(json);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StandardRecord that && shape == that.shape && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** A record being filled. Not safe for use by many threads. */
    public static final class Builder {
        private final Shape shape;
        private final @Nullable Object[] values;

        private Builder(Shape shape) {
            this.shape = Objects.requireNonNull(shape, "shape is null");
            this.values = new Object[shape.fields().size()];
        }

        /** The field of a name. */
        Field<?> field(String name) {
            return shape.field(name);
        }

        /** Sets the value of a field; on a repeated field, adds to its values. */
        public <T> Builder set(Field<T> field, T value) {
            int index = place(field);
            Object checked = field.type().javaType().cast(Objects.requireNonNull(value, "value is null"));
            if (field.repeated()) {
                List<Object> list = new ArrayList<>(asList(values[index]));
                list.add(checked);
                values[index] = List.copyOf(list);
            } else {
                values[index] = checked;
            }
            return this;
        }

        /** Takes all values of a field away. */
        public Builder clear(Field<?> field) {
            values[place(field)] = null;
            return this;
        }

        /** Sets a code by its text. */
        public Builder code(Field<Code> field, String code) {
            return set(field, field.type().read(code).orThrow());
        }

        /**
         * Reads a text into a field. A good value is set; a gap that says more than "blank" goes to the field's why-missing companion,
         * if it has one and nothing stands there yet; what cannot be read is only returned.
         */
        public <T> Reading<T> read(Field<T> field, String text) {
            Reading<T> reading = field.type().read(text);
            if (reading instanceof Reading.Known<T> known) {
                set(field, known.value());
            } else if (reading instanceof Reading.Absent<T> absent) {
                explain(field, absent.why());
            }
            return reading;
        }

        private void explain(Field<?> field, WhyMissing why) {
            if (why == WhyMissing.NOT_RECORDED) {
                return;
            }
            field.whyMissing()
                    .filter(companion -> values[place(companion)] == null)
                    .ifPresent(companion -> code(companion, why.code()));
        }

        private int place(Field<?> field) {
            if (field.index() >= values.length || shape.fields().get(field.index()) != field) {
                throw new IllegalArgumentException("expected a field of shape " + shape + ", found " + field);
            }
            return field.index();
        }

        private static List<?> asList(@Nullable Object value) {
            return value == null ? List.of() : (List<?>) value;
        }

        /** The record. Rules are not checked: see {@link StandardRecord#check}. */
        public StandardRecord build() {
            return new StandardRecord(shape, values.clone());
        }
    }
}
