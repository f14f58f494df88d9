package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import clew.core.linkage.LinkModel.Rule;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the run learnt: the worth of each outcome of each field, and which pairs were compared at all. */
final class ModelSections {

    private static final Bars OFTEN = new Bars(0, 1);

    private final Page page;
    private final LinkModel model;
    private final long candidatePairs;
    private final OptionalDouble recallOfBlocking;

    ModelSections(Page page, LinkReport report) {
        this.page = page;
        this.model = report.model();
        this.candidatePairs = report.candidatePairs();
        this.recallOfBlocking = report.figures().stream()
                .filter(figure -> figure.name().equals("Blocking: recall"))
                .mapToDouble(LinkReport.Figure::value)
                .findFirst();
    }

    void write() {
        weights();
        blocking();
    }

    private void weights() {
        page.open("section").element("h2", "What each field is worth", "id", "weights");
        page.element(
                "p",
                "Learnt from these records, without the right answer. An outcome that one person's records often show and "
                        + "strangers seldom do speaks for one person (to the right); the other way round it speaks against "
                        + "(to the left). A missing value says nothing.");
        page.element(
                "p",
                "Before anything is compared, two records taken at random are one person with odds of one in "
                        + Words.count(Math.round(1 / Math.max(model.lambda(), 1e-18))) + ": the score starts at "
                        + Words.bits((double) model.prior() / Explanation.UNITS_PER_BIT) + " bits.");
        page.open("p", "class", "legend");
        page.open("span", "class", "key for").close().text(" m: share of the pairs of one person that show this ");
        page.open("span", "class", "key against")
                .close()
                .text(" u: the same among pairs of two persons; bits = log2(m / u)");
        page.close();
        Bars bars = scale();
        told().forEach(comparison -> comparison(comparison, bars));
        page.close();
    }

    private Bars scale() {
        List<Double> bits = levels().map(Checks::inBits).toList();
        double low = bits.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = bits.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Bars(Math.min(-1, low), Math.max(1, high));
    }

    private Stream<Level> levels() {
        return told().flatMap(comparison -> comparison.levels().stream());
    }

    private Stream<Comparison> told() {
        return model.comparisons().stream().filter(Comparison::tells);
    }

    private void comparison(Comparison comparison, Bars bars) {
        page.fold("h3", comparison.name(), worth(comparison));
        String columns = String.join(", ", comparison.columns());
        Grid grid = new Grid(
                page,
                "Reads " + (columns.isEmpty() ? "no column" : columns),
                "wide levels",
                List.of("Outcome", "#One person (m)", "#Two persons (u)", "How often", "#Bits", Grid.PICTURE));
        List<Level> told = comparison.levels().stream().skip(1).toList();
        List<Level> seen = told.stream().filter(ModelSections::seen).toList();
        seen.forEach(level -> level(grid, level, bars));
        grid.end();
        if (seen.size() < told.size()) {
            page.element("p", "Hardly ever seen, and left out: " + labels(told, seen) + ".", "class", "note");
        }
        page.close();
    }

    /** From the least to the most that an outcome says. */
    private static String worth(Comparison comparison) {
        DoubleSummaryStatistics bits = comparison.levels().stream()
                .skip(1)
                .filter(ModelSections::seen)
                .mapToDouble(Checks::inBits)
                .summaryStatistics();
        return bits.getCount() == 0
                ? ""
                : "from " + Words.bits(bits.getMin()) + " to " + Words.bits(bits.getMax()) + " bits";
    }

    /** Whether an outcome is more than one pair in 10,000 of either kind. */
    private static boolean seen(Level level) {
        return level.m() >= 0.0001 || level.u() >= 0.0001;
    }

    private static String labels(List<Level> told, List<Level> seen) {
        return told.stream()
                .filter(level -> !seen.contains(level))
                .map(Level::label)
                .collect(Collectors.joining("; "));
    }

    private void level(Grid grid, Level level, Bars bars) {
        grid.row(level.label(), level.byValue() ? "Rare values weigh more, common ones less." : "")
                .figure(Words.percent(level.m()))
                .figure(Words.percent(level.u()))
                .often(() -> OFTEN.pair(page, level.m(), level.u()))
                .figure(Words.bits(Checks.inBits(level)))
                .picture(() -> bars.span(
                        page,
                        0,
                        Checks.inBits(level),
                        level.weight() < 0 ? "against" : "for",
                        Double.POSITIVE_INFINITY))
                .endRow();
    }

    private String reach() {
        return model.blockingRecall() > 0.9999
                ? "The rules overlap so much that what they miss cannot be estimated."
                : "They reach an estimated " + Words.percent(model.blockingRecall()) + " of the true pairs, at most.";
    }

    private void blocking() {
        page.open("section").element("h2", "Which pairs were compared", "id", "blocking");
        page.element(
                "p",
                "Of " + Words.count(model.possiblePairs(), "possible pair", "possible pairs") + ", "
                        + Words.count(candidatePairs)
                        + " were compared: those that agree by at least one rule below. " + reach() + truly()
                        + " What the rules miss cannot be found.");
        Bars bars = new Bars(
                0,
                Math.max(
                        1,
                        model.rules().stream().mapToDouble(Rule::matches).max().orElse(1)));
        page.element(
                "p",
                "A rule earns its place by the true pairs it reaches (pictured), as the model expects them; a pair counts as new where no earlier rule gave it.");
        page.fold("h3", "The rules", Words.count(model.rules().size(), "rule", "rules"));
        Grid grid = new Grid(
                page,
                "Rules in the order in which they are tried",
                "wide rules",
                List.of("Rule", "#Pairs", "#New pairs", "#True pairs reached", Grid.PICTURE));
        for (Rule rule : model.rules()) {
            grid.row(rule.name(), stopKeys(rule))
                    .figure(Words.count(rule.pairs()))
                    .figure(Words.count(rule.newPairs()))
                    .figure(Words.count(Math.round(rule.matches())))
                    .picture(() -> bars.stack(page, rule.matches(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close().close();
    }

    private String truly() {
        return recallOfBlocking.isPresent()
                ? " By the right answer they reach " + Words.percent(recallOfBlocking.getAsDouble()) + "."
                : "";
    }

    private static String stopKeys(Rule rule) {
        return rule.stopKeys().isEmpty()
                ? ""
                : "Passed over, because too many records share it: "
                        + rule.stopKeys().stream()
                                .map(key -> "\u201c" + key.key() + "\u201d (" + Words.count(key.records()) + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }
}
