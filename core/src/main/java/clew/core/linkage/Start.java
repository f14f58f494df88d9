package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Where training starts: the same shares for all data among pairs of one person, by how well two values agree, and chance among strangers.
 *
 * @param shares by slot and level: among pairs of one person
 * @param byChance by slot and level: among strangers
 */
record Start(List<double[]> shares, List<double[]> byChance) {
    /** Where training starts: by how well two values agree, from missing to altogether different. */
    private static final double[] SHARES = {0, 0.7, 0.15, 0.08, 0.07};

    private static final double[] SHARES_OF_BIRTHS = {0, 0.75, 0.15, 0.08, 0.02};

    static Start of(Plan plan, Chance chance) {
        List<double[]> shares = new ArrayList<>();
        List<double[]> byChance = new ArrayList<>();
        for (int slot = 0; slot < plan.slots().size(); slot++) {
            shares.add(shares(plan, slot));
            double[] ofStrangers = new double[plan.slots().get(slot).levels()];
            for (int level = 1; level < ofStrangers.length; level++) {
                ofStrangers[level] = chance.share(slot, level);
            }
            byChance.add(ofStrangers);
        }
        return new Start(shares, byChance);
    }

    private static double[] shares(Plan plan, int slot) {
        Slot compared = plan.slots().get(slot);
        double[] shares = new double[compared.levels()];
        int[] ranks = new int[5];
        for (int level = 1; level < shares.length; level++) {
            ranks[compared.outcomes().get(level).agreement().ordinal()]++;
        }
        double[] mass = plan.kind(slot) == Kind.DATE_OF_BIRTH ? SHARES_OF_BIRTHS : SHARES;
        double all = 0;
        for (int level = 1; level < shares.length; level++) {
            int rank = compared.outcomes().get(level).agreement().ordinal();
            shares[level] = mass[rank] / ranks[rank];
            all += shares[level];
        }
        for (int level = 1; level < shares.length; level++) {
            shares[level] /= all;
        }
        return shares;
    }

    /** Among pairs of one person, by level, in either state. */
    double[] m(int slot) {
        return shares.get(slot);
    }

    /** Among strangers, by level: chance on its own, half way to one person where what it travels with agrees. */
    double[] u(int slot, int state) {
        double[] ofStrangers = byChance.get(slot);
        if (state == 0) {
            return ofStrangers;
        }
        double[] between = new double[ofStrangers.length];
        for (int level = 1; level < between.length; level++) {
            between[level] = (shares.get(slot)[level] + ofStrangers[level]) / 2;
        }
        return between;
    }
}
