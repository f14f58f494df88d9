package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Kept pairs of about one weight.
 *
 * @param fromBits lower end
 * @param toBits upper end, not included
 * @param joined pairs whose records are one person
 * @param apart pairs whose records are two persons
 */
public record Band(double fromBits, double toBits, long joined, long apart) {

    /** About how many bands make a picture that can still be read. */
    private static final int BANDS = 20;

    /** The kept pairs of a result in bands of one width, highest first, without gaps; the threshold is the end of a band. {@code joined}: which are of one person. */
    static List<Band> of(LinkResult result, BitSet joined) {
        ScoredPairs pairs = result.pairs();
        if (pairs.size() == 0) {
            return List.of();
        }
        long cut = ScoredPairs.weightOf(result.model().threshold());
        int highest = bit(pairs.weight(0), cut);
        int lowest = bit(pairs.weight(pairs.size() - 1), cut);
        int width = Math.max(1, (highest - lowest + BANDS) / BANDS);
        double cutBits = (double) cut / Explanation.UNITS_PER_BIT;
        List<Band> bands = new ArrayList<>();
        int begin = 0;
        for (int band = Math.floorDiv(highest, width); band >= Math.floorDiv(lowest, width); band--) {
            int end = pairs.atLeast(cut + (long) band * width * Explanation.UNITS_PER_BIT);
            int one = joined.get(begin, end).cardinality();
            bands.add(new Band(cutBits + band * width, cutBits + (band + 1) * width, one, end - begin - one));
            begin = end;
        }
        return bands;
    }

    /** Whole bits above the threshold. */
    private static int bit(long weight, long cut) {
        return (int) Math.floorDiv(weight - cut, Explanation.UNITS_PER_BIT);
    }

    /** All pairs of the band. */
    public long pairs() {
        return joined + apart;
    }
}
