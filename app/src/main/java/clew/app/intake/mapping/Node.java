package clew.app.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A piece of YAML that knows its line. Every plain value is text: {@code no} stays {@code no}, {@code 01} stays {@code 01}. */
sealed interface Node {

    /** From 1. */
    long line();

    /** What it is, for messages. */
    String words();

    record Text(String value, long line) implements Node {
        @Override
        public String words() {
            return value.isEmpty() ? "nothing" : value;
        }
    }

    record Sequence(List<Node> nodes, long line) implements Node {
        @Override
        public String words() {
            return "a list";
        }
    }

    record Keyed(Map<String, Node> nodes, Map<String, Long> lines, long line) implements Node {
        @Override
        public String words() {
            return "a block of keys";
        }
    }

    /** Reads one document; what is wrong with it goes to the faults, and then an empty block comes back. */
    static Keyed read(String text, Faults faults) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                faults.add(1, "", "keys such as map, version and records", "none");
                return empty();
            }
            Keyed root = keyed(parser, faults, 0);
            if (parser.nextToken() != null) faults.add(line(parser), "", "one document", "a second");
            return root;
        } catch (JacksonException e) {
            long line =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            faults.add(
                    line, "", "YAML", e.getOriginalMessage().lines().findFirst().orElse("something else"));
            return empty();
        }
    }

    private static Keyed empty() {
        return new Keyed(Map.of(), Map.of(), 1);
    }

    private static Node node(JsonParser parser, Faults faults, int depth) {
        if (depth > 10) {
            faults.add(line(parser), "", "at most 10 levels", "more");
            parser.skipChildren();
            return new Text("", line(parser));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> keyed(parser, faults, depth);
            case START_ARRAY -> sequence(parser, faults, depth);
            case VALUE_NULL -> new Text("", line(parser));
            default -> new Text(parser.getString(), line(parser));
        };
    }

    private static Keyed keyed(JsonParser parser, Faults faults, int depth) {
        long line = line(parser);
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Long> lines = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            long at = line(parser);
            parser.nextToken();
            if (nodes.put(key, node(parser, faults, depth + 1)) != null)
                faults.add(at, key, "each key once", "it twice");
            lines.put(key, at);
        }
        return new Keyed(nodes, lines, line);
    }

    private static Sequence sequence(JsonParser parser, Faults faults, int depth) {
        long line = line(parser);
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) nodes.add(node(parser, faults, depth + 1));
        return new Sequence(nodes, line);
    }

    private static long line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
