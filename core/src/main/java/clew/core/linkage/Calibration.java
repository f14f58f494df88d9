package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Moves the prior so that scores agree with the answers of people about a sample of pairs. The shift b is the likeliest for P(same) = 1 / (1 + 2^-(score + b)), where b
 * itself is taken from a normal distribution about 0 with a spread of {@link #SPREAD_BITS}, so that few answers, or answers that all say the same, move it little. The
 * sample may be drawn by score (some pairs of each band), as b depends only on the answers given the scores; weights of single comparisons stay as learnt.
 *
 * <p>An answer given twice counts once. Answers that cannot all be right, two records said to be one person and, directly or through others, said not to be, do not
 * count at all: which of them is wrong is not known.
 */
final class Calibration {
    /** How a model says that it was moved. */
    static final String MOVED = "all scores were moved by ";

    private static final double SPREAD_BITS = 3;
    private static final double MOST_BITS = 20;
    private static final int HALVINGS = 60;
    private static final double LOG2 = Math.log(2);

    private final List<Judgement> counted;
    private final List<int[]> contradictions;

    private Calibration(List<Judgement> counted, List<int[]> contradictions) {
        this.counted = counted;
        this.contradictions = contradictions;
    }

    /**
     * What answers count.
     *
     * @param answers in rows of the table
     * @param canonical by row of the table
     */
    static Calibration of(List<Judgement> answers, int[] canonical) {
        List<Judgement> said = new ArrayList<>(new LinkedHashSet<>(answers.stream()
                .map(answer -> ordered(canonical[answer.left()], canonical[answer.right()], answer.same()))
                .toList()));
        List<int[]> contradictions = Constraints.of(canonical.length, said).contradictions();
        Map<Integer, int[]> groupOf = new HashMap<>();
        contradictions.forEach(group -> Arrays.stream(group).forEach(row -> groupOf.put(row, group)));
        said.removeIf(answer ->
                groupOf.containsKey(answer.left()) && groupOf.get(answer.left()) == groupOf.get(answer.right()));
        return new Calibration(said, contradictions);
    }

    private static Judgement ordered(int one, int other, boolean same) {
        return new Judgement(Math.min(one, other), Math.max(one, other), same);
    }

    /** How many answers count. */
    int counted() {
        return counted.size();
    }

    /** What a model that was moved says. */
    String inWords(long units) {
        return String.format(
                Locale.ROOT,
                MOVED + "%+.2f bits to agree with %d answers of people",
                (double) units / Explanation.UNITS_PER_BIT,
                counted.size());
    }

    /** Records said to be one person that hold a pair said not to be, in canonical rows; each ascending. */
    List<int[]> contradictions() {
        return contradictions;
    }

    /** The shift that the answers ask for, in millionths of a bit; 0 without answers. */
    long units(Plan plan, Weights weights) {
        double[] scores = new double[counted.size()];
        boolean[] same = new boolean[scores.length];
        Comparator.Scratch scratch = new Comparator.Scratch(scores.length);
        for (int i = 0; i < scores.length; i++) {
            Judgement answer = counted.get(i);
            long score = weights.score(answer.left(), plan.pattern(answer.left(), answer.right(), scratch));
            scores[i] = (double) score / Explanation.UNITS_PER_BIT;
            same[i] = answer.same();
        }
        return counted.isEmpty() ? 0 : Explanation.units(shift(scores, same));
    }

    /**
     * The shift.
     *
     * @param scores in bits
     * @param same by score, whether a person said that the two are one person
     * @return in bits, within 20 of 0
     */
    static double shift(double[] scores, boolean[] same) {
        double low = -MOST_BITS;
        double high = MOST_BITS;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(scores, same, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Of the log-likelihood, by the shift; it falls throughout. */
    private static double slope(double[] scores, boolean[] same, double shift) {
        double slope = -shift / (SPREAD_BITS * SPREAD_BITS);
        for (int i = 0; i < scores.length; i++) {
            double probability = 1 / (1 + StrictMath.exp(-(scores[i] + shift) * LOG2));
            slope += LOG2 * ((same[i] ? 1 : 0) - probability);
        }
        return slope;
    }
}
