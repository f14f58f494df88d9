package clew.core.simulate;

/** Values of delimited text, in quotes where they must be (RFC 4180). */
final class Delimited {

    private Delimited() {}

    static void append(StringBuilder line, String value, char delimiter) {
        if (value.indexOf(delimiter) < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
            line.append(value);
        } else {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    static String line(String... values) {
        StringBuilder line = new StringBuilder(120);
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, values[i], ',');
        }
        return line.append('\n').toString();
    }
}
