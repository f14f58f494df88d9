package clew.app.web;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An explanation drawn as a waterfall: each reason a bar that begins where the one before ended, the last bar their sum. Every bar stands in its own
 * row beside its words and its number, so that the picture reflows with the page and says nothing that the words do not.
 *
 * @param steps the reasons in order, then the total
 */
record Waterfall(List<Step> steps) {

    /** Width of a bar's picture in its own units; 0 bits never falls on the edge. */
    static final int WIDTH = 400;

    static Waterfall of(Explanation explanation) {
        List<Explanation> reasons = explanation.details().isEmpty() ? List.of(explanation) : explanation.details();
        Scale scale = Scale.of(reasons);
        List<Step> steps = new ArrayList<>();
        long sum = 0;
        for (Explanation reason : reasons) {
            steps.add(
                    Step.of(reason.description(), reason.value(), sum, sum + reason.value(), scale, reason.details()));
            sum += reason.value();
        }
        if (!explanation.details().isEmpty()) {
            steps.add(Step.total(explanation, scale));
        }
        return new Waterfall(List.copyOf(steps));
    }

    /** Reasons that speak for one person. */
    public long reasonsFor() {
        return count("for");
    }

    /** Reasons that speak against. */
    public long reasonsAgainst() {
        return count("against");
    }

    /** Has any reason parts, whose formulas can be shown? */
    public boolean hasParts() {
        return steps.stream().anyMatch(step -> !step.parts().isEmpty());
    }

    // Where one starts, before anything is compared, speaks neither for nor against.
    private long count(String kind) {
        return steps.stream()
                .filter(step -> step.kind().equals(kind) && !step.words().startsWith("Before "))
                .count();
    }

    /**
     * One bar.
     *
     * @param words the reason
     * @param parts what it consists of, in words; empty when it has no parts
     * @param bits its weight, with its sign
     * @param kind {@code for}, {@code against} or {@code total}
     * @param x left end of the bar
     * @param width of the bar
     * @param zero where 0 bits is
     */
    record Step(String words, List<String> parts, String bits, String kind, long x, long width, long zero) {

        static Step of(String words, long value, long from, long to, Scale scale, List<Explanation> parts) {
            long start = scale.x(Math.min(from, to));
            return new Step(
                    Words.capital(words.replace("log2 of the odds", "the odds")),
                    parts.stream()
                            .map(part -> part.description() + " (" + bits(part.value()) + ")")
                            .toList(),
                    bits(value),
                    value < 0 ? "against" : "for",
                    start,
                    Math.max(2, scale.x(Math.max(from, to)) - start),
                    scale.x(0));
        }

        static Step total(Explanation explanation, Scale scale) {
            Step bar = of("All together", explanation.value(), 0, explanation.value(), scale, List.of());
            return new Step(bar.words, bar.parts, bar.bits, "total", bar.x, bar.width, bar.zero);
        }

        private static String bits(long value) {
            double tenths = Math.round(10.0 * value / Explanation.UNITS_PER_BIT) / 10.0;
            return tenths == 0
                    ? "0.0"
                    : String.format(Locale.UK, "%+.1f", tenths).replace('-', '−');
        }
    }

    /** From fixed-point bits to the picture's units. */
    private record Scale(long least, long most) {

        static Scale of(List<Explanation> reasons) {
            long sum = 0;
            long least = 0;
            long most = 0;
            for (Explanation reason : reasons) {
                sum += reason.value();
                least = Math.min(least, sum);
                most = Math.max(most, sum);
            }
            return new Scale(least, Math.max(most, least + 1));
        }

        long x(long value) {
            return Math.round((double) (value - least) * WIDTH / (most - least));
        }
    }
}
