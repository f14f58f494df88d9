package clew.app.intake.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a JSON object as a row. Objects inside it become columns such as {@code address.postcode}; a list of plain values becomes one value with
 * semicolons between; a list of objects becomes columns such as {@code contacts.0.phone}. Null is blank. Not thread-safe.
 */
public final class JsonRow {

    private static final int DEEPEST = 20;

    private final Limits limits;
    private final JsonFactory factory;
    private final List<String> names = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private Columns last = new Columns(List.of());

    public JsonRow(Limits limits) {
        this.limits = limits;
        this.factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(limits.characters())
                        .build())
                .build();
    }

    /** Reads one object; what is none becomes a broken row. */
    public Line read(long line, String body) {
        names.clear();
        values.clear();
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT)
                return BrokenRow.of(line, body, "a JSON object", "something else");
            object(parser, "");
            if (parser.nextToken() != null) return BrokenRow.of(line, body, "one JSON object", "more behind it");
            return row(line, body);
        } catch (StreamReadException e) {
            return BrokenRow.of(line, body, "a JSON object", e.getOriginalMessage());
        } catch (UnfitText e) {
            return BrokenRow.of(line, body, "text", String.valueOf(e.getMessage()));
        }
    }

    private Line row(long line, String body) {
        if (!names.equals(last.names())) {
            if (names.stream().distinct().count() < names.size())
                return BrokenRow.of(line, body, "each column once", "one of them twice: " + names);
            last = new Columns(names);
        }
        return new Row(line, body, last, values.toArray(String[]::new));
    }

    private void object(JsonParser parser, String prefix) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = prefix + parser.currentName();
            value(parser, parser.nextToken(), name);
        }
    }

    private void value(JsonParser parser, JsonToken token, String name) {
        switch (token) {
            case START_OBJECT -> object(parser, name + '.');
            case START_ARRAY -> list(parser, name);
            case VALUE_NULL -> add(name, "");
            default -> add(name, parser.getString());
        }
    }

    private void list(JsonParser parser, String name) {
        StringBuilder plain = new StringBuilder();
        int position = 0;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken(), position++) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY)
                value(parser, token, name + '.' + position);
            else if (token != JsonToken.VALUE_NULL)
                plain.append(plain.isEmpty() ? "" : ";").append(parser.getString());
        }
        if (!plain.isEmpty() || position == 0) add(name, plain.toString());
    }

    private void add(String name, String value) {
        if (names.size() >= limits.columns()) throw new UnfitText("more than %,d columns".formatted(limits.columns()));
        names.add(fit(name));
        values.add(fit(value));
    }

    /** JSON can spell characters that no text holds; the database rightly refuses them. */
    private static String fit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) throw new UnfitText("a NUL character");
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)))
                i++;
            else if (Character.isSurrogate(c)) throw new UnfitText("half a character");
        }
        return text;
    }

    private static final class UnfitText extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnfitText(String message) {
            super(message);
        }
    }
}
