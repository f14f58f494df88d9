package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Learns m, and lambda, by expectation-maximisation on the histogram of patterns over all candidates (Fellegi and Sunter 1969; Winkler 1988). u comes from
 * {@link Chance}, less the expected matches among the agreements; only where a slot travels with an agreeing one is u learnt too.
 */
final class Trainer {
    /** Two records that nothing speaks for or against, the only ones of a table, are not one person. */
    private static final double LESS_THAN_EVEN = 0.4999;

    private static final int MOST_ROUNDS = 100;
    private static final double SETTLED = 1e-4;
    private static final double PRIOR_PAIRS = 20;
    private static final double LEAST_SHARE_BY_CHANCE = 0.1;
    /**
     * Pairs of two of one home that are thought of beside those seen, at most, and how many to a match: people live in homes, though a table may hardly show it.
     */
    private static final double PRIOR_RELATIVES = 5;

    private static final double PRIOR_RELATIVES_A_MATCH = 0.02;

    /** Share of the matches that may differ altogether in a fact of the person; more says that they are not of one person. */
    private static final double MOST_DIFFERENT = 0.1;

    /**
     * The same of dates of birth, of which slips leave most of the digits: among namesakes whose birth differs altogether hardly anybody is one person, but there are
     * enough of them to be taken for matches.
     */
    private static final double MOST_BORN_DIFFERENTLY = 0.02;

    private static final double APART = 0.1;
    private static final double MOST_MATCHES_A_RECORD = 25;

    private final Plan plan;
    private final Histogram.Entries entries;
    private final Chance chance;
    private final double possiblePairs;
    private final int slots;
    private final Start start;
    private final Mixture mixture;
    /** Slots whose m is no longer learnt. */
    private final boolean[] held;
    /** By slot: share of the matches that differ altogether in it, as learnt, before it was bounded. */
    private final double[] different;

    private int rounds;
    private final List<String> warnings = new ArrayList<>();

    /**
     * Trains from two starting points, one expecting many matches and one expecting few, and takes the likelier end; where they end apart, that is said.
     *
     * <p>Among records of households the likelier end may be about homes: people of one address and phone, whose names and dates of birth differ; among the records of
     * a large region about neighbourhoods: people of one town with one name. An end in which a name or the date of birth of most matches disagrees, or of many differs
     * altogether, is not about persons. Then m of the facts about the person is learnt from those facts alone
     * and held, and everything else is learnt from the matches that they point to.
     */
    static Trainer trained(
            Plan plan, Histogram.Entries entries, Chance chance, long records, long possiblePairs, Workers workers) {
        Trainer many = new Trainer(plan, entries, chance, records * 0.5, possiblePairs);
        Trainer few = new Trainer(plan, entries, chance, records * 0.02, possiblePairs);
        List<Double> likelihoods = workers.run(List.of(many::likelihoodOnceTrained, few::likelihoodOnceTrained));
        Trainer taken = likelihoods.get(1) > likelihoods.get(0) ? few : many;
        if (taken.optimum().isAboutHomes() || taken.optimum().isConfused()) {
            Trainer persons = new Trainer(plan, entries, chance, records * 0.5, possiblePairs);
            persons.trainByPerson();
            persons.warnings.addAll(persons.optimum().ofPersons());
            return persons;
        }
        if (Math.abs(many.matches() - few.matches()) > APART * Math.max(many.matches(), few.matches())) {
            taken.warnings.add("training from two starting points ended in different optima, with "
                    + Math.round(many.matches()) + " and " + Math.round(few.matches())
                    + " matches: the likelier was taken, look at the weights before trusting it");
        }
        taken.warnings.addAll(taken.optimum().ofPersons());
        if (taken.matches() > MOST_MATCHES_A_RECORD * records) {
            taken.warnings.add("training found " + Math.round(taken.matches() / records)
                    + " matches a record, which is hardly possible: a value that many share is taken for evidence");
        }
        return taken;
    }

    private Trainer(Plan plan, Histogram.Entries entries, Chance chance, double expectedMatches, long possiblePairs) {
        this.plan = plan;
        this.entries = entries;
        this.chance = chance;
        this.possiblePairs = Math.max(1, possiblePairs);
        slots = plan.slots().size();
        held = new boolean[slots];
        different = new double[slots];
        start = Start.of(plan, chance);
        mixture = new Mixture(plan, start, Math.min(0.1, Math.max(1, expectedMatches) / this.possiblePairs));
    }

    private void trainByPerson() {
        for (int slot = 0; slot < slots; slot++) {
            mixture.silent[slot] = !plan.isPersonal(slot);
        }
        train();
        Arrays.fill(mixture.silent, false);
        for (int slot = 0; slot < slots; slot++) {
            held[slot] = plan.isPersonal(slot);
        }
        warnings.clear();
        train();
        warnings.add(
                "at first training took people of one home or neighbourhood for one person; so it learnt from names, dates of birth and identifiers"
                        + " alone how often they agree, and the rest from the matches that these point to");
    }

    private double likelihoodOnceTrained() {
        train();
        return mixture.likelihood(entries);
    }

    private void train() {
        double moved = 1;
        int last = rounds + MOST_ROUNDS;
        while (rounds < last && moved > SETTLED) {
            moved = round();
            rounds++;
        }
        if (moved > SETTLED) {
            warnings.add("training did not settle within " + MOST_ROUNDS + " rounds");
        }
        warnings.addAll(optimum().ofTraining());
    }

    private double round() {
        double[][][] m = mixture.m;
        double[][][] u = mixture.u;
        Homes homes = mixture.homes;
        double[][][] weights = mixture.weights();
        double[][][] weightsOfHomes = mixture.weightsOfHomes();
        double[][][] matches = new double[slots][2][16];
        double[][][] relatives = new double[slots][2][16];
        double[][][] others = new double[slots][2][16];
        double allMatches = 0;
        double allRelatives = 0;
        for (int i = 0; i < entries.size(); i++) {
            long pattern = entries.patterns()[i];
            double odds = mixture.odds(pattern, weights, mixture.prior(mixture.lambda));
            double oddsOfHomes =
                    homes.any() ? mixture.odds(pattern, weightsOfHomes, mixture.prior(mixture.lambdaOfHomes)) : 0;
            double ofOthers = entries.counts()[i] / (1 + odds + oddsOfHomes);
            double ofMatches = ofOthers * odds;
            double ofRelatives = ofOthers * oddsOfHomes;
            allMatches += ofMatches;
            allRelatives += ofRelatives;
            for (int slot = 0; slot < slots; slot++) {
                int level = Plan.level(pattern, slot);
                int state = mixture.state(slot, pattern);
                matches[slot][state][level] += ofMatches;
                relatives[slot][state][level] += ofRelatives;
                others[slot][state][level] += ofOthers;
            }
        }
        mixture.lambda = Math.min(LESS_THAN_EVEN, Math.max(allMatches, 0.5) / possiblePairs);
        mixture.lambdaOfHomes = homes.any() ? Math.min(0.4, (allRelatives + priorRelatives()) / possiblePairs) : 0;
        double moved = 0;
        for (int slot = 0; slot < slots; slot++) {
            for (int state = 0; state < 2 && !held[slot]; state++) {
                double before = m[slot][state][1];
                double settled = estimate(m[slot][state], matches[slot][state], start.m(slot));
                if (homes.isPersonal(slot)) {
                    noteDifferent(slot, matches[slot]);
                    bound(m[slot][state], mostDifferent(slot));
                    settled = Math.abs(before - m[slot][state][1]);
                }
                moved = Math.max(moved, settled);
            }
            takeAway(slot, matches[slot], relatives[slot]);
            estimate(u[slot][1], others[slot][1], start.u(slot, 1));
            homes.learn(slot, relatives[slot], m[slot], u[slot]);
        }
        return moved;
    }

    private double priorRelatives() {
        return Math.min(PRIOR_RELATIVES, PRIOR_RELATIVES_A_MATCH * matches());
    }

    private static double estimate(double[] probabilities, double[] counts, double[] start) {
        double all = PRIOR_PAIRS;
        for (int level = 1; level < probabilities.length; level++) {
            all += counts[level];
        }
        double moved = 0;
        for (int level = 1; level < probabilities.length; level++) {
            double estimate = (counts[level] + PRIOR_PAIRS * start[level]) / all;
            moved = Math.max(moved, Math.abs(estimate - probabilities[level]));
            probabilities[level] = estimate;
        }
        return moved;
    }

    /** Of the matches that have the fact, in either state. */
    private void noteDifferent(int slot, double[][] matches) {
        double all = 0;
        for (int level = 1; level < mixture.m[slot][0].length; level++) {
            all += matches[0][level] + matches[1][level];
        }
        int last = mixture.m[slot][0].length - 1;
        different[slot] = all < PRIOR_PAIRS ? 0 : (matches[0][last] + matches[1][last]) / all;
    }

    private double mostDifferent(int slot) {
        return plan.kind(slot) == Kind.DATE_OF_BIRTH ? MOST_BORN_DIFFERENTLY : MOST_DIFFERENT;
    }

    /** The likeliest shares of which the last is at most so much. */
    private static void bound(double[] shares, double most) {
        int last = shares.length - 1;
        if (shares[last] > most) {
            double rest = (1 - most) / (1 - shares[last]);
            for (int level = 1; level < last; level++) {
                shares[level] *= rest;
            }
            shares[last] = most;
        }
    }

    /** Agreements among random pairs hold the matches and the relatives too; what is left is chance. */
    private void takeAway(int slot, double[][] matches, double[][] relatives) {
        double[][] u = mixture.u[slot];
        double pairs = possiblePairs * chance.present(slot);
        double taken = 0;
        for (int level = 1; level < u[0].length; level++) {
            taken += matches[0][level] + matches[1][level] + relatives[0][level] + relatives[1][level];
        }
        for (int level = 1; level < u[0].length; level++) {
            double all = pairs * start.u(slot, 0)[level];
            double known = matches[0][level] + matches[1][level] + relatives[0][level] + relatives[1][level];
            u[0][level] = Math.max(all - known, all * LEAST_SHARE_BY_CHANCE) / Math.max(1, pairs - taken);
        }
    }

    private double matches() {
        return mixture.lambda * possiblePairs;
    }

    private Optimum optimum() {
        return new Optimum(plan, chance, mixture, different, matches());
    }

    /** By set of rules: expected number of matches that exactly these rules give. */
    Map<Long, Double> matchesByRules(Histogram.Entries of) {
        return mixture.matchesByRules(of);
    }

    Learnt learnt() {
        return mixture.learnt();
    }

    double lambda() {
        return mixture.lambda;
    }

    int rounds() {
        return rounds;
    }

    List<String> warnings() {
        return warnings;
    }
}
