package clew.core.linkage.report;

import clew.core.explain.Explanation;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pair of records chosen to be looked at.
 *
 * @param choice why it was chosen
 * @param left where one record is found, such as {@code "school / 12"}
 * @param right where the other is found
 * @param probability that they are one person, in [0, 1]
 * @param joined whether the run made them one person
 * @param values their values column by column
 * @param reasons the score and what it is made of
 * @param outcome why they were joined or kept apart, in a sentence
 */
public record Sample(
        Choice choice,
        String left,
        String right,
        double probability,
        boolean joined,
        List<Values> values,
        Explanation reasons,
        String outcome) {

    public Sample {
        values = List.copyOf(values);
    }

    /** Why a pair is shown. */
    public enum Choice {
        STRONG(
                "Strong pairs",
                "Where the evidence is overwhelming. If one of these is wrong, something basic is wrong."),
        BORDERLINE(
                "Pairs at the threshold",
                "The two pairs nearest above and the two nearest below. This is where a different threshold changes the outcome."),
        APART(
                "Two persons",
                "Two records that share a name and, as the machine sees it, are not one person: so you see what speaks against."),
        KEPT_APART(
                "High score, kept apart",
                "The score alone would join these, but the persons they would make contradict themselves. A person should look."),
        WEAKLY_JOINED(
                "Low score, joined all the same",
                "These records scored below the threshold and are one person only through other records between them.");

        private final String title;
        private final String meaning;

        Choice(String title, String meaning) {
            this.title = title;
            this.meaning = meaning;
        }

        String title() {
            return title;
        }

        String meaning() {
            return meaning;
        }
    }

    /** What speaks most for one person, heaviest first, in words; empty when nothing does. */
    List<String> speakingFor() {
        return heaviest(reasons.details().stream().filter(step -> step.value() > 0));
    }

    /** What speaks most against it, heaviest first, in words. */
    List<String> speakingAgainst() {
        return heaviest(reasons.details().stream().filter(step -> step.value() < 0));
    }

    private static List<String> heaviest(Stream<Explanation> steps) {
        return steps.sorted(Comparator.comparingLong((Explanation step) -> -Math.abs(step.value())))
                .limit(3)
                .map(step -> Words.plain(step.description()) + ", " + Words.bits(step.bits()))
                .toList();
    }

    /**
     * One column of both records, as received.
     *
     * @param column its name
     * @param left the value of one record, empty when missing
     * @param right the value of the other
     */
    public record Values(String column, String left, String right) {

        /** How both stand to each other, in words. */
        String comparison() {
            if (left.isBlank() && right.isBlank()) {
                return "both missing";
            }
            if (left.isBlank() || right.isBlank()) {
                return "one missing";
            }
            return left.strip().equalsIgnoreCase(right.strip()) ? "same" : "differ";
        }
    }
}
