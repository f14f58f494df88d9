package clew.core.standard.publish;

import clew.core.standard.Code;
import clew.core.standard.CodeLists;
import clew.core.standard.Field;
import clew.core.standard.Reference;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import clew.core.standard.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The template of a shape, with its metadata by W3C "Metadata Vocabulary for Tabular Data" (CSV on the Web). */
final class CsvTemplate {
    static final String KEY = "record_key";
    static final String SEPARATOR = ";";
    private static final Map<String, String> DATATYPES = Map.of(
            "day",
            "date",
            "moment",
            "dateTime",
            "whole_number",
            "nonNegativeInteger",
            "decimal",
            "decimal",
            "yes_no",
            "boolean");

    private CsvTemplate() {}

    /** The columns: the sender's key, the shape's own fields, those of every record. */
    static List<Field<?>> columns(Shape shape) {
        List<Field<?>> columns = new ArrayList<>(shape.ownFields());
        columns.addAll(shape.fields()
                .subList(0, shape.fields().size() - shape.ownFields().size()));
        return columns;
    }

    static String header(Shape shape) {
        List<String> names = new ArrayList<>(List.of(KEY));
        columns(shape).forEach(field -> names.add(field.name()));
        return String.join(",", names) + "\n";
    }

    static String metadata(Shape shape) {
        List<Object> columns = new ArrayList<>();
        columns.add(key(shape));
        columns(shape).forEach(field -> columns.add(column(field)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("columns", columns);
        schema.put("primaryKey", KEY);
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
        table.put("url", shape.name() + ".csv");
        table.put("dc:title", shape.title());
        table.put("dc:description", shape.purpose());
        table.put("schema:version", String.valueOf(Standard.VERSION));
        table.put("dialect", ordered("encoding", "utf-8", "delimiter", ",", "header", true));
        table.put("tableSchema", schema);
        return Json.write(table);
    }

    private static Map<String, Object> key(Shape shape) {
        return ordered(
                "name",
                KEY,
                "titles",
                KEY,
                "dc:title",
                "Record key",
                "dc:description",
                "Your own lasting key of this " + shape.title().toLowerCase(Locale.ROOT)
                        + ". The same key again is a new version of the same record.",
                "datatype",
                "string",
                "required",
                true);
    }

    private static Map<String, Object> column(Field<?> field) {
        Map<String, Object> column = ordered(
                "name", field.name(),
                "titles", field.name(),
                "dc:title", field.title(),
                "dc:description", field.description(),
                "datatype", datatype(field));
        if (field.required()) {
            column.put("required", true);
        }
        if (field.repeated() && field.type().javaType() != Reference.class) {
            column.put("separator", SEPARATOR);
        }
        return column;
    }

    private static Object datatype(Field<?> field) {
        ValueType<?> type = field.type();
        if (type.javaType() == Code.class) {
            String list = type.name().substring("code:".length());
            return ordered("base", "string", "format", alternatives(list), "dc:description", "code of list " + list);
        }
        if (type.pattern().isPresent()) {
            return ordered("base", "string", "format", type.pattern().get());
        }
        return DATATYPES.getOrDefault(type.name(), "string");
    }

    private static String alternatives(String list) {
        return String.join("|", Codes.usable(CodeLists.named(list)));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
