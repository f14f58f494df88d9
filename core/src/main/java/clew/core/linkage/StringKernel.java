package clew.core.linkage;

/**
 * Similarity of short strings of one-byte symbols, by bit-parallel algorithms: one machine word holds a whole string of up to {@value #LONGEST} symbols.
 *
 * <p>Jaro-Winkler after Winkler (1990) with the common-prefix bonus of 0.1 for up to 4 symbols above 0.7; optimal string alignment (Damerau-Levenshtein in
 * which no part is edited twice) after Hyyrö (2003), "A bit-vector algorithm for computing Levenshtein and Damerau edit distances". Time is
 * linear in the length of the strings. Holds scratch memory: one instance a thread.
 */
final class StringKernel {
    static final int LONGEST = 64;

    /** For each symbol, the places where it stands in the string that was loaded; all zero between calls. */
    private final long[] places = new long[256];

    /**
     * Jaro-Winkler similarity.
     *
     * @return from 0 (nothing shared) to 1 (equal); two empty strings are equal
     */
    double jaroWinkler(byte[] left, int leftFrom, int leftLength, byte[] right, int rightFrom, int rightLength) {
        if (leftLength == 0 || rightLength == 0) {
            return leftLength == rightLength ? 1 : 0;
        }
        // the shorter is loaded, always: the greedy match is not symmetric by itself
        boolean ordered = leftLength < rightLength
                || leftLength == rightLength && compare(left, leftFrom, right, rightFrom, leftLength) <= 0;
        double jaro = ordered
                ? jaro(left, leftFrom, leftLength, right, rightFrom, rightLength)
                : jaro(right, rightFrom, rightLength, left, leftFrom, leftLength);
        if (jaro <= 0.7) {
            return jaro;
        }
        int prefix = 0;
        int longest = Math.min(4, Math.min(leftLength, rightLength));
        while (prefix < longest && left[leftFrom + prefix] == right[rightFrom + prefix]) {
            prefix++;
        }
        return jaro + 0.1 * prefix * (1 - jaro);
    }

    private double jaro(byte[] pattern, int from, int length, byte[] text, int textFrom, int textLength) {
        for (int i = 0; i < length; i++) {
            places[pattern[from + i] & 0xFF] |= 1L << i;
        }
        int window = Math.max(0, textLength / 2 - 1);
        long matchedPattern = 0;
        long matchedText = 0;
        for (int j = 0; j < textLength; j++) {
            long near = places[text[textFrom + j] & 0xFF] & window(j, window) & ~matchedPattern;
            matchedPattern |= near & -near;
            matchedText |= (near == 0 ? 0L : 1L) << j;
        }
        int matches = Long.bitCount(matchedPattern);
        int moved = moved(pattern, from, matchedPattern, text, textFrom, matchedText);
        for (int i = 0; i < length; i++) {
            places[pattern[from + i] & 0xFF] = 0;
        }
        if (matches == 0) {
            return 0;
        }
        double share = matches;
        return (share / length + share / textLength + (share - moved / 2) / share) / 3;
    }

    private static long window(int place, int window) {
        int low = place - window;
        int high = place + window;
        long upTo = high >= 63 ? -1L : (1L << high + 1) - 1;
        return low <= 0 ? upTo : low > 63 ? 0 : upTo & -1L << low;
    }

    private static int moved(
            byte[] pattern, int from, long matchedPattern, byte[] text, int textFrom, long matchedText) {
        int moved = 0;
        long ofPattern = matchedPattern;
        long ofText = matchedText;
        while (ofPattern != 0) {
            if (pattern[from + Long.numberOfTrailingZeros(ofPattern)]
                    != text[textFrom + Long.numberOfTrailingZeros(ofText)]) {
                moved++;
            }
            ofPattern &= ofPattern - 1;
            ofText &= ofText - 1;
        }
        return moved;
    }

    /** Number of insertions, deletions, substitutions and swaps of neighbours that turn one string into the other. */
    int distance(byte[] left, int leftFrom, int leftLength, byte[] right, int rightFrom, int rightLength) {
        if (leftLength == 0 || rightLength == 0) {
            return Math.max(leftLength, rightLength);
        }
        for (int i = 0; i < leftLength; i++) {
            places[left[leftFrom + i] & 0xFF] |= 1L << i;
        }
        long positive = -1L;
        long negative = 0;
        long diagonal = 0;
        long before = 0;
        long last = 1L << leftLength - 1;
        int distance = leftLength;
        for (int j = 0; j < rightLength; j++) {
            long here = places[right[rightFrom + j] & 0xFF];
            long swapped = (~diagonal & here) << 1 & before;
            diagonal = ((here & positive) + positive ^ positive) | here | negative | swapped;
            long up = negative | ~(diagonal | positive);
            long down = diagonal & positive;
            distance += (up & last) != 0 ? 1 : (down & last) != 0 ? -1 : 0;
            up = up << 1 | 1;
            down <<= 1;
            positive = down | ~(diagonal | up);
            negative = up & diagonal;
            before = here;
        }
        for (int i = 0; i < leftLength; i++) {
            places[left[leftFrom + i] & 0xFF] = 0;
        }
        return distance;
    }

    private static int compare(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        return java.util.Arrays.compareUnsigned(
                left, leftFrom, leftFrom + length, right, rightFrom, rightFrom + length);
    }
}
