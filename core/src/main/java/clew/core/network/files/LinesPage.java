package clew.core.network.files;

import clew.core.network.Brief;
import clew.core.network.Line;
import clew.core.network.Replay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * {@code report.html}: every line in words, with its ties in a table, and when each surfaced as a chart whose figures also stand in its table. One file without
 * script; every value is escaped.
 */
public final class LinesPage {
    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #0b0c0c; }
            h1 { font-size: 1.8rem; } h2 { font-size: 1.4rem; border-top: 2px solid #505a5f; padding-top: 1rem; } h3 { font-size: 1.1rem; }
            table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: bold; padding: .5rem 0; }
            th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #b1b4b6; vertical-align: top; }
            .scroll { overflow-x: auto; } .figure { text-align: right; } td svg { width: 100%; height: 1.2rem; display: block; min-width: 8rem; } figure { margin: 0; } figure svg { max-width: 100%; height: auto; }
            .note { border-left: 5px solid #505a5f; padding-left: 1rem; }
            """;

    private final StringBuilder page = new StringBuilder(1 << 16);
    private final UnaryOperator<String> name;

    private LinesPage(UnaryOperator<String> name) {
        this.name = name;
    }

    /**
     * The page.
     *
     * @param about sentences on the run, in order
     * @param surfacings when each line surfaced, in the order of the lines; empty where that was not asked for
     */
    public static String of(
            List<Line> lines, List<Replay.Surfacing> surfacings, List<String> about, UnaryOperator<String> name) {
        return new LinesPage(name).html(lines, surfacings, about);
    }

    private String html(List<Line> lines, List<Replay.Surfacing> surfacings, List<String> about) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" ")
                .append("content=\"width=device-width, initial-scale=1\"><title>Draft lines of enquiry</title><style>")
                .append(STYLE)
                .append("</style></head><body><main>\n");
        element("h1", "Draft lines of enquiry");
        page.append("<div class=\"note\">");
        element(
                "p",
                "A machine proposes, people decide. A line says who was with whom more than chance and activity explain. It is no accusation, and it says nothing of guilt. It gives no child a role.");
        page.append("</div>\n");
        about.forEach(sentence -> element("p", sentence));
        overview(lines);
        if (!surfacings.isEmpty()) {
            replay(surfacings);
        }
        for (int number = 0; number < lines.size(); number++) {
            line(GroupsOutput.id(number), lines.get(number));
        }
        return page.append("</main></body></html>\n").toString();
    }

    private void overview(List<Line> lines) {
        double most =
                lines.stream().mapToDouble(line -> line.ties().size()).max().orElse(1);
        table(
                "The lines, by the day of their newest evidence",
                "Line",
                "Adults",
                "Children",
                "First day",
                "Last day",
                "Agencies",
                "Ties",
                "Of two or more agencies",
                "Picture");
        for (int number = 0; number < lines.size(); number++) {
            Line line = lines.get(number);
            row(
                    GroupsOutput.id(number),
                    String.valueOf(line.adults().size()),
                    String.valueOf(line.children().size()),
                    line.first().toString(),
                    line.last().toString(),
                    String.valueOf(line.agencies().size()),
                    String.valueOf(line.ties().size()),
                    String.valueOf(line.tiesOfSeveralAgencies()));
            bar(0, line.tiesOfSeveralAgencies() / most, line.ties().size() / most);
            page.append("</tr>\n");
        }
        end();
        element(
                "p",
                "In the picture the whole bar stands for the ties, the dark part for those that rest on two or more agencies.");
    }

    private void replay(List<Replay.Surfacing> surfacings) {
        long first = surfacings.stream()
                .mapToLong(one -> one.line().first().toEpochDay())
                .min()
                .orElse(0);
        double span = Math.max(1, surfacings.get(0).last().toEpochDay() - first);
        element("h2", "When each would have surfaced");
        element(
                "p",
                "The facts are told again in the order in which they became known. A line surfaces on the day on which they suffice. Beside it stand the days on which the records of one agency alone, by the same rules, and the file of one child at one agency would have sufficed.");
        chart(new ReplayChart(surfacings));
        table(
                "Days of surfacing",
                "Line",
                "First evidence",
                "Surfaced",
                "One agency alone",
                "Lead in days",
                "One child's file alone",
                "Lead in days",
                "Picture");
        for (int number = 0; number < surfacings.size(); number++) {
            Replay.Surfacing one = surfacings.get(number);
            var surfaced = one.surfaced();
            var alone = one.oneAgency();
            var file = one.oneCase();
            row(
                    GroupsOutput.id(number),
                    one.line().first().toString(),
                    surfaced == null ? "not before the end" : surfaced.toString(),
                    alone == null ? "never" : alone.toString(),
                    lead(one.leadInDays(), alone == null),
                    file == null ? "never" : file.toString(),
                    lead(one.leadOverCasesInDays(), file == null));
            double from = (one.line().first().toEpochDay() - first) / span;
            double at = surfaced == null ? 1 : (surfaced.toEpochDay() - first) / span;
            double until = file == null ? 1 : (file.toEpochDay() - first) / span;
            bar(from, at, Math.max(at, until));
            page.append("</tr>\n");
        }
        end();
        element(
                "p",
                "In the picture the dark part is from the first evidence to the day of surfacing, the light part the lead over what the file of one child at one agency could have shown.");
    }

    private void chart(ReplayChart chart) {
        page.append("<figure>").append(chart.svg());
        element("figcaption", chart.words());
        page.append("</figure>\n");
        table(
                "Lines that could be seen by the end of each quarter",
                "By",
                "All records together",
                "One agency alone",
                "One child's file alone");
        for (ReplayChart.Seen seen : chart.quarters()) {
            row(
                    seen.by().toString(),
                    String.valueOf(seen.together()),
                    String.valueOf(seen.oneAgency()),
                    String.valueOf(seen.oneFile()));
            page.append("</tr>\n");
        }
        end();
    }

    private static String lead(Optional<Long> days, boolean atLeast) {
        return days.map(of -> (atLeast ? "at least " : "") + of).orElse("\u2013");
    }

    private void line(String id, Line line) {
        Brief brief = Brief.of(line, name);
        element("h2", "Line " + id);
        element("p", brief.paragraph());
        element(
                "p",
                "Adults of concern: " + names(line.adults()) + ". Children: " + names(line.children())
                        + ". Not identified: " + names(line.others())
                        + ". Vehicles, phones, accounts and organisations: " + names(line.means()) + ". Places: "
                        + names(line.places()) + ".");
        list("Evidence for", brief.supporting());
        list("Evidence against", brief.against());
        list("What would change it", brief.wouldChange());
        list("What is explained, and still counts", brief.explained());
        list("What is missing", brief.missing());
        table(
                "Ties of line " + id,
                "One",
                "Other",
                "Days",
                "Agencies",
                "Records",
                "Grades",
                "Oldest",
                "Newest",
                "Bits");
        for (Line.ShownTie tie : line.ties()) {
            tie(tie, String.format(Locale.ROOT, "%.1f", tie.explanation().bits()));
        }
        for (Line.ShownTie tie : line.explained()) {
            tie(tie, "explained: " + tie.reason());
        }
        end();
    }

    private void tie(Line.ShownTie tie, String weight) {
        row(
                name.apply(tie.one()),
                name.apply(tie.other()),
                String.valueOf(tie.days()),
                String.join(", ", tie.agencies()),
                String.valueOf(tie.sources()),
                String.join(", ", tie.grades()),
                tie.oldest() == null ? "\u2013" : tie.oldest().toString(),
                tie.newest() == null ? "\u2013" : tie.newest().toString(),
                weight);
        page.append("</tr>\n");
    }

    private String names(Iterable<String> ids) {
        StringBuilder names = new StringBuilder();
        ids.forEach(id -> names.append(names.isEmpty() ? "" : ", ").append(name.apply(id)));
        return names.isEmpty() ? "none" : names.toString();
    }

    private void list(String heading, List<String> sentences) {
        element("h3", heading);
        page.append("<ul>");
        sentences.forEach(sentence -> element("li", sentence));
        page.append("</ul>\n");
    }

    private void table(String caption, String... headings) {
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        escape(caption);
        page.append("\"><table>");
        element("caption", caption);
        page.append("<thead><tr>");
        for (String heading : headings) {
            page.append("<th scope=\"col\">");
            escape(heading);
            page.append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
    }

    /** A row whose first cell is its heading; left open. */
    private void row(String heading, String... cells) {
        page.append("<tr><th scope=\"row\">");
        escape(heading);
        page.append("</th>");
        for (String cell : cells) {
            page.append("<td>");
            escape(cell);
            page.append("</td>");
        }
    }

    /** A dark bar and a light one that goes on from it; the figures stand in the other cells. All in shares of the width. */
    private void bar(double from, double dark, double light) {
        page.append("<td><svg aria-hidden=\"true\" focusable=\"false\">");
        rect(from, dark, "#1d70b8");
        rect(dark, light, "#bbd4ea");
        page.append("</svg></td>");
    }

    private void rect(double from, double to, String colour) {
        if (to > from) {
            page.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.2f%%\" y=\"10%%\" width=\"%.2f%%\" height=\"80%%\" fill=\"%s\"/>",
                    100 * from,
                    100 * (to - from),
                    colour));
        }
    }

    private void end() {
        page.append("</tbody></table></div>\n");
    }

    private void element(String tag, String text) {
        page.append('<').append(tag).append('>');
        escape(text);
        page.append("</").append(tag).append(">\n");
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default ->
                    page.appendCodePoint(
                            Character.isISOControl(character) || Character.getType(character) == Character.FORMAT
                                    ? 0xFFFD
                                    : character);
            }
        });
    }
}
