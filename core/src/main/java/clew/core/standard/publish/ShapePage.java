package clew.core.standard.publish;

import clew.core.standard.Code;
import clew.core.standard.CodeLists;
import clew.core.standard.Field;
import clew.core.standard.Rule;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.List;

/** The page of one shape: its own fields, those of every record, and its rules. */
final class ShapePage {
    private static final List<String> HEADINGS = List.of("Field", "Title", "What is meant", "Value", "Example");

    private ShapePage() {}

    static String html(Shape shape) {
        int common = shape.fields().size() - shape.ownFields().size();
        String template = "../templates/" + shape.name() + ".csv";
        return Html.page(shape.title(), "../")
                .paragraph(shape.purpose())
                .list(List.of(
                        Html.link(template, "CSV template"),
                        Html.link(template + "-metadata.json", "Metadata of the template (CSV on the Web)"),
                        Html.link("../templates/" + shape.name() + ".map.yaml", "Mapping to import a filled template"),
                        Html.link("../schemas/" + shape.name() + ".schema.json", "JSON Schema")))
                .heading("Fields")
                .table("Fields of " + shape.name(), HEADINGS, rows(shape.ownFields()))
                .heading("Fields of every record")
                .table("Fields of every record", HEADINGS, rows(shape.fields().subList(0, common)))
                .heading("Rules")
                .list(shape.rules().stream().map(Rule::says).map(Html::escape).toList())
                .end();
    }

    private static List<List<String>> rows(List<Field<?>> fields) {
        return fields.stream().map(ShapePage::row).toList();
    }

    private static List<String> row(Field<?> field) {
        return List.of(
                Html.code(field.name()),
                Html.escape(field.title()) + (field.required() ? " (required)" : ""),
                Html.escape(field.description()),
                (field.repeated() ? "several: " : "") + value(field),
                Html.code(field.type().example()));
    }

    private static String value(Field<?> field) {
        String type = field.type().name();
        if (field.type().javaType() == Code.class) {
            String list = type.substring("code:".length());
            return "code of list " + Html.link("../" + CodePage.path(CodeLists.named(list)) + ".html", list);
        }
        if (type.startsWith("reference:")) {
            String shape = type.substring("reference:".length());
            return "points to "
                    + Html.link(shape + ".html", Standard.shape(shape).title());
        }
        return Html.escape(field.type().expected());
    }
}
