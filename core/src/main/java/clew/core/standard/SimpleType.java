package clew.core.standard;

import java.util.function.Function;

/** A value type made of a reading and a writing function. */
record SimpleType<T>(
        String name,
        Class<T> javaType,
        String expected,
        String example,
        JsonForm jsonForm,
        Function<String, Reading<T>> reader,
        Function<T, String> writer)
        implements ValueType<T> {

    static <T> SimpleType<T> of(
            String name,
            Class<T> javaType,
            String expected,
            String example,
            Function<String, Reading<T>> reader,
            Function<T, String> writer) {
        return new SimpleType<>(name, javaType, expected, example, JsonForm.STRING, reader, writer);
    }

    SimpleType<T> as(JsonForm form) {
        return new SimpleType<>(name, javaType, expected, example, form, reader, writer);
    }

    @Override
    public Reading<T> read(String text) {
        return reader.apply(text);
    }

    @Override
    public String write(T value) {
        return writer.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
