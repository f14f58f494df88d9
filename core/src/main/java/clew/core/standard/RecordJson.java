package clew.core.standard;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Records as JSON, by streaming: only present values, in the order of the fields. */
public final class RecordJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SHAPE = "shape";

    private RecordJson() {}

    /** The record as one line of JSON. */
    public static String write(StandardRecord record) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(record, json);
        }
        return text.toString();
    }

    /** Writes the record as one JSON object. */
    public static void write(StandardRecord record, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty(SHAPE, record.shape().name());
        for (Field<?> field : record.shape().fields()) {
            if (record.has(field)) {
                json.writeName(field.name());
                writeField(record, field, json);
            }
        }
        json.writeEndObject();
    }

    private static <T> void writeField(StandardRecord record, Field<T> field, JsonGenerator json) {
        if (!field.repeated()) {
            writeValue(field, record.all(field).get(0), json);
            return;
        }
        json.writeStartArray();
        for (T value : record.all(field)) {
            writeValue(field, value, json);
        }
        json.writeEndArray();
    }

    private static <T> void writeValue(Field<T> field, T value, JsonGenerator json) {
        switch (field.type().jsonForm()) {
            case INTEGER -> json.writeNumber((Integer) value);
            case NUMBER -> json.writeNumber(field.type().write(value));
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            default -> json.writeString(field.type().write(value));
        }
    }

    /**
     * Reads one record.
     *
     * @throws IllegalArgumentException when the text is not one record of the standard
     */
    public static StandardRecord read(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            StandardRecord record = read(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("expected one record, found more after it");
            }
            return record;
        } catch (StreamReadException e) {
            throw new IllegalArgumentException("expected a record as JSON, found " + e.getOriginalMessage(), e);
        }
    }

    /** Reads one record from a parser that stands on its opening brace, and leaves it on the closing one. */
    public static StandardRecord read(JsonParser json) {
        expect(json, JsonToken.START_OBJECT, "a record in braces");
        if (!SHAPE.equals(json.nextName())) {
            throw new IllegalArgumentException(
                    "expected shape as the first name of a record, found " + json.getString());
        }
        json.nextToken();
        StandardRecord.Builder record = StandardRecord.of(Standard.shape(json.getString()));
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            readField(record, record.field(name), json);
        }
        expect(json, JsonToken.END_OBJECT, "the end of a record");
        return record.build();
    }

    private static <T> void readField(StandardRecord.Builder record, Field<T> field, JsonParser json) {
        if (!field.repeated()) {
            record.set(field, readValue(field, json));
            return;
        }
        expect(json, JsonToken.START_ARRAY, "a list of values in field " + field);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            record.set(field, readValue(field, json));
        }
    }

    private static <T> T readValue(Field<T> field, JsonParser json) {
        JsonToken token = json.currentToken();
        if (!token.isScalarValue() || token == JsonToken.VALUE_NULL) {
            throw new IllegalArgumentException(
                    "expected " + field.type().expected() + ", found " + token + ", field " + field);
        }
        Reading<T> reading = field.type().readCanonical(json.getString());
        if (reading instanceof Reading.Known<T> known) {
            return known.value();
        }
        String found = reading instanceof Reading.Unreadable<T> wrong ? wrong.found() : "nothing";
        throw new IllegalArgumentException(
                "expected " + field.type().expected() + ", found " + found + ", field " + field);
    }

    private static void expect(JsonParser json, JsonToken token, String words) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException("expected " + words + ", found " + json.currentToken());
        }
    }
}
