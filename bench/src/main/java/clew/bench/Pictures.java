package clew.bench;

import clew.core.explain.Explanation;
import clew.core.linkage.HowJoined;
import clew.core.linkage.LinkModel.Rule;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import clew.core.linkage.report.CurvePoint;
import clew.core.linkage.report.Judged;
import clew.core.linkage.report.LinkReport;
import clew.core.linkage.report.MeasuredPairs;
import clew.core.linkage.report.Told;
import clew.core.measure.Counts;
import clew.core.measure.Partition;
import clew.core.measure.Scoring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The pictures of the linking guide, drawn from a real run on a simulated region, in which nobody is real. */
final class Pictures {
    static final int PEOPLE = 20_000;

    private static final int RULES_SHOWN = 14;
    private static final int CURVE_WIDTH = 720;
    private static final int CURVE_HEIGHT = 430;

    private final RecordTable table;
    private final LinkResult result;
    private final LinkReport report;

    private Pictures(RecordTable table, Partition truth) {
        this.table = table;
        result = Linkage.link(table, LinkSettings.defaults(), phase -> {});
        Partition found = Partition.of(
                IntStream.range(0, table.rows()).map(result::personOf).toArray());
        Judged judged = new Judged(
                truth,
                Scoring.dedupe(truth, Explanation.UNITS_PER_BIT)
                        .score(
                                MeasuredPairs.of(result),
                                ScoredPairs.weightOf(result.model().threshold()),
                                found,
                                null),
                List.of());
        report = LinkReport.of(table, result, new Told(List.of(), 0, List.of(), judged));
    }

    static void draw(SimulatedDataSet region, Path folder) throws IOException {
        RecordTable records = region.records();
        Pictures pictures = new Pictures(records, region.truth(records));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("waterfall.svg"), pictures.waterfall());
        Files.writeString(folder.resolve("curve.svg"), pictures.curve());
        Files.writeString(folder.resolve("blocking.svg"), pictures.blocking());
        Files.writeString(folder.resolve("bridge.svg"), pictures.bridge());
    }

    /** The pair nearest above the threshold whose evidence speaks both ways in several steps. */
    private String waterfall() {
        ScoredPairs pairs = result.pairs();
        long cut = ScoredPairs.weightOf(result.model().threshold());
        int pair = IntStream.range(0, pairs.size())
                .map(i -> pairs.size() - 1 - i)
                .filter(i -> pairs.weight(i) >= cut + Explanation.UNITS_PER_BIT && isMixed(i))
                .findFirst()
                .orElse(0);
        return waterfall(result.explain(pairs.left(pair), pairs.right(pair)), cut / (double) Explanation.UNITS_PER_BIT);
    }

    private boolean isMixed(int pair) {
        Explanation why =
                result.explain(result.pairs().left(pair), result.pairs().right(pair));
        long against = why.details().stream()
                .skip(1)
                .filter(step -> step.bits() < -0.5)
                .count();
        return why.details().size() >= 6 && against >= 1 && against <= 3;
    }

    private static String waterfall(Explanation why, double cut) {
        int height = 70 + 34 * (why.details().size() + 1);
        Svg svg = new Svg(900, height, "How the score of one pair comes about", String.join("; ", why.lines()));
        double low = Math.min(0, cut);
        double high = Math.max(1, cut);
        double at = 0;
        for (Explanation step : why.details()) {
            at += step.bits();
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        double scale = 330 / (high - low);
        double zero = 520 - low * scale;
        svg.bold(10, 24, "Step", "start").bold(500, 24, "Bits", "end");
        double before = 0;
        double y = 50;
        for (Explanation step : why.details()) {
            double after = before + step.bits();
            svg.text(10, y, shortened(step.description()), "start").text(500, y, bits(step.bits()), "end");
            svg.rect(
                    zero + Math.min(before, after) * scale,
                    y - 14,
                    Math.max(1.5, Math.abs(step.bits()) * scale),
                    18,
                    step.value() < 0 ? Svg.AGAINST : Svg.ACCENT);
            before = after;
            y += 34;
        }
        svg.line(10, y - 22, 890, y - 22, Svg.INK, 1.5);
        svg.bold(10, y, "Score", "start").bold(500, y, bits(why.bits()), "end");
        svg.rect(zero + Math.min(0, why.bits()) * scale, y - 14, Math.abs(why.bits()) * scale, 18, Svg.INK);
        svg.dashed(zero + cut * scale, 34, zero + cut * scale, y + 8);
        return svg.toString();
    }

    private static String shortened(String description) {
        String words =
                description.startsWith("before looking") ? "before looking: the odds of any two records" : description;
        words = words.replaceFirst(": -?log2.*", "");
        return words.length() > 58 ? words.substring(0, 57) + "\u2026" : words;
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%s%.1f", bits < 0 ? "\u2212" : "+", Math.abs(bits));
    }

    /** Expected and true precision and recall by threshold. */
    private String curve() {
        List<CurvePoint> points = report.curve();
        Svg svg = new Svg(
                CURVE_WIDTH,
                CURVE_HEIGHT,
                "Precision and recall of pairs by threshold",
                "Expected by the model without labels, and true, of a simulated region");
        double low = Math.floor(points.stream()
                                .mapToDouble(
                                        point -> Math.min(lowest(point), Math.min(point.precision(), point.recall())))
                                .min()
                                .orElse(0)
                        * 10)
                / 10;
        for (int tenth = (int) Math.round(low * 10); tenth <= 10; tenth++) {
            double y = y(tenth / 10.0, low);
            svg.line(70, y, 690, y, Svg.FAINT, 1).text(60, y + 5, tenth * 10 + "%", "end");
        }
        for (CurvePoint point : points) {
            svg.text(x(point), 372, bits(point.bits()).replace(".0", ""), "middle");
            if (point.isDefault()) {
                svg.dashed(x(point), 40, x(point), 350);
                svg.text(x(point) + 6, 342, "used", "start");
            }
        }
        svg.text(380, 396, "threshold in bits", "middle");
        for (int i = 0; i < points.size(); i++) {
            dots(svg, points, i, low);
        }
        svg.circle(84, 416, 5, Svg.ACCENT, Svg.ACCENT).text(96, 421, "true precision", "start");
        svg.circle(224, 416, 5, "#ffffff", Svg.INK).text(236, 421, "true recall", "start");
        svg.line(350, 416, 380, 416, Svg.ACCENT, 2).text(388, 421, "expected precision", "start");
        svg.line(540, 416, 570, 416, Svg.INK, 2).text(578, 421, "expected recall", "start");
        return svg.toString();
    }

    private static void dots(Svg svg, List<CurvePoint> points, int i, double low) {
        CurvePoint point = points.get(i);
        if (i > 0) {
            CurvePoint before = points.get(i - 1);
            svg.line(x(before), y(before.precision(), low), x(point), y(point.precision(), low), Svg.ACCENT, 2);
            svg.line(x(before), y(before.recall(), low), x(point), y(point.recall(), low), Svg.INK, 2);
        }
        Counts truly = point.truly();
        if (truly != null) {
            svg.circle(x(point), y(truly.precision(), low), 5, Svg.ACCENT, Svg.ACCENT);
            svg.circle(x(point), y(truly.recall(), low), 5, "#ffffff", Svg.INK);
        }
    }

    private static double lowest(CurvePoint point) {
        Counts truly = point.truly();
        return truly == null ? 1 : Math.min(truly.precision(), truly.recall());
    }

    private static double x(CurvePoint point) {
        return 90 + (point.bits() + 6) / 21 * 580;
    }

    private static double y(double share, double low) {
        return 350 - (share - low) / (1 - low) * 310;
    }

    /** The rules that reach most true pairs, and how far all of them together reach. */
    private String blocking() {
        List<Rule> rules = result.model().rules().stream()
                .sorted(Comparator.comparingDouble(Rule::matches).reversed())
                .limit(RULES_SHOWN)
                .toList();
        double all = result.model().lambda() * result.model().possiblePairs();
        double whole = all / result.model().blockingRecall();
        Svg svg = new Svg(
                900,
                90 + 30 * rules.size(),
                "True pairs reached by the rules of blocking",
                "Expected number of true pairs that each rule reaches, of a simulated region");
        svg.bold(10, 24, "Rule", "start")
                .bold(470, 24, "True pairs reached", "end")
                .bold(490, 24, "of all there are", "start");
        double y = 52;
        for (Rule rule : rules) {
            bar(svg, y, rule.name(), rule.matches(), whole, Svg.ACCENT);
            y += 30;
        }
        svg.line(10, y - 20, 890, y - 20, Svg.INK, 1.5);
        bar(svg, y, "all " + result.model().rules().size() + " rules together", all, whole, Svg.INK);
        return svg.toString();
    }

    private static void bar(Svg svg, double y, String name, double reached, double whole, String colour) {
        svg.text(10, y, name, "start").text(470, y, String.format(Locale.UK, "%,.0f", reached), "end");
        svg.rect(490, y - 14, 390, 18, Svg.WASH).rect(490, y - 14, 390 * Math.min(1, reached / whole), 18, colour);
    }

    /** The person with several records on both sides of the weakest of all weakest links. */
    private String bridge() {
        HowJoined how = weakest();
        HowJoined.Tie weak = how.ties().get(how.ties().size() - 1);
        List<Integer> left = side(how, weak, weak.left());
        List<Integer> right =
                how.rows().stream().filter(row -> !left.contains(row)).toList();
        Svg svg = new Svg(
                900,
                400,
                "A person held together by one bridge",
                left.size() + " records on one side, " + right.size() + " on the other, one tie of "
                        + bits(weak.weight() / 1e6) + " bits between them");
        for (HowJoined.Tie tie : how.ties()) {
            double[] from = place(left, right, tie.left());
            double[] to = place(left, right, tie.right());
            boolean isBridge = tie.equals(weak);
            if (isBridge) {
                svg.dashed(from[0], from[1], to[0], to[1]);
            } else {
                svg.line(from[0], from[1], to[0], to[1], Svg.ACCENT, Math.max(1, Math.min(8, tie.weight() / 5e6)));
            }
            svg.text((from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - 6, bits(tie.weight() / 1e6), "middle");
        }
        how.rows().forEach(row -> node(svg, place(left, right, row), row, left.contains(row)));
        svg.text(
                10,
                24,
                "Lines are the strongest ties that hold all records of this person, in bits; the dashed one is the weakest.",
                "start");
        return svg.toString();
    }

    private void node(Svg svg, double[] place, int row, boolean isLeft) {
        svg.circle(place[0], place[1], 7, Svg.INK, Svg.INK);
        svg.text(place[0] + (isLeft ? -14 : 14), place[1] + 5, words(row), isLeft ? "end" : "start");
    }

    private String words(int row) {
        StringBuilder words = new StringBuilder();
        for (int column = 0; column < table.columns().size(); column++) {
            boolean isShown = switch (table.columns().get(column).kind()) {
                case GIVEN_NAME, FAMILY_NAME, FULL_NAME, DATE_OF_BIRTH, POSTCODE -> true;
                default -> false;
            };
            if (isShown && !table.isMissing(row, column) && words.length() < 24) {
                words.append(words.isEmpty() ? "" : ", ").append(table.valueOf(row, column));
            }
        }
        return words.toString();
    }

    private HowJoined weakest() {
        return IntStream.range(0, result.persons())
                .mapToObj(result::howJoined)
                .filter(how -> how.rows().size() >= 5 && how.rows().size() <= 9)
                .filter(how -> {
                    HowJoined.Tie weak = how.ties().get(how.ties().size() - 1);
                    int left = side(how, weak, weak.left()).size();
                    return left >= 2 && how.rows().size() - left >= 2;
                })
                .min(Comparator.comparingLong(
                        how -> how.ties().get(how.ties().size() - 1).weight()))
                .orElseThrow(() -> new IllegalStateException("expected a person with a bridge, found none"));
    }

    /** The records on one side of the weakest tie. */
    private static List<Integer> side(HowJoined how, HowJoined.Tie weak, int from) {
        List<Integer> reached = new java.util.ArrayList<>(List.of(from));
        for (int i = 0; i < reached.size(); i++) {
            int at = reached.get(i);
            for (HowJoined.Tie tie : how.ties()) {
                if (!tie.equals(weak) && (tie.left() == at || tie.right() == at)) {
                    int other = tie.left() == at ? tie.right() : tie.left();
                    if (!reached.contains(other)) {
                        reached.add(other);
                    }
                }
            }
        }
        return reached;
    }

    private static double[] place(List<Integer> left, List<Integer> right, int row) {
        boolean isLeft = left.contains(row);
        List<Integer> side = isLeft ? left : right;
        int at = side.indexOf(row);
        double y = side.size() == 1 ? 210 : 80 + 280.0 * at / (side.size() - 1);
        double bend = (at % 2 == 0 ? 0 : 50) * (isLeft ? 1 : -1);
        return new double[] {(isLeft ? 290 : 560) + bend, y};
    }
}
