package clew.bench;

import clew.bench.Line.Column;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How seconds and memory grow with the records of one kind of data.
 *
 * @param points by number of records
 */
record Growth(List<Point> points) {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = 660;
    private static final int TOP = 30;
    private static final int BOTTOM = 340;

    /**
     * One size.
     *
     * @param records how many
     * @param seconds of the whole command
     * @param megabytes most resident memory
     */
    record Point(long records, double seconds, double megabytes) {}

    /** Those of the lines that are of synthetic people and were made by the whole command. */
    static Growth of(Collection<Line> lines) {
        return new Growth(lines.stream()
                .filter(line -> line.get(Column.DATA_SET).startsWith("synth")
                        && !line.get(Column.HOW).isEmpty())
                .map(line -> new Point(
                        Long.parseLong(line.get(Column.RECORDS)),
                        Double.parseDouble(line.get(Column.TOTAL_SECONDS)),
                        Double.parseDouble(line.get(Column.PEAK_MB))))
                .sorted(Comparator.comparingLong(Point::records))
                .toList());
    }

    /** The growth in plain words. */
    String inWords() {
        StringBuilder words = new StringBuilder("Synthetic people, whole command:");
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            words.append(String.format(
                    Locale.UK,
                    "%s %,d records take %.1f s and %,.0f MB",
                    i == 0 ? "" : ";",
                    point.records(),
                    point.seconds(),
                    point.megabytes()));
            if (i > 0) {
                Point before = points.get(i - 1);
                words.append(String.format(
                        Locale.UK,
                        " (%.1f times the records, %.1f times the seconds, %.1f times the memory)",
                        (double) point.records() / before.records(),
                        point.seconds() / before.seconds(),
                        point.megabytes() / before.megabytes()));
            }
        }
        return words.append('.').toString();
    }

    /** Both on logarithmic scales: a straight line one step up for one step right is growth in proportion. */
    String picture() {
        Svg svg = new Svg(WIDTH, HEIGHT, "Seconds and memory by number of records", inWords());
        axes(svg);
        curve(svg, Point::seconds, 0.1, 1000, Svg.ACCENT, "seconds", 22);
        curve(svg, Point::megabytes, 1, 10_000, Svg.QUIET, "MB", -12);
        svg.text(LEFT, HEIGHT - 24, "Both scales are logarithmic, four tenfold steps high:", "start");
        svg.text(LEFT, HEIGHT - 6, "memory (grey) from 1 MB to 10 GB, seconds (blue) from 0.1 to 1,000.", "start");
        return svg.toString();
    }

    private static void axes(Svg svg) {
        for (int step = 0; step <= 4; step++) {
            double y = BOTTOM - (BOTTOM - TOP) * step / 4.0;
            svg.line(LEFT, y, RIGHT, y, Svg.FAINT, 1);
        }
        for (int power = 4; power <= 7; power++) {
            svg.text(
                    x(Math.pow(10, power)),
                    BOTTOM + 24,
                    String.format(Locale.UK, "%,d", (long) Math.pow(10, power)),
                    "middle");
        }
        svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 46, "records", "middle");
    }

    private void curve(
            Svg svg, ToDoubleFunction<Point> value, double low, double high, String colour, String unit, int offset) {
        for (int i = 0; i < points.size(); i++) {
            double x = x(points.get(i).records());
            double y = y(value.applyAsDouble(points.get(i)), low, high);
            if (i > 0) {
                Point before = points.get(i - 1);
                svg.line(x(before.records()), y(value.applyAsDouble(before), low, high), x, y, colour, 3);
            }
            svg.circle(x, y, 5, colour, colour);
            String figure = value.applyAsDouble(points.get(i)) < 100
                    ? String.format(Locale.UK, "%.1f %s", value.applyAsDouble(points.get(i)), unit)
                    : String.format(Locale.UK, "%,.0f %s", value.applyAsDouble(points.get(i)), unit);
            svg.text(x, y + offset, figure, "middle");
        }
    }

    private static double x(double records) {
        return LEFT + 20 + (RIGHT - LEFT - 40) * (Math.log10(records) - 4) / 3;
    }

    private static double y(double value, double low, double high) {
        return BOTTOM - (BOTTOM - TOP) * Math.log10(value / low) / Math.log10(high / low);
    }
}
