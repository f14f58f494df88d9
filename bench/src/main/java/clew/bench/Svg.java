package clew.bench;

import java.util.Locale;

/** Draws a picture as SVG: dark ink on white, in the reader's own font, with a title and a description for who cannot see it. */
final class Svg {
    static final String INK = "#16191d";
    static final String QUIET = "#4b535c";
    static final String FAINT = "#c8cdd3";
    static final String ACCENT = "#0b5a83";
    static final String AGAINST = "#6f7680";
    static final String WASH = "#f4f6f8";

    private final StringBuilder out = new StringBuilder();

    Svg(int width, int height, String title, String description) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"14\">%n",
                width,
                height,
                width));
        out.append("<title>").append(escaped(title)).append("</title>\n");
        out.append("<desc>").append(escaped(description)).append("</desc>\n");
        rect(0, 0, width, height, "#ffffff");
    }

    Svg rect(double x, double y, double width, double height, String colour) {
        return shape(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, width, height, colour);
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, double width) {
        return shape(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1, y1, x2, y2, colour, width);
    }

    Svg dashed(double x1, double y1, double x2, double y2) {
        return shape(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"5 4\"/>",
                x1, y1, x2, y2, INK);
    }

    Svg circle(double x, double y, double radius, String fill, String stroke) {
        return shape(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
                x, y, radius, fill, stroke);
    }

    /** A line of text; {@code anchor} is start, middle or end. */
    Svg text(double x, double y, String text, String anchor) {
        return shape(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, anchor, INK, escaped(text));
    }

    Svg bold(double x, double y, String text, String anchor) {
        return shape(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-weight=\"700\">%s</text>",
                x, y, anchor, INK, escaped(text));
    }

    private Svg shape(String form, Object... values) {
        out.append(String.format(Locale.ROOT, form, values)).append('\n');
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return out + "</svg>\n";
    }
}
