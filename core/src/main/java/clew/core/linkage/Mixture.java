package clew.core.linkage;

import java.util.Map;
import java.util.TreeMap;

/**
 * What training holds for now of three classes of pairs, one person, strangers and two people of one home: how common each class is, how often each outcome comes about
 * in it, and so how likely a pattern is of it. Not thread-safe: {@link Trainer} changes it round by round.
 */
final class Mixture {
    private static final double MOST_BITS = 20;
    private static final double LOG2 = Math.log(2);

    private final Plan plan;
    private final int slots;
    private final int[] parents;
    /** By slot and level. */
    private final boolean[][] told;

    /** By slot, state and level: share among pairs of one person. */
    final double[][][] m;

    /** By slot, state and level: share among strangers. */
    final double[][][] u;

    /** Slots whose evidence is not listened to for now. */
    final boolean[] silent;

    final Homes homes;

    /** Probability that two records taken at random are of one person. */
    double lambda;

    /** Probability that two records taken at random are of two people of one home. */
    double lambdaOfHomes;

    /** As training starts, with so many of one home as of one person. */
    Mixture(Plan plan, Start start, double lambda) {
        this.plan = plan;
        this.lambda = lambda;
        slots = plan.slots().size();
        parents = new int[slots];
        told = new boolean[slots][];
        m = new double[slots][2][];
        u = new double[slots][2][];
        silent = new boolean[slots];
        for (int slot = 0; slot < slots; slot++) {
            parents[slot] = plan.parent(slot);
            told[slot] = plan.told(slot);
            for (int state = 0; state < 2; state++) {
                m[slot][state] = start.m(slot).clone();
                u[slot][state] = start.u(slot, state).clone();
            }
        }
        homes = new Homes(plan, m, u);
        lambdaOfHomes = homes.any() ? lambda : 0;
    }

    double prior(double share) {
        return Math.log(share / (1 - lambda - lambdaOfHomes)) / LOG2;
    }

    /** Of a class of pairs against strangers. */
    double odds(long pattern, double[][][] weights, double prior) {
        double bits = prior;
        for (int slot = 0; slot < slots; slot++) {
            int level = Plan.level(pattern, slot);
            if (level != 0) {
                bits += weights[slot][state(slot, pattern)][level];
            }
        }
        return Math.exp(bits * LOG2);
    }

    private double probability(long pattern, double[][][] weights, double[][][] weightsOfHomes) {
        double odds = odds(pattern, weights, prior(lambda));
        double oddsOfHomes = homes.any() ? odds(pattern, weightsOfHomes, prior(lambdaOfHomes)) : 0;
        return odds / (1 + odds + oddsOfHomes);
    }

    int state(int slot, long pattern) {
        int parent = parents[slot];
        return parent >= 0 && told[slot][Plan.level(pattern, parent)] ? 1 : 0;
    }

    /** Weights in bits, with the safeguards: "different" never speaks for, and no agreement says less than "different". */
    double[][][] weights() {
        double[][][] weights = new double[slots][2][];
        for (int slot = 0; slot < slots; slot++) {
            for (int state = 0; state < 2; state++) {
                weights[slot][state] =
                        silent[slot] ? new double[m[slot][state].length] : guarded(m[slot][state], u[slot][state]);
            }
        }
        return weights;
    }

    /** log2 of how much likelier each outcome is between two people of one home than between strangers. */
    double[][][] weightsOfHomes() {
        double[][][] weights = new double[slots][2][];
        for (int slot = 0; slot < slots; slot++) {
            for (int state = 0; state < 2; state++) {
                weights[slot][state] = new double[u[slot][state].length];
                for (int level = 1; level < weights[slot][state].length && !silent[slot]; level++) {
                    double bits = Math.log(homes.share(slot, state, level) / u[slot][state][level]) / LOG2;
                    weights[slot][state][level] = Math.max(-MOST_BITS, Math.min(MOST_BITS, bits));
                }
            }
        }
        return weights;
    }

    private static double[] guarded(double[] m, double[] u) {
        double[] weights = new double[m.length];
        int last = m.length - 1;
        for (int level = 1; level <= last; level++) {
            weights[level] = Math.max(-MOST_BITS, Math.min(MOST_BITS, Math.log(m[level] / u[level]) / LOG2));
        }
        weights[last] = Math.min(0, weights[last]);
        for (int level = 1; level < last; level++) {
            weights[level] = Math.max(weights[level], weights[last]);
        }
        return weights;
    }

    /** By set of rules: expected number of matches that exactly these rules give. */
    Map<Long, Double> matchesByRules(Histogram.Entries entries) {
        double[][][] weights = weights();
        double[][][] weightsOfHomes = weightsOfHomes();
        Map<Long, Double> matches = new TreeMap<>();
        for (int i = 0; i < entries.size(); i++) {
            double expected = probability(entries.patterns()[i], weights, weightsOfHomes) * entries.counts()[i];
            matches.merge(entries.masks()[i], expected, Double::sum);
        }
        return matches;
    }

    /** Log-likelihood of the candidates' patterns. */
    double likelihood(Histogram.Entries entries) {
        double total = 0;
        for (int i = 0; i < entries.size(); i++) {
            double ofMatches = Math.log(lambda);
            double ofOthers = Math.log(1 - lambda - lambdaOfHomes);
            double ofHomes = homes.any() ? Math.log(lambdaOfHomes) : Double.NEGATIVE_INFINITY;
            for (int slot = 0; slot < slots; slot++) {
                int level = Plan.level(entries.patterns()[i], slot);
                if (level != 0) {
                    int state = state(slot, entries.patterns()[i]);
                    ofMatches += Math.log(m[slot][state][level]);
                    ofOthers += Math.log(u[slot][state][level]);
                    ofHomes += Math.log(homes.share(slot, state, level));
                }
            }
            double larger = Math.max(Math.max(ofMatches, ofOthers), ofHomes);
            total += entries.counts()[i]
                    * (larger
                            + Math.log(Math.exp(ofMatches - larger)
                                    + Math.exp(ofOthers - larger)
                                    + Math.exp(ofHomes - larger)));
        }
        return total;
    }

    /** Share of the pairs of one person that agree on a slot. */
    double agreeing(int slot) {
        return agreeing(slot, m);
    }

    /** Share of strangers that do. */
    double agreeingByChance(int slot) {
        return agreeing(slot, u);
    }

    private double agreeing(int slot, double[][][] of) {
        double agreeing = 0;
        for (int level = 1; level < of[slot][0].length; level++) {
            agreeing += plan.slots().get(slot).agrees(level) ? of[slot][0][level] : 0;
        }
        return agreeing;
    }

    Learnt learnt() {
        return new Learnt(prior(lambda), homes.any() ? prior(lambdaOfHomes) : null, m, u, weights(), weightsOfHomes());
    }
}
