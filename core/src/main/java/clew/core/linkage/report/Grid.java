package clew.core.linkage.report;

import java.util.List;

/** Tables of the page: a caption, headings, and rows whose first cell is their heading. */
final class Grid {

    /** The heading of the column that holds the drawing of a row. */
    static final String PICTURE = "Picture";

    private static final int SHORT = 11;

    private final Page page;

    private String look = "";

    /** Opens a table; headings that begin with {@code #} stand over figures. */
    Grid(Page page, String caption, String look, List<String> headings) {
        this.page = page;
        page.open("table", "class", look)
                .element("caption", caption)
                .open("thead")
                .open("tr");
        headings.forEach(this::heading);
        page.close().close().open("tbody");
    }

    private void heading(String heading) {
        if (heading.startsWith("#")) {
            page.element("th", heading.substring(1), "scope", "col", "class", "figure");
        } else if (heading.equals("How often")) {
            page.element("th", heading, "scope", "col", "class", "often");
        } else if (heading.equals(PICTURE)) {
            page.element("th", heading, "scope", "col", "class", "picture");
        } else {
            page.element("th", heading, "scope", "col");
        }
    }

    Grid row(String heading) {
        return row(heading, "");
    }

    /** How the next row looks. */
    Grid look(String nextRow) {
        look = nextRow;
        return this;
    }

    /** A row whose heading carries a sentence in smaller letters. */
    Grid row(String heading, String smaller) {
        if (look.isEmpty()) {
            page.open("tr");
        } else {
            page.open("tr", "class", look);
        }
        look = "";
        page.open("th", "scope", "row").text(heading);
        if (!smaller.isEmpty()) {
            page.open("span", "class", "smaller").text(smaller).close();
        }
        page.close();
        return this;
    }

    Grid text(String text) {
        page.element("td", text);
        return this;
    }

    /** A value as received; marked where it is not what the other records say. */
    Grid value(String value, boolean differs) {
        page.open("td", "class", value.length() <= SHORT ? "short" : "long");
        if (differs) {
            page.element("mark", value);
        } else {
            page.text(value.isEmpty() ? "\u2013" : value);
        }
        page.close();
        return this;
    }

    Grid figure(String figure) {
        page.element("td", figure, "class", "figure");
        return this;
    }

    /** A cell that holds a drawing. */
    Grid picture(Runnable drawing) {
        page.open("td", "class", "picture");
        drawing.run();
        page.close();
        return this;
    }

    /** A narrow cell that holds a drawing. */
    Grid often(Runnable drawing) {
        page.open("td", "class", "often");
        drawing.run();
        page.close();
        return this;
    }

    Grid endRow() {
        page.close();
        return this;
    }

    /** A sentence across the whole table, between two rows. */
    Grid note(String sentence, int columns) {
        page.open("tr", "class", "cut")
                .element("td", sentence, "colspan", Integer.toString(columns))
                .close();
        return this;
    }

    void end() {
        page.close().close();
    }
}
