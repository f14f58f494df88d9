package clew.core.standard.publish;

import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import clew.core.standard.Confidence;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.List;

/** The first page: every shape and every code list. */
final class IndexPage {
    private IndexPage() {}

    static String html() {
        return Html.page("Clew data standard", "")
                .paragraph(
                        "One standard for what police, social care, health, schools, licensing and charities tell each other"
                                + " so that children who are exploited by groups are seen early. It holds administrative facts only.")
                .heading("Shapes of records")
                .table(
                        "Shapes of records, with template and schema",
                        List.of("Shape", "Purpose", "Template", "Schema"),
                        Standard.shapes().stream().map(IndexPage::shape).toList())
                .heading("How values are written")
                .list(List.of(
                        "Dates are given as far as they are known: "
                                + Html.code("2009-04-03") + ", " + Html.code("2009-04") + ", " + Html.code("2009")
                                + ", "
                                + Html.code("2009~") + " (about), " + Html.code("2009-04-03/2009-05-11")
                                + " (between).",
                        "In a template, several values of one field are separated by a semicolon. A field that points to another record holds"
                                + " the " + Html.code("record_key") + " of that one row.",
                        "In JSON, only fields with a value are written, and a field that points to another record holds its record id.",
                        "A value that is not known is left blank; where a field asks why, the reason goes beside it."))
                .heading("Code lists")
                .paragraph(
                        "Each list has a version, its dates and, where it matters, its nation. Each row says where it comes from and how"
                                + " far it was checked: unverified means from general knowledge, not checked against a source.")
                .table(
                        "Code lists",
                        List.of("List", "Version", "Holds", "Nation", "Rows", "Unverified rows"),
                        CodeLists.all().stream().map(IndexPage::list).toList())
                .paragraph("Sources and licences of the lists are in the file ATTRIBUTION.md beside this page.")
                .end();
    }

    private static List<String> shape(Shape shape) {
        String template = "templates/" + shape.name() + ".csv";
        return List.of(
                Html.link("shapes/" + shape.name() + ".html", shape.title()),
                Html.escape(shape.purpose()),
                Html.link(template, "CSV template of " + shape.name()) + ", "
                        + Html.link(template + "-metadata.json", "its metadata") + ", "
                        + Html.link("templates/" + shape.name() + ".map.yaml", "its mapping"),
                Html.link("schemas/" + shape.name() + ".schema.json", "JSON Schema of " + shape.name()));
    }

    private static List<String> list(CodeList list) {
        long unverified = list.codes().stream()
                .filter(code -> code.confidence() == Confidence.UNVERIFIED)
                .count();
        return List.of(
                Html.link(CodePage.path(list) + ".html", list.title()),
                String.valueOf(list.version()),
                Html.escape(CodePage.period(list)),
                Html.escape(list.nation().isEmpty() ? "any" : list.nation()),
                String.valueOf(list.codes().size()),
                unverified == 0 ? "none" : unverified + " unverified");
    }
}
