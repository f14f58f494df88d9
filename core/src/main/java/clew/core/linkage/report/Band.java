package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

    /** The kept pairs of a result in bands of one width, highest first, without gaps; the threshold is the end of a band. */
    static List<Band> of(LinkResult result) {
        TreeMap<Integer, long[]> bits = byBit(result);
        if (bits.isEmpty()) {
            return List.of();
        }
        int width = Math.max(1, (bits.lastKey() - bits.firstKey() + BANDS) / BANDS);
        TreeMap<Integer, long[]> bands = new TreeMap<>();
        bits.forEach((bit, counts) -> {
            long[] band = bands.computeIfAbsent(Math.floorDiv(bit, width), any -> new long[2]);
            band[0] += counts[0];
            band[1] += counts[1];
        });
        double cut = cutBits(result);
        return IntStream.iterate(bands.lastKey(), band -> band >= bands.firstKey(), band -> band - 1)
                .mapToObj(band -> {
                    long[] counts = bands.getOrDefault(band, new long[2]);
                    return new Band(cut + band * width, cut + (band + 1) * width, counts[0], counts[1]);
                })
                .toList();
    }

    /** Joined and apart pairs by whole bits above the threshold. */
    private static TreeMap<Integer, long[]> byBit(LinkResult result) {
        ScoredPairs pairs = result.pairs();
        long cut = ScoredPairs.weightOf(result.model().threshold());
        TreeMap<Integer, long[]> byBit = new TreeMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int bit = (int) Math.floorDiv(pairs.weight(pair) - cut, Explanation.UNITS_PER_BIT);
            boolean joined = result.personOf(pairs.left(pair)) == result.personOf(pairs.right(pair));
            byBit.computeIfAbsent(bit, any -> new long[2])[joined ? 0 : 1]++;
        }
        return byBit;
    }

    private static double cutBits(LinkResult result) {
        return (double) ScoredPairs.weightOf(result.model().threshold()) / Explanation.UNITS_PER_BIT;
    }

    /** All pairs of the band. */
    public long pairs() {
        return joined + apart;
    }
}
