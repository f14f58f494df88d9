package clew.core.linkage.report;

import clew.core.linkage.report.PersonLook.Reason;
import java.util.ArrayList;
import java.util.List;

/** The persons most in need of a look, each as a small table of its records with what differs marked. */
final class LookSection {

    private final Page page;
    private final List<PersonLook> looks;
    private int number;

    LookSection(Page page, LinkReport report) {
        this.page = page;
        looks = report.looks();
    }

    void write() {
        page.open("section").element("h2", "Persons to look at", "id", "looks");
        page.open("p").text("Examples of each kind of doubt. ");
        page.element("mark", "Marked").text(" is what differs from most of the records shown together.");
        page.close();
        for (Reason reason : Reason.values()) {
            List<PersonLook> some =
                    looks.stream().filter(look -> look.reason() == reason).toList();
            if (!some.isEmpty()) {
                page.element("h3", reason.title()).element("p", reason.meaning());
                some.forEach(this::look);
            }
        }
        page.close();
    }

    private void look(PersonLook look) {
        number++;
        page.fold("h4", "Look " + number, look.detail());
        records(page, "Records of look " + number, look.columns(), look.rows());
        if (look.more() > 0) {
            page.element(
                    "p",
                    Words.count(look.more(), "more record is", "more records are") + " not shown.",
                    "class",
                    "note");
        }
        page.close();
    }

    /** A table of records that can be scrolled sideways where it does not fit, with the keyboard too. */
    static void records(Page page, String caption, List<String> columns, List<PersonLook.Row> rows) {
        boolean hasParts = rows.stream().anyMatch(row -> !row.part().isEmpty());
        List<String> headings = new ArrayList<>(List.of("Record"));
        if (hasParts) {
            headings.add("Side");
        }
        headings.addAll(columns);
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        Grid grid = new Grid(page, caption, "records", headings);
        for (PersonLook.Row row : rows) {
            grid.row(row.address());
            if (hasParts) {
                grid.text(row.part());
            }
            row.cells().forEach(cell -> grid.value(cell.value(), cell.differs()));
            grid.endRow();
        }
        grid.end();
        page.close();
    }
}
