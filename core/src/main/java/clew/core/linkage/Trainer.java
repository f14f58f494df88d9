package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns m, and lambda, by expectation-maximisation on the histogram of patterns over all candidates (Fellegi and Sunter 1969; Winkler 1988). u comes from
 * {@link Chance}, less the expected matches among the agreements; only where a slot travels with an agreeing one is u learnt too.
 */
final class Trainer {
    private static final int MOST_ROUNDS = 100;
    private static final double SETTLED = 1e-4;
    private static final double PRIOR_PAIRS = 20;
    private static final double LEAST_SHARE_BY_CHANCE = 0.1;
    private static final double LEAST_AGREEING = 0.3;
    private static final double LEAST_PERSONAL_AGREEING = 0.5;
    private static final double OFTEN_PRESENT = 0.2;
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

    /** Where training starts: by how well two values agree, from missing to altogether different. */
    private static final double[] SHARES = {0, 0.7, 0.15, 0.08, 0.07};

    private static final double[] SHARES_OF_BIRTHS = {0, 0.75, 0.15, 0.08, 0.02};

    /** Share of what training takes for matches that differ altogether in a fact of the person, before it is bounded, from which the matches are doubted. */
    private static final double DOUBTED = 0.2;

    /** The same, from which training learns from the facts of the person first. */
    private static final double CONFUSED = 0.1;

    private static final double APART = 0.1;
    private static final double MOST_MATCHES_A_RECORD = 25;
    private static final double MOST_BITS = 20;
    private static final double LOG2 = Math.log(2);

    private final Plan plan;
    private final Histogram.Entries entries;
    private final Chance chance;
    private final double possiblePairs;
    private final int slots;
    private final int[] parents;
    /** By slot and level. */
    private final boolean[][] told;

    private final double[][][] m;
    private final double[][][] u;
    private final double[][][] start;
    private final double[][][] startU;
    /** Slots whose evidence is not listened to for now. */
    private final boolean[] silent;
    /** Slots whose m is no longer learnt. */
    private final boolean[] held;
    /** By slot: share of the matches that differ altogether in it, as learnt, before it was bounded. */
    private final double[] different;

    private final Homes homes;

    private double lambda;
    /** Probability that two records taken at random are of two people of one home. */
    private double lambdaOfHomes;

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
        if (taken.isAboutHomes() || taken.isConfused()) {
            Trainer persons = new Trainer(plan, entries, chance, records * 0.5, possiblePairs);
            persons.trainByPerson();
            persons.checkPersons();
            return persons;
        }
        if (Math.abs(many.matches() - few.matches()) > APART * Math.max(many.matches(), few.matches())) {
            taken.warnings.add("training from two starting points ended in different optima, with "
                    + Math.round(many.matches()) + " and " + Math.round(few.matches())
                    + " matches: the likelier was taken, look at the weights before trusting it");
        }
        taken.checkPersons();
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
        parents = new int[slots];
        told = new boolean[slots][];
        m = new double[slots][2][];
        u = new double[slots][2][];
        start = new double[slots][2][];
        startU = new double[slots][2][];
        silent = new boolean[slots];
        held = new boolean[slots];
        different = new double[slots];
        for (int slot = 0; slot < slots; slot++) {
            parents[slot] = plan.parent(slot);
            told[slot] = plan.told(slot);
            start(slot);
        }
        lambda = Math.min(0.1, Math.max(1, expectedMatches) / this.possiblePairs);
        homes = new Homes(plan, m, u);
        lambdaOfHomes = homes.any() ? lambda : 0;
    }

    private void start(int slot) {
        Slot compared = plan.slots().get(slot);
        int levels = compared.levels();
        double[] shares = new double[levels];
        int[] ranks = new int[5];
        for (int level = 1; level < levels; level++) {
            ranks[compared.outcomes().get(level).agreement().ordinal()]++;
        }
        double[] mass = plan.kind(slot) == Kind.DATE_OF_BIRTH ? SHARES_OF_BIRTHS : SHARES;
        double all = 0;
        for (int level = 1; level < levels; level++) {
            int rank = compared.outcomes().get(level).agreement().ordinal();
            shares[level] = mass[rank] / ranks[rank];
            all += shares[level];
        }
        double[] byChance = new double[levels];
        for (int level = 1; level < levels; level++) {
            shares[level] /= all;
            byChance[level] = chance.share(slot, level);
        }
        double[] between = new double[levels];
        for (int level = 1; level < levels; level++) {
            between[level] = (shares[level] + byChance[level]) / 2;
        }
        for (int state = 0; state < 2; state++) {
            start[slot][state] = shares;
            m[slot][state] = shares.clone();
            startU[slot][state] = state == 0 ? byChance : between;
            u[slot][state] = startU[slot][state].clone();
        }
    }

    private boolean isAboutHomes() {
        int compared = 0;
        int disagreeing = 0;
        for (int slot = 0; slot < slots; slot++) {
            if (plan.isPersonal(slot) && chance.present(slot) > OFTEN_PRESENT) {
                compared++;
                disagreeing += agreeing(slot) < LEAST_PERSONAL_AGREEING ? 1 : 0;
            }
        }
        return compared > 1 && disagreeing > 0;
    }

    private boolean isConfused() {
        return IntStream.range(0, slots).anyMatch(slot -> differs(slot, CONFUSED));
    }

    private boolean differs(int slot, double more) {
        return different[slot] > more && chance.present(slot) > OFTEN_PRESENT;
    }

    private void trainByPerson() {
        for (int slot = 0; slot < slots; slot++) {
            silent[slot] = !plan.isPersonal(slot);
        }
        train();
        Arrays.fill(silent, false);
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
        return likelihood();
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
        checkOptimum();
    }

    private double round() {
        double[][][] weights = weights();
        double[][][] weightsOfHomes = weightsOfHomes();
        double[][][] matches = new double[slots][2][16];
        double[][][] relatives = new double[slots][2][16];
        double[][][] others = new double[slots][2][16];
        double allMatches = 0;
        double allRelatives = 0;
        for (int i = 0; i < entries.size(); i++) {
            long pattern = entries.patterns()[i];
            double odds = odds(pattern, weights, prior(lambda));
            double oddsOfHomes = homes.any() ? odds(pattern, weightsOfHomes, prior(lambdaOfHomes)) : 0;
            double ofOthers = entries.counts()[i] / (1 + odds + oddsOfHomes);
            double ofMatches = ofOthers * odds;
            double ofRelatives = ofOthers * oddsOfHomes;
            allMatches += ofMatches;
            allRelatives += ofRelatives;
            for (int slot = 0; slot < slots; slot++) {
                int level = Plan.level(pattern, slot);
                int state = state(slot, pattern);
                matches[slot][state][level] += ofMatches;
                relatives[slot][state][level] += ofRelatives;
                others[slot][state][level] += ofOthers;
            }
        }
        lambda = Math.min(0.5, Math.max(allMatches, 0.5) / possiblePairs);
        lambdaOfHomes = homes.any() ? Math.min(0.4, (allRelatives + priorRelatives()) / possiblePairs) : 0;
        double moved = 0;
        for (int slot = 0; slot < slots; slot++) {
            for (int state = 0; state < 2 && !held[slot]; state++) {
                double before = m[slot][state][1];
                double settled = estimate(m[slot][state], matches[slot][state], start[slot][state]);
                if (homes.isPersonal(slot)) {
                    noteDifferent(slot, matches[slot]);
                    bound(m[slot][state], mostDifferent(slot));
                    settled = Math.abs(before - m[slot][state][1]);
                }
                moved = Math.max(moved, settled);
            }
            takeAway(slot, matches[slot], relatives[slot]);
            estimate(u[slot][1], others[slot][1], startU[slot][1]);
            homes.learn(slot, relatives[slot], m[slot], u[slot]);
        }
        return moved;
    }

    private double priorRelatives() {
        return Math.min(PRIOR_RELATIVES, PRIOR_RELATIVES_A_MATCH * matches());
    }

    private double prior(double share) {
        return Math.log(share / (1 - lambda - lambdaOfHomes)) / LOG2;
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
        for (int level = 1; level < m[slot][0].length; level++) {
            all += matches[0][level] + matches[1][level];
        }
        int last = m[slot][0].length - 1;
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
        double pairs = possiblePairs * chance.present(slot);
        double taken = 0;
        for (int level = 1; level < u[slot][0].length; level++) {
            taken += matches[0][level] + matches[1][level] + relatives[0][level] + relatives[1][level];
        }
        for (int level = 1; level < u[slot][0].length; level++) {
            double all = pairs * startU[slot][0][level];
            double known = matches[0][level] + matches[1][level] + relatives[0][level] + relatives[1][level];
            u[slot][0][level] = Math.max(all - known, all * LEAST_SHARE_BY_CHANCE) / Math.max(1, pairs - taken);
        }
    }

    /** Of a class of pairs against strangers. */
    private double odds(long pattern, double[][][] weights, double prior) {
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

    private int state(int slot, long pattern) {
        int parent = parents[slot];
        return parent >= 0 && told[slot][Plan.level(pattern, parent)] ? 1 : 0;
    }

    /** Weights in bits, with the safeguards: "different" never speaks for, and no agreement says less than "different". */
    private double[][][] weights() {
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
    private double[][][] weightsOfHomes() {
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

    private double matches() {
        return lambda * possiblePairs;
    }

    /** Log-likelihood of the candidates' patterns. */
    private double likelihood() {
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

    private void checkOptimum() {
        double matches = lambda * possiblePairs;
        if (matches < 2) {
            warnings.add("hardly any match was found: there may be none, or the columns tell too little");
        }
        int compared = 0;
        List<String> poor = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            if (parents[slot] < 0 && chance.present(slot) > OFTEN_PRESENT) {
                compared++;
                if (agreeing(slot) < LEAST_AGREEING) {
                    poor.add(plan.slots().get(slot).name());
                }
            }
        }
        if (poor.size() * 2 > compared) {
            warnings.add("most comparisons hardly agree among the matches found (" + String.join(", ", poor)
                    + "): training has probably landed in a wrong optimum");
        }
    }

    /** Two records of one person hardly ever differ altogether in a fact about them: where many do, something that namesakes share is taken for evidence. */
    private void checkPersons() {
        for (int slot = 0; slot < slots; slot++) {
            if (differs(slot, DOUBTED)) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "training has probably landed in a wrong optimum: of the pairs that it takes for matches %.0f%% differ altogether in %s,"
                                + " so that other people, perhaps namesakes, are taken for one person; look whether a column holds what another says already, such as an"
                                + " e-mail made of the name, and leave it out",
                        different[slot] * 100,
                        plan.slots().get(slot).name()));
            }
        }
        contradicted();
    }

    /** Where an agreement is no commoner among matches than between strangers, the fact speaks against what the others say. */
    private void contradicted() {
        for (int slot = 0; slot < slots; slot++) {
            double byChance = agreeing(slot, u);
            if (parents[slot] < 0
                    && chance.present(slot) > OFTEN_PRESENT
                    && matches() > PRIOR_PAIRS
                    && agreeing(slot) < byChance) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "training has probably landed in a wrong optimum: %s agrees in %.1f%% of the matches found, less often than by chance (%.1f%%)",
                        plan.slots().get(slot).name(),
                        agreeing(slot) * 100,
                        byChance * 100));
            }
        }
    }

    private double agreeing(int slot) {
        return agreeing(slot, m);
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

    double lambda() {
        return lambda;
    }

    int rounds() {
        return rounds;
    }

    List<String> warnings() {
        return warnings;
    }
}
