package clew.core.linkage.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML that is well formed and safe by construction: every text and attribute is escaped, what is opened must be
 * closed, and there is no way to write markup from a value.
 */
final class Page {

    private static final Set<String> VOID = Set.of("meta", "rect", "line", "circle");

    /** Elements after which a line break would be a space to the reader. */
    private static final Set<String> INLINE = Set.of("a", "span", "strong", "svg", "mark");

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes are names and values by turns. */
    Page open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        if (VOID.contains(tag)) {
            out.append("/>");
        } else {
            out.append('>');
            open.push(tag);
        }
        return this;
    }

    Page text(String text) {
        escape(text);
        return this;
    }

    /** Closes the element opened last. */
    Page close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (!INLINE.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** An element that holds only text. */
    Page element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /**
     * Opens what the reader unfolds, without a script; on paper it is always unfolded. Closed as an element is.
     *
     * @param heading the tag of its heading, such as {@code "h4"}
     * @param title of what is folded
     * @param more what is said of it while it is folded; may be empty
     */
    Page fold(String heading, String title, String more) {
        open("details", "class", "fold").open("summary").element(heading, title);
        if (!more.isEmpty()) {
            element("span", more, "class", "more");
        }
        return close();
    }

    /** The style sheet of the report, which is ours and holds no value. */
    Page style(String css) {
        if (css.contains("<")) {
            throw new IllegalArgumentException("expected a style sheet, found markup in it");
        }
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    String html() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("expected every element closed, found open " + open);
        }
        return "<!DOCTYPE html>\n" + out;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            escape(character);
            i += Character.charCount(character);
        }
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) character);
            default -> {
                boolean isPlain = character >= ' ' && character < 0x7F;
                out.appendCodePoint(isPlain || shown(character) ? character : 0xFFFD);
            }
        }
    }

    /** Controls, lone surrogates and marks that turn the direction of writing could hide what a value says. */
    private static boolean shown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> character == 0x200C || character == 0x200D;
            default -> true;
        };
    }
}
