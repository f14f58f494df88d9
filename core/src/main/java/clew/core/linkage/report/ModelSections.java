package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import clew.core.linkage.LinkModel.Rule;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the run learnt: the worth of each outcome of each field, and which pairs were compared at all. */
final class ModelSections {

    private final Page page;
    private final LinkModel model;
    private final long candidatePairs;

    ModelSections(Page page, LinkReport report) {
        this.page = page;
        this.model = report.model();
        this.candidatePairs = report.candidatePairs();
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
        Bars bars = scale();
        model.comparisons().forEach(comparison -> comparison(comparison, bars));
        page.close();
    }

    private Bars scale() {
        List<Double> bits = levels().map(Checks::inBits).toList();
        double low = bits.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = bits.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Bars(Math.min(-1, low), Math.max(1, high));
    }

    private Stream<Level> levels() {
        return model.comparisons().stream().flatMap(comparison -> comparison.levels().stream());
    }

    private void comparison(Comparison comparison, Bars bars) {
        page.element("h3", comparison.name());
        String columns = String.join(", ", comparison.columns());
        Grid grid = new Grid(
                page,
                "Reads " + (columns.isEmpty() ? "no column" : columns),
                "wide",
                List.of("Outcome", "#Bits", Grid.PICTURE));
        List<Level> told = comparison.levels().stream().skip(1).toList();
        List<Level> seen = told.stream().filter(ModelSections::seen).toList();
        seen.forEach(level -> level(grid, level, bars));
        grid.end();
        if (seen.size() < told.size()) {
            page.element("p", "Hardly ever seen, and left out: " + labels(told, seen) + ".", "class", "note");
        }
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
        grid.row(level.label(), meaning(level))
                .figure(Words.bits(Checks.inBits(level)))
                .picture(() -> bars.span(
                        page,
                        0,
                        Checks.inBits(level),
                        level.weight() < 0 ? "against" : "for",
                        Double.POSITIVE_INFINITY))
                .endRow();
    }

    private static String meaning(Level level) {
        String often = "Seen in " + Words.percent(level.m()) + " of pairs of one person and in "
                + Words.percent(level.u()) + " of others.";
        return level.byValue() ? often + " Rare values weigh more, common ones less." : often;
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
                        + " were compared: those that agree by at least one rule below. " + reach()
                        + " What the rules miss cannot be found.");
        Bars bars = new Bars(
                0,
                Math.max(
                        1,
                        model.rules().stream().mapToLong(Rule::newPairs).max().orElse(1)));
        Grid grid = new Grid(
                page,
                "Rules in order; a pair counts as new where no earlier rule gave it",
                "wide",
                List.of("Rule", "#Pairs", "#New", Grid.PICTURE));
        for (Rule rule : model.rules()) {
            grid.row(rule.name(), rule.stopKeys().isEmpty() ? "" : "Passed over values that too many records share.")
                    .figure(Words.count(rule.pairs()))
                    .figure(Words.count(rule.newPairs()))
                    .picture(() -> bars.stack(page, rule.newPairs(), "for", 0, "for"))
                    .endRow();
        }
        grid.end();
        page.close();
    }
}
