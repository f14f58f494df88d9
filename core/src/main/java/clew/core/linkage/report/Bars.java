package clew.core.linkage.report;

/**
 * Draws the bar of one row of a table. The words and figures stand in the row's other cells, so the drawing itself is
 * hidden from those who listen. Bars are placed in per cent of their cell, so they fit any width; they hold no text.
 *
 * @param low the value at the left end
 * @param high the value at the right end, above {@code low}
 */
record Bars(double low, double high) {

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

    /** A full and a hollow dot. */
    void dots(Page page, double full, double hollow) {
        begin(page);
        circle(page, hollow, "hollow");
        circle(page, full, "for");
        page.close();
    }

    /** A value with the ends of its interval. */
    void interval(Page page, double value, double from, double to) {
        begin(page);
        String x1 = percent(Math.max(0, place(from)));
        page.open("line", "class", "reach", "x1", x1, "x2", percent(place(to)), "y1", "50%", "y2", "50%");
        circle(page, value, "for");
        page.close();
    }

    /** Two thin bars from zero, one above the other. */
    void pair(Page page, double upper, double lower) {
        begin(page);
        page.open("rect", "class", "for thin", "x", "0%", "y", "15%", "width", thin(upper), "height", "30%");
        page.open("rect", "class", "against thin", "x", "0%", "y", "55%", "width", thin(lower), "height", "30%");
        page.close();
    }

    private String thin(double value) {
        return percent(Math.max(0.5, place(value)));
    }

    private void circle(Page page, double value, String look) {
        double x = Math.max(1.5, Math.min(98.5, place(value)));
        page.open("circle", "class", look, "cx", percent(x), "cy", "50%", "r", "5");
    }

    private void begin(Page page) {
        page.open("svg", "aria-hidden", "true", "focusable", "false");
    }

    private void bar(Page page, double from, double to, String look) {
        if (from == to) {
            return;
        }
        // A bar too small to see would say that there is nothing.
        double width = Math.max(0.5, place(to) - place(from));
        double x = Math.min(place(from), 100 - width);
        page.open("rect", "class", look, "x", percent(x), "y", "20%", "width", percent(width), "height", "60%");
    }

    private void line(Page page, double at, String look) {
        if (at < low || at > high) {
            return;
        }
        String x = percent(place(at));
        page.open("line", "class", look, "x1", x, "x2", x, "y1", "0%", "y2", "100%");
    }

    private double place(double value) {
        return 100 * (value - low) / (high - low);
    }

    private static String percent(double value) {
        long hundredths = Math.round(value * 100);
        long rest = Math.abs(hundredths % 100);
        String sign = hundredths < 0 && hundredths > -100 ? "-" : "";
        return sign + hundredths / 100 + (rest < 10 ? ".0" : ".") + rest + "%";
    }
}
