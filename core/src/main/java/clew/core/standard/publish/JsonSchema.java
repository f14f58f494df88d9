package clew.core.standard.publish;

import clew.core.standard.Code;
import clew.core.standard.CodeLists;
import clew.core.standard.Field;
import clew.core.standard.Rule;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import clew.core.standard.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (2020-12) of a shape. Rules between fields are told in words, because the schema language cannot say most of them. */
public final class JsonSchema {
    private static final Map<String, String> FORMATS = Map.of("day", "date", "moment", "date-time", "email", "email");

    private JsonSchema() {}

    /** The schema as JSON text. */
    public static String of(Shape shape) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("shape", Map.of("const", shape.name()));
        shape.fields().forEach(field -> properties.put(field.name(), property(field)));
        List<String> required = new ArrayList<>(List.of("shape"));
        shape.fields().stream().filter(Field::required).map(Field::name).forEach(required::add);
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:clew:standard:" + Standard.VERSION + ":" + shape.name());
        schema.put(
                "$comment",
                String.join(" ", shape.rules().stream().map(Rule::says).toList()));
        schema.put("title", shape.title());
        schema.put("description", shape.purpose());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return Json.write(schema);
    }

    private static Map<String, Object> property(Field<?> field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("title", field.title());
        property.put("description", field.description());
        if (field.repeated()) {
            property.put("type", "array");
            property.put("minItems", 1);
            property.put("items", value(field.type()));
        } else {
            property.putAll(value(field.type()));
        }
        return property;
    }

    private static Map<String, Object> value(ValueType<?> type) {
        Map<String, Object> value = new LinkedHashMap<>();
        switch (type.jsonForm()) {
            case INTEGER -> {
                value.put("type", "integer");
                value.put("minimum", 0);
            }
            case NUMBER -> value.put("type", "number");
            case BOOLEAN -> value.put("type", "boolean");
            default -> text(type, value);
        }
        return value;
    }

    private static void text(ValueType<?> type, Map<String, Object> value) {
        value.put("type", "string");
        if (type.javaType() == Code.class) {
            value.put("enum", Codes.usable(CodeLists.named(type.name().substring("code:".length()))));
        } else if (type.name().startsWith("reference:")) {
            value.put("format", "uuid");
        } else if (FORMATS.containsKey(type.name())) {
            value.put("format", FORMATS.get(type.name()));
        } else {
            value.put("minLength", 1);
        }
        type.pattern().ifPresent(pattern -> value.put("pattern", pattern));
    }
}
