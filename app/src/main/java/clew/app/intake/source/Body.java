package clew.app.intake.source;

import java.util.List;

/** Writes a row as a JSON object of the sender's columns and values, in the sender's order. */
final class Body {

    private final List<String> keys;

    /** @param columns whose names are escaped once for all rows */
    Body(Columns columns) {
        keys = columns.names().stream().map(name -> quoted(name) + ':').toList();
    }

    String of(String[] values) {
        StringBuilder json = new StringBuilder(keys.size() * 24).append('{');
        for (int i = 0; i < values.length && i < keys.size(); i++) {
            if (i > 0) json.append(',');
            json.append(keys.get(i));
            quote(json, values[i]);
        }
        return json.append('}').toString();
    }

    static String of(String column, String value) {
        return "{" + quoted(column) + ":" + quoted(value) + "}";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2);
        quote(json, text);
        return json.toString();
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') continue;
            json.append(text, plainFrom, i);
            escape(json, c);
            plainFrom = i + 1;
        }
        json.append(text, plainFrom, text.length()).append('"');
    }

    private static void escape(StringBuilder json, char c) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default ->
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
        }
    }
}
