package clew.core.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How one sender's extract is laid out: its file, system, encoding, columns, dates and codes. Read from {@code layouts/<name>.yaml} beside this class.
 *
 * @param columns the sender's column for each neutral name, in order
 * @param codes the sender's code for a value, by neutral name and then by value
 * @param subjects which records a row holds, for the truth
 */
record Layout(
        String name,
        String file,
        String system,
        Charset charset,
        boolean byteOrderMark,
        char delimiter,
        boolean upperCase,
        DateTimeFormatter dates,
        DateTimeFormatter moments,
        List<Column> columns,
        Map<String, Map<String, String>> codes,
        List<Subject> subjects) {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A column of the sender and the neutral name of what it holds. */
    record Column(String header, String value) {}

    /**
     * A record in the row.
     *
     * @param key the neutral names that make the sender's key
     * @param of the part of the row that it is, whose {@code .truth} says who or what it truly is
     */
    record Subject(String shape, String role, List<String> key, String of) {}

    static Layout load(String name) {
        try (InputStream in = Layout.class.getResourceAsStream("layouts/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("expected a resource, found none, in layouts/" + name + ".yaml");
            }
            return read(name, new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Layout read(String name, JsonNode tree) {
        String dates = tree.path("dates").asString("dd/MM/yyyy");
        String file = tree.path("file").asString();
        return new Layout(
                name,
                file,
                tree.path("system").asString(),
                Charset.forName(tree.path("encoding").asString(StandardCharsets.UTF_8.name())),
                tree.path("byte_order_mark").asBoolean(false),
                tree.path("delimiter").asString(",").charAt(0),
                tree.path("upper_case").asBoolean(false),
                DateTimeFormatter.ofPattern(dates, Locale.ENGLISH),
                DateTimeFormatter.ofPattern(tree.path("moments").asString(dates + " HH:mm"), Locale.ENGLISH),
                tree.path("columns").properties().stream()
                        .map(e -> new Column(e.getKey(), e.getValue().asString()))
                        .toList(),
                codes(tree.path("codes")),
                subjects(tree.path("subjects")));
    }

    private static Map<String, Map<String, String>> codes(JsonNode tree) {
        Map<String, Map<String, String>> codes = new TreeMap<>();
        tree.properties().forEach(list -> {
            Map<String, String> values = new TreeMap<>();
            list.getValue()
                    .properties()
                    .forEach(code -> values.put(code.getKey(), code.getValue().asString()));
            codes.put(list.getKey(), values);
        });
        return codes;
    }

    private static List<Subject> subjects(JsonNode tree) {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode subject : tree) {
            List<String> key =
                    subject.path("key").valueStream().map(JsonNode::asString).toList();
            subjects.add(new Subject(
                    subject.path("shape").asString(),
                    subject.path("role").asString(),
                    key,
                    subject.path("of").asString()));
        }
        return List.copyOf(subjects);
    }

    boolean jsonLines() {
        return file.endsWith(".jsonl");
    }

    String mapFile() {
        return file.substring(0, file.lastIndexOf('.')) + ".map.yaml";
    }

    /** A value as the sender writes it; the empty text where there is none. */
    String text(String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDate day) {
            return dates.format(day);
        }
        if (value instanceof LocalDateTime moment) {
            return moments.format(moment);
        }
        if (value instanceof LocalTime clock) {
            return CLOCK.format(clock);
        }
        String coded = codes.getOrDefault(name.substring(name.lastIndexOf('.') + 1), Map.of())
                .getOrDefault(String.valueOf(value), String.valueOf(value));
        String cased = upperCase ? coded.toUpperCase(Locale.ROOT) : coded;
        return charset.equals(StandardCharsets.UTF_8) ? cased : Fold.encodable(cased, charset);
    }
}
