package clew.core.measure;

/**
 * How far two partitions of the same rows agree. Sources: Danon and others 2005 (normalised mutual information, here by the arithmetic mean of both entropies),
 * Hubert and Arabie 1985 (adjusted Rand index).
 *
 * @param nmi in [0, 1]; 1 when they are the same
 * @param ari 1 when they are the same, about 0 when they agree by chance, and may be below
 * @param pairs of rows: together in both, of those together in the one found and in truth
 */
public record Agreement(double nmi, double ari, Counts pairs) {

    public static Agreement of(Partition truth, Partition found) {
        Partition both = truth.meet(found);
        Counts pairs = new Counts(found.pairs(), both.pairs(), truth.pairs());
        double entropies = entropy(truth) + entropy(found);
        double mutual = entropies - entropy(both);
        double all = truth.rows() * (truth.rows() - 1.0) / 2;
        double expected = all == 0 ? 0 : truth.pairs() * (double) found.pairs() / all;
        double most = (truth.pairs() + found.pairs()) / 2.0;
        return new Agreement(
                entropies == 0 ? 1 : Math.max(0, 2 * mutual / entropies),
                most == expected ? 1 : (both.pairs() - expected) / (most - expected),
                pairs);
    }

    /** In nats. */
    private static double entropy(Partition partition) {
        double sum = 0;
        for (int part = 0; part < partition.parts(); part++) {
            double share = partition.size(part) / (double) partition.rows();
            sum -= share * Math.log(share);
        }
        return sum;
    }
}
