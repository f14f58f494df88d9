package clew.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The part of an agency's mapping that says where its persons are: enough to link simulated extracts as import would
 * read them.
 *
 * @param system the sender's system
 * @param charset of the file
 * @param delimiter of the file
 * @param persons the records of persons in a row
 */
record ExtractMap(String system, Charset charset, char delimiter, List<PersonMap> persons) {

    /**
     * One person in a row.
     *
     * @param role role in the row, empty where there is none
     * @param key columns of the sender's key
     * @param when the column that must not be blank, empty where there is none
     * @param values for each of {@link PersonFields}, how it is read from the row, or null
     */
    record PersonMap(String role, List<String> key, String when, List<@Nullable Function<Row, String>> values) {}

    /** A row: the value of a column, empty when there is none. */
    interface Row {
        String value(String column);
    }

    static ExtractMap read(Path file) throws IOException {
        JsonNode map = new YAMLMapper().readTree(file.toFile());
        List<PersonMap> persons = new ArrayList<>();
        for (JsonNode rule : map.path("records")) {
            if (rule.path("shape").asString().equals("person")
                    && !rule.path("key").isEmpty()) {
                persons.add(person(rule));
            }
        }
        return new ExtractMap(
                map.path("system").asString(),
                Charset.forName(map.path("format").path("encoding").asString("UTF-8")),
                map.path("format").path("delimiter").asString(",").charAt(0),
                persons);
    }

    private static PersonMap person(JsonNode rule) {
        List<@Nullable Function<Row, String>> values = new ArrayList<>();
        for (PersonFields field : PersonFields.values()) {
            values.add(reader(rule.path("fields").path(field.field())));
        }
        return new PersonMap(
                rule.path("role").asString(""),
                texts(rule.path("key")),
                rule.path("when").asString(""),
                values);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static @Nullable Function<Row, String> reader(JsonNode rule) {
        if (rule.isMissingNode()) {
            return null;
        }
        if (rule.isString()) {
            String column = rule.asString();
            return row -> row.value(column);
        }
        if (rule.has("value")) {
            String value = rule.path("value").asString();
            return row -> value;
        }
        String column = rule.path("column").asString();
        if (rule.has("codes")) {
            Map<String, String> codes = rule.path("codes").properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, code -> code.getValue().asString()));
            return row -> codes.getOrDefault(row.value(column), row.value(column));
        }
        return rule.has("format") ? date(column, rule.path("format").asString()) : row -> row.value(column);
    }

    /** Dates in the form that all extracts share; what is no date in the sender's form stays as it is. */
    private static Function<Row, String> date(String column, String format) {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        return row -> {
            String text = row.value(column);
            try {
                return text.isBlank()
                        ? text
                        : LocalDate.parse(text.strip(), formatter).toString();
            } catch (DateTimeParseException noDate) {
                return text;
            }
        };
    }
}
