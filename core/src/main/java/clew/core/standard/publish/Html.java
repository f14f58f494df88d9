package clew.core.standard.publish;

import clew.core.standard.Standard;
import java.util.List;

/** A page being written: plain semantic HTML with one small stylesheet inside. All text is escaped. */
final class Html {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;margin:0}
            header,main,footer{max-width:72rem;margin:0 auto;padding:1rem}
            header{border-bottom:4px solid #1f4e5f}
            a{color:#0b4f8a;text-decoration:underline}a:focus{outline:3px solid #1b1b1b;background:#ffd54a;color:#1b1b1b}
            .skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem}
            table{border-collapse:collapse;width:100%;margin:1rem 0}caption{text-align:left;font-weight:700;padding:.5rem 0}
            th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid #767676}
            code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}th code{overflow-wrap:normal}
            .scroll{overflow-x:auto}.warn{border-left:6px solid #8a4b00;padding:.5rem 1rem}
            """;
    private final StringBuilder out = new StringBuilder(8192);

    private Html() {}

    /** A page; {@code up} leads to the folder of the index, such as {@code ../} or nothing. */
    static Html page(String title, String up) {
        Html page = new Html();
        page.out
                .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escape(title))
                .append(" - Clew data standard</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to main content</a>\n")
                .append("<header><nav aria-label=\"Standard\"><a href=\"")
                .append(up)
                .append("index.html\">Clew data standard</a></nav></header>\n<main id=\"main\">\n<h1>")
                .append(escape(title))
                .append("</h1>\n");
        return page;
    }

    Html heading(String text) {
        out.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    Html paragraph(String text) {
        out.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    Html warning(String text) {
        out.append("<p class=\"warn\"><strong>Note.</strong> ")
                .append(escape(text))
                .append("</p>\n");
        return this;
    }

    /** A list of ready HTML items. */
    Html list(List<String> items) {
        out.append("<ul>\n");
        items.forEach(item -> out.append("<li>").append(item).append("</li>\n"));
        out.append("</ul>\n");
        return this;
    }

    /** A table of ready HTML cells, the first of each row its heading. It can be scrolled by keyboard on narrow screens. */
    Html table(String caption, List<String> headings, List<List<String>> rows) {
        out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escape(caption))
                .append("\">\n<table>\n<caption>")
                .append(escape(caption))
                .append("</caption>\n<thead><tr>");
        headings.forEach(heading ->
                out.append("<th scope=\"col\">").append(escape(heading)).append("</th>"));
        out.append("</tr></thead>\n<tbody>\n");
        rows.forEach(this::row);
        out.append("</tbody>\n</table>\n</div>\n");
        return this;
    }

    private void row(List<String> cells) {
        out.append("<tr><th scope=\"row\">").append(cells.get(0)).append("</th>");
        cells.stream().skip(1).forEach(cell -> out.append("<td>").append(cell).append("</td>"));
        out.append("</tr>\n");
    }

    /** The whole page. */
    String end() {
        return out.append("</main>\n<footer><p>Version ")
                .append(Standard.VERSION)
                .append(" of the standard.</p></footer>\n</body>\n</html>\n")
                .toString();
    }

    static String link(String href, String text) {
        return "<a href=\"" + escape(href) + "\">" + escape(text) + "</a>";
    }

    static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
