package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkModel.Comparison;
import clew.core.linkage.LinkModel.Level;
import clew.core.linkage.LinkModel.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What to check before trusting a run: each doubt with what was seen and what to do about it. */
final class Checks {

    private static final double LOW_RECALL = 0.95;
    private static final double MOSTLY_MISSING = 0.5;
    private static final int LARGE_PERSON = 20;
    private static final double SELDOM = 0.5;
    private static final long ONE_BIT = Explanation.UNITS_PER_BIT;

    /**
     * One thing to check.
     *
     * @param title in a few words
     * @param seen what was seen, with figures, each time it was
     * @param advice what to do
     */
    record Check(String title, List<String> seen, String advice) {
        Check {
            seen = List.copyOf(seen);
        }
    }

    private final LinkReport report;

    /** What was seen under each title and advice, in the order first seen. */
    private final Map<Map.Entry<String, String>, List<String>> checks = new LinkedHashMap<>();

    private Checks(LinkReport report) {
        this.report = report;
    }

    static List<Check> of(LinkReport report) {
        return new Checks(report).all();
    }

    private List<Check> all() {
        report.model().doubts().forEach(this::warning);
        blocking();
        report.model().rules().forEach(this::stopKeys);
        report.columns().forEach(this::missing);
        List<Comparison> own = report.model().comparisons().stream()
                .filter(Checks::standsAlone)
                .toList();
        own.forEach(this::seldomAgrees);
        own.forEach(this::saysLittle);
        own.forEach(this::countsBackwards);
        largePersons();
        undecided();
        return checks.entrySet().stream()
                .map(check -> new Check(
                        check.getKey().getKey(),
                        check.getValue(),
                        check.getKey().getValue()))
                .toList();
    }

    /** What is weighed anew where another field agrees is expected to say little there. */
    private static boolean standsAlone(Comparison comparison) {
        return comparison.given() == null && comparison.tells();
    }

    private void add(String title, String seen, String advice) {
        checks.computeIfAbsent(Map.entry(title, advice), first -> new ArrayList<>())
                .add(seen);
    }

    private void warning(String warning) {
        add("The training warns", warning, "Look at the weights below and the sample pairs before using the result.");
    }

    private void blocking() {
        double recall = report.model().blockingRecall();
        if (recall < LOW_RECALL) {
            add(
                    "Some true pairs were never compared",
                    "The rules that choose which pairs to compare reach an estimated " + Words.percent(recall)
                            + " of the true pairs, at most.",
                    "Name more columns in the mapping, so that more rules can be made.");
        }
    }

    private void stopKeys(Rule rule) {
        if (!rule.stopKeys().isEmpty()) {
            String keys = rule.stopKeys().stream()
                    .limit(3)
                    .map(key ->
                            "\u201c" + key.key() + "\u201d (" + Words.count(key.records(), "record", "records") + ")")
                    .collect(Collectors.joining(", "));
            add(
                    "Values too common to compare by",
                    "The rule \u201c" + rule.name() + "\u201d passed over values that too many records share: " + keys
                            + ".",
                    "See whether these stand for \u201cnot known\u201d. If so, clear them in the source or the mapping.");
        }
    }

    private void missing(LinkReport.Fill column) {
        double share = report.records() == 0 ? 0 : (double) column.missing() / report.records();
        if (share > MOSTLY_MISSING) {
            add(
                    "A column is mostly empty",
                    "\u201c" + column.name() + "\u201d is missing in " + Words.percent(share) + " of the records.",
                    share == 1
                            ? "Check that the mapping names the right column."
                            : "It helps only the pairs that have it; see whether the source can fill it.");
        }
    }

    private void seldomAgrees(Comparison comparison) {
        List<Level> levels = told(comparison);
        double agree = levels.stream()
                .filter(level -> level.weight() > 0)
                .mapToDouble(Level::m)
                .sum();
        if (levels.size() > 1 && agree < SELDOM) {
            add(
                    "A field seldom agrees, even for one person",
                    "\u201c" + comparison.name() + "\u201d counts in favour in only " + Words.percent(agree)
                            + " of the pairs thought to be one person that have it.",
                    "Check that the column holds what the mapping says and is written alike in all sources. If it does, "
                            + "training may have settled on the wrong answer.");
        }
    }

    private void saysLittle(Comparison comparison) {
        List<Level> levels = told(comparison);
        if (levels.size() > 1 && levels.stream().allMatch(level -> Math.abs(level.weight()) < ONE_BIT)) {
            add(
                    "A field says next to nothing",
                    "No outcome of \u201c" + comparison.name() + "\u201d weighs as much as one bit.",
                    "It may be left out of the mapping, or its values may need tidying first.");
        }
    }

    /** What two strangers most often show must count against; where it does not, training may be wrong. */
    private void countsBackwards(Comparison comparison) {
        told(comparison).stream()
                .max(Comparator.comparingDouble(Level::u))
                .filter(level -> level.weight() >= ONE_BIT)
                .ifPresent(level -> add(
                        "What strangers share counts in favour",
                        "\u201c" + comparison.name() + "\u201d: \u201c" + level.label()
                                + "\u201d is what two different persons most often show, yet it weighs "
                                + Words.bits(inBits(level)) + " bits.",
                        "A sign that training settled on the wrong answer: check the column, and the other fields."));
    }

    private void largePersons() {
        if (report.largest() > LARGE_PERSON) {
            add(
                    "Persons with very many records",
                    "The largest person has " + Words.count(report.largest()) + " records.",
                    "Look at it: shared default values can chain people together. Many records of one person can also be right.");
        }
    }

    private void undecided() {
        if (!report.attention().isEmpty()) {
            add(
                    "Left for a person to decide",
                    Words.count(report.attention().size(), "group", "groups")
                            + " of records could not be settled by machine.",
                    "See the section \u201cFor a person to decide\u201d.");
        }
    }

    /** The outcomes other than missing, which comes first. */
    private static List<Level> told(Comparison comparison) {
        return comparison.levels().stream().skip(1).toList();
    }

    static double inBits(Level level) {
        return (double) level.weight() / Explanation.UNITS_PER_BIT;
    }
}
