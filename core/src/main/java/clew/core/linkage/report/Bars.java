package clew.core.linkage.report;

import java.util.Locale;

/**
 * Draws the bar of one row of a table. The words and figures stand in the row's other cells, so the drawing itself is
 * hidden from those who listen. Bars stretch with their cell and hold no text that would stretch with them.
 *
 * @param low the value at the left end
 * @param high the value at the right end, above {@code low}
 */
record Bars(double low, double high) {

    /** Heights in a drawing of 24: two lanes would not fit a phone, so a bar takes the middle. */
    private static final String TOP = "4";

    private static final String THICK = "16";

    Bars {
        if (!(low < high)) {
            throw new IllegalArgumentException("expected low < high, found %s and %s".formatted(low, high));
        }
    }

    /** A bar between two values, with lines at zero and, where it lies within, at a threshold. */
    void span(Page page, double from, double to, String look, double threshold) {
        begin(page);
        bar(page, Math.min(from, to), Math.max(from, to), look);
        line(page, 0, "zero");
        line(page, threshold, "cut");
        page.close();
    }

    /** A bar from zero to a value, and a second one behind it. */
    void stack(Page page, double first, String look, double second, String secondLook) {
        begin(page);
        bar(page, 0, first, look);
        bar(page, first, first + second, secondLook);
        page.close();
    }

    private void begin(Page page) {
        page.open(
                "svg",
                "viewBox",
                "0 0 1000 24",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true",
                "focusable",
                "false");
    }

    private void bar(Page page, double from, double to, String look) {
        if (from == to) {
            return;
        }
        // A bar too small to see would say that there is nothing.
        double width = Math.max(4, place(to) - place(from));
        double x = Math.min(place(from), 1000 - width);
        page.open("rect", "class", look, "x", number(x), "y", TOP, "width", number(width), "height", THICK);
    }

    private void line(Page page, double at, String look) {
        if (at < low || at > high) {
            return;
        }
        String x = number(place(at));
        page.open(
                "line", "class", look, "x1", x, "x2", x, "y1", "0", "y2", "24", "vector-effect", "non-scaling-stroke");
    }

    private double place(double value) {
        return 1000 * (value - low) / (high - low);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
