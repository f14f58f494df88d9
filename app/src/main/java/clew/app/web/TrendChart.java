package clew.app.web;

import clew.app.quality.QualityTable.Count;
import clew.app.quality.QualityTable.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A chart of shares by month, 0 to 100%: places and words for a template to draw. A month without records breaks the line, for nothing is known of it.
 *
 * @param width of the picture
 * @param height of the picture
 * @param grid horizontal lines with their words
 * @param ticks words below the months
 * @param recorded the line of completeness
 * @param valid the line of validity
 */
record TrendChart(int width, int height, List<Tick> grid, List<Tick> ticks, Line recorded, Line valid) {

    private static final int LEFT = 48;
    private static final int RIGHT = 16;
    private static final int TOP = 10;
    private static final int BOTTOM = 30;

    /**
     * Places the months.
     *
     * @param months at least one, oldest first
     * @param width of the picture, in the units of its text of size 14
     * @param words how many months are named at most
     */
    static TrendChart of(List<Month> months, int width, int words) {
        int height = 240;
        ToDoubleFunction<Integer> x = number -> months.size() == 1
                ? (LEFT + width - RIGHT) / 2.0
                : LEFT + (double) (width - LEFT - RIGHT) * number / (months.size() - 1);
        int step = Math.max(1, Math.ceilDiv(months.size(), words));
        return new TrendChart(
                width,
                height,
                IntStream.rangeClosed(0, 4)
                        .mapToObj(quarter -> new Tick(LEFT, y(quarter / 4.0, height), quarter * 25 + "%"))
                        .toList(),
                IntStream.range(0, months.size())
                        .filter(number -> number % step == 0)
                        .mapToObj(number -> new Tick(
                                Math.round(x.applyAsDouble(number)),
                                height - 8,
                                Words.shortMonth(months.get(number).month())))
                        .toList(),
                line(months, x, height, Count::present, Count::records),
                line(months, x, height, Count::valid, Count::present));
    }

    /** Where the lines begin. */
    public int left() {
        return LEFT;
    }

    /** Where the lines end. */
    public int right() {
        return width - RIGHT;
    }

    private static Line line(
            List<Month> months,
            ToDoubleFunction<Integer> x,
            int height,
            ToLongFunction<Count> part,
            ToLongFunction<Count> whole) {
        List<String> pieces = new ArrayList<>();
        List<Tick> dots = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int number = 0; number < months.size(); number++) {
            Count count = months.get(number).count();
            if (whole.applyAsLong(count) == 0) {
                end(piece, pieces);
            } else {
                Tick dot = new Tick(
                        Math.round(x.applyAsDouble(number)),
                        y((double) part.applyAsLong(count) / whole.applyAsLong(count), height),
                        "");
                dots.add(dot);
                piece.append(dot.x()).append(',').append(dot.y()).append(' ');
            }
        }
        end(piece, pieces);
        return new Line(pieces, dots);
    }

    private static void end(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add(piece.toString().strip());
            piece.setLength(0);
        }
    }

    private static long y(double share, int height) {
        return Math.round(TOP + (1 - share) * (height - TOP - BOTTOM));
    }

    /** A place with its words. */
    record Tick(long x, long y, String words) {}

    /**
     * A line.
     *
     * @param pieces points of its unbroken pieces, as an SVG polyline takes them
     * @param dots one for each month with records
     */
    record Line(List<String> pieces, List<Tick> dots) {}
}
