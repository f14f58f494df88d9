package clew.core.standard.publish;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes maps, lists and values as JSON, one member a line, in the order given. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String write(Map<String, ?> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            value(json, object, 0);
        }
        return text.append('\n').toString();
    }

    private static void value(JsonGenerator json, Object value, int depth) {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, member) -> {
                line(json, depth + 1);
                json.writeName((String) name);
                value(json, member, depth + 1);
            });
            line(json, depth);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(member -> value(json, member, depth));
            json.writeEndArray();
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void line(JsonGenerator json, int depth) {
        // Raw text is allowed between tokens and is not counted as one.
        json.writeRaw("\n" + "  ".repeat(depth));
    }
}
