package clew.core.linkage.report;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.ScoredPairs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Kept pairs of about one weight.
 *
 * @param fromBits lower end, a whole number of bits
 * @param toBits upper end, not included
 * @param joined pairs whose records are one person
 * @param apart pairs whose records are two persons
 */
public record Band(int fromBits, int toBits, long joined, long apart) {

    /** About how many bands make a picture that can still be read. */
    private static final int BANDS = 20;

    /** The kept pairs of a result in bands of one width, highest first, without gaps. */
    static List<Band> of(LinkResult result) {
        Map<Integer, long[]> byBit = byBit(result);
        if (byBit.isEmpty()) {
            return List.of();
        }
        TreeMap<Integer, long[]> bits = new TreeMap<>(byBit);
        int width = Math.max(1, (bits.lastKey() - bits.firstKey() + BANDS) / BANDS);
        TreeMap<Integer, long[]> bands = new TreeMap<>();
        int lowest = Math.floorDiv(bits.firstKey(), width);
        for (int band = lowest; band <= Math.floorDiv(bits.lastKey(), width); band++) {
            bands.put(band, new long[2]);
        }
        bits.forEach((bit, counts) -> {
            long[] band = bands.getOrDefault(Math.floorDiv(bit, width), counts);
            band[0] += counts[0];
            band[1] += counts[1];
        });
        return bands.descendingMap().entrySet().stream()
                .map(band -> new Band(
                        band.getKey() * width, (band.getKey() + 1) * width, band.getValue()[0], band.getValue()[1]))
                .toList();
    }

    private static Map<Integer, long[]> byBit(LinkResult result) {
        ScoredPairs pairs = result.pairs();
        Map<Integer, long[]> byBit = new TreeMap<>();
        for (int pair = 0; pair < pairs.size(); pair++) {
            int bit = (int) Math.floorDiv(pairs.weight(pair), Explanation.UNITS_PER_BIT);
            boolean joined = result.personOf(pairs.left(pair)) == result.personOf(pairs.right(pair));
            byBit.computeIfAbsent(bit, any -> new long[2])[joined ? 0 : 1]++;
        }
        return byBit;
    }

    /** All pairs of the band. */
    public long pairs() {
        return joined + apart;
    }
}
