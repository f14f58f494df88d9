package clew.core.network.files;

import clew.core.network.Replay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many lines could be seen by each day: by all agencies' records together, by those of one agency alone, and by the file of one child at one agency. A picture (SVG), the
 * same in words, and by the end of each quarter in figures. A line that surfaces only with the last of what is known counts on the last day.
 */
public final class ReplayChart {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 380;
    private static final int LEFT = 44;
    private static final int RIGHT = 640;
    private static final int TOP = 24;
    private static final int BOTTOM = 330;
    private static final int LEAST_APART = 20;
    private static final int MONTHS = 3;

    /**
     * One way of seeing.
     *
     * @param days on which it shows one more line, in order
     */
    private record Way(String name, String colour, String dashes, List<LocalDate> days) {
        long by(LocalDate day) {
            return days.stream().filter(on -> !on.isAfter(day)).count();
        }
    }

    /**
     * What could be seen by the end of a day.
     *
     * @param together lines that all records together show
     * @param oneAgency lines of which one agency's records alone would show as much
     * @param oneFile lines of which one child's file would
     */
    public record Seen(LocalDate by, long together, long oneAgency, long oneFile) {}

    private final List<Way> ways;
    private final LocalDate first;
    private final LocalDate last;
    private final int lines;

    /** @param surfacings when each line surfaced; at least one */
    public ReplayChart(List<Replay.Surfacing> surfacings) {
        last = surfacings.get(0).last();
        lines = surfacings.size();
        ways = List.of(
                new Way("All records together", "#0b5a83", "", days(surfacings, one -> {
                    LocalDate day = one.surfaced();
                    return day == null ? last : day;
                })),
                new Way("One agency alone", "#16191d", "7 4", days(surfacings, Replay.Surfacing::oneAgency)),
                new Way("One child's file alone", "#6f7680", "2 4", days(surfacings, Replay.Surfacing::oneCase)));
        first = surfacings.stream()
                .map(one -> one.line().first())
                .min(LocalDate::compareTo)
                .orElse(last);
    }

    private static List<LocalDate> days(
            List<Replay.Surfacing> surfacings, Function<Replay.Surfacing, @Nullable LocalDate> of) {
        return surfacings.stream()
                .flatMap(one -> Stream.ofNullable(of.apply(one)))
                .sorted()
                .toList();
    }

    /** By the end of each quarter of a year, and on the last day. */
    public List<Seen> quarters() {
        List<Seen> all = new ArrayList<>();
        LocalDate quarter = first.withDayOfMonth(1).withMonth((first.getMonthValue() - 1) / MONTHS * MONTHS + 1);
        for (LocalDate by = quarter.plusMonths(MONTHS).minusDays(1);
                by.isBefore(last);
                by = by.plusDays(1).plusMonths(MONTHS).minusDays(1)) {
            all.add(seen(by));
        }
        all.add(seen(last));
        return List.copyOf(all);
    }

    private Seen seen(LocalDate by) {
        return new Seen(by, ways.get(0).by(by), ways.get(1).by(by), ways.get(2).by(by));
    }

    /** The picture in words. */
    public String words() {
        StringBuilder words = new StringBuilder("Of " + lines + (lines == 1 ? " line" : " lines")
                + " that all records together show by " + last + ", one agency alone would have shown "
                + ways.get(1).days.size() + " by then, and the file of one child "
                + ways.get(2).days.size() + ".");
        int half = (lines + 1) / 2;
        for (Way way : ways) {
            String when = way.days.size() < half ? "never" : "by " + way.days.get(half - 1);
            words.append(" Half of them: ")
                    .append(way.name.toLowerCase(Locale.ROOT))
                    .append(" ")
                    .append(when)
                    .append(".");
        }
        return words.toString();
    }

    /** The picture, readable by itself. */
    public String svg() {
        StringBuilder svg = new StringBuilder();
        add(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"14\">",
                WIDTH,
                HEIGHT,
                WIDTH);
        add(svg, "<title>Lines that could be seen by each day</title><desc>%s</desc>", words().replace("'", "&#39;"));
        add(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
        axes(svg);
        double above = Double.NEGATIVE_INFINITY;
        for (Way way : ways) {
            steps(svg, way);
            double at = Math.max(y(way.days.size()) + 5, above + LEAST_APART);
            text(svg, RIGHT + 10, at, "start", way.colour, way.name + ": " + way.days.size());
            above = at;
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        int step = Math.max(1, (lines + 4) / 5);
        for (int count = 0; count <= lines; count += step) {
            add(
                    svg,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#c8cdd3\"/>",
                    LEFT,
                    y(count),
                    RIGHT,
                    y(count));
            text(svg, LEFT - 8, y(count) + 5, "end", "#16191d", Integer.toString(count));
        }
        int years = last.getYear() - first.getYear();
        for (LocalDate tick = first.withDayOfYear(1); !tick.isAfter(last); tick = tick.plusMonths(years > 3 ? 12 : 6)) {
            if (!tick.isBefore(first)) {
                add(
                        svg,
                        "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#4b535c\"/>",
                        x(tick),
                        BOTTOM,
                        x(tick),
                        BOTTOM + 6);
                text(
                        svg,
                        x(tick),
                        BOTTOM + 24,
                        "middle",
                        "#16191d",
                        tick.toString().substring(0, 7));
            }
        }
        text(svg, LEFT, HEIGHT - 6, "start", "#4b535c", "Lines of enquiry that could be seen by each day");
    }

    private void steps(StringBuilder svg, Way way) {
        StringBuilder path = new StringBuilder(String.format(Locale.ROOT, "M%.1f %.1f", x(first), y(0)));
        for (int count = 0; count < way.days.size(); count++) {
            path.append(String.format(Locale.ROOT, "H%.1fV%.1f", x(way.days.get(count)), y(count + 1)));
        }
        path.append(String.format(Locale.ROOT, "H%d", RIGHT));
        add(
                svg,
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"%s/>",
                path,
                way.colour,
                way.dashes.isEmpty() ? "" : " stroke-dasharray=\"" + way.dashes + "\"");
    }

    private double x(LocalDate day) {
        double span = Math.max(1, last.toEpochDay() - first.toEpochDay());
        return LEFT + (RIGHT - LEFT) * Math.max(0, day.toEpochDay() - first.toEpochDay()) / span;
    }

    private double y(long count) {
        return BOTTOM - (BOTTOM - TOP) * count / (double) Math.max(1, lines);
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String colour, String text) {
        add(
                svg,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                anchor,
                colour,
                text.replace("'", "&#39;"));
    }

    private static void add(StringBuilder svg, String form, Object... values) {
        svg.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
