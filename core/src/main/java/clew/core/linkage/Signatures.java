package clew.core.linkage;

/**
 * One machine word for each text of a dictionary, which tells most texts apart without reading them: the symbols that occur, how many there are, the first three, and
 * whether there are several words. So small that those of a hundred thousand texts stay in a processor's cache.
 *
 * <p>All bounds are safe: what they rule out, the kernels would rule out too.
 */
final class Signatures {
    /** A bit for each letter and digit; any other symbol shares one of them. */
    private static final int SYMBOLS = 36;

    private static final long SYMBOL_BITS = (1L << SYMBOLS) - 1;
    private static final int LENGTH_BITS = 7;
    private static final int START = SYMBOLS + LENGTH_BITS;
    private static final int START_SYMBOLS = 3;
    /** Bits kept of each of the first symbols. */
    private static final int START_BITS = 6;

    private static final long START_ENDS = 1L << START + START_SYMBOLS * START_BITS;
    private static final long SEVERAL_WORDS = START_ENDS << 1;

    private final Dictionary texts;

    Signatures(Dictionary texts) {
        this.texts = texts;
    }

    /**
     * The word of a text.
     *
     * @param symbols of it, among others
     * @param from its first
     * @param to after its last
     * @param severalWords whether it has several words
     */
    static long word(byte[] symbols, int from, int to, boolean severalWords) {
        long word = (long) (to - from) << SYMBOLS | (severalWords ? SEVERAL_WORDS : 0);
        for (int place = from; place < to; place++) {
            word |= 1L << bit(symbols[place] & 0xFF);
        }
        for (int place = from; place < Math.min(to, from + START_SYMBOLS); place++) {
            word |= (symbols[place] & (1L << START_BITS) - 1) << START + (place - from) * START_BITS;
        }
        return word;
    }

    private static int bit(int symbol) {
        if (symbol >= 'a' && symbol <= 'z') {
            return symbol - 'a';
        }
        return symbol >= '0' && symbol <= '9' ? 26 + symbol - '0' : symbol % SYMBOLS;
    }

    /** The word of a text, for the questions below. */
    long of(int text) {
        return texts.signature(text);
    }

    static int length(long word) {
        return (int) (word >>> SYMBOLS) & (1 << LENGTH_BITS) - 1;
    }

    static boolean hasSeveralWords(long word) {
        return (word & SEVERAL_WORDS) != 0;
    }

    /** How many symbols, of the first three, may stand at the beginning of both. */
    static int startAtMost(long one, long other) {
        return Long.numberOfTrailingZeros((one ^ other) >>> START | START_ENDS >>> START) / START_BITS;
    }

    /** Symbols that both may have in common, each counted as often as it occurs. */
    static int sharedAtMost(long one, long other) {
        return Math.min(
                length(one) - Long.bitCount(one & ~other & SYMBOL_BITS),
                length(other) - Long.bitCount(other & ~one & SYMBOL_BITS));
    }

    /** The edit distance is at least this: an edit adds or removes one symbol, puts one in another's place, or swaps two. */
    static int distanceAtLeast(long one, long other) {
        int missing = Math.max(Long.bitCount(one & ~other & SYMBOL_BITS), Long.bitCount(other & ~one & SYMBOL_BITS));
        return Math.max(missing, Math.abs(length(one) - length(other)));
    }

    /** How many symbols stand at the beginning of both texts. */
    int sharedStart(int left, int right) {
        int shorter = Math.min(texts.length(left), texts.length(right));
        int shared = 0;
        while (shared < shorter && texts.symbol(left, shared) == texts.symbol(right, shared)) {
            shared++;
        }
        return shared;
    }
}
