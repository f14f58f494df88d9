package clew.core.linkage;

/** How alike two texts of a dictionary are: one letter different, much alike, a word shared, somewhat alike, or different. */
final class Likeness {
    static final int NEAR = 0;
    static final int MUCH = 1;
    static final int WORD = 2;
    static final int SOME = 3;
    static final int NONE = 4;

    /** Below this a text is neither near nor much nor somewhat alike. */
    private static final double LEAST = 0.75;

    private static final double MARGIN = 1e-9;
    private static final int LENGTHS = StringKernel.LONGEST + 1;

    /** By beginning shared and both lengths: fewer symbols in common than this are too few for {@link #LEAST}. */
    private static final byte[] SHARED = new byte[5 * LENGTHS * LENGTHS];

    static {
        for (int start = 0; start < 5; start++) {
            for (int one = 0; one < LENGTHS; one++) {
                for (int other = 0; other < LENGTHS; other++) {
                    SHARED[place(start, one, other)] = sharedAtLeast(start, one, other);
                }
            }
        }
    }

    private final Dictionary texts;
    private final Signatures signatures;
    /** By text: one bit for itself and one for each of its words, each bit shared by many. */
    private final long[] wordBits;

    Likeness(Dictionary texts, Signatures signatures) {
        this.texts = texts;
        this.signatures = signatures;
        wordBits = new long[texts.size()];
        for (int text = 0; text < wordBits.length; text++) {
            wordBits[text] = 1L << bit(text);
            for (int word : texts.parts(text)) {
                wordBits[text] |= 1L << bit(word);
            }
        }
    }

    private static int place(int start, int one, int other) {
        return (start * LENGTHS + one) * LENGTHS + other;
    }

    private static byte sharedAtLeast(int start, int one, int other) {
        int shared = 0;
        while (shared < Math.min(one, other) && alikeAtMost(shared, start, one, other) < LEAST) {
            shared++;
        }
        return (byte) shared;
    }

    /** The Jaro-Winkler similarity of two texts with so many symbols in common, were all of them in their places. */
    private static double alikeAtMost(int shared, int start, int one, int other) {
        double jaro = shared == 0 ? 0 : ((double) shared / one + (double) shared / other + 1) / 3 + MARGIN;
        return jaro <= 0.7 ? jaro : jaro + 0.1 * start * (1 - jaro);
    }

    private static int bit(int text) {
        return text * 0x9E3779B9 >>> 26;
    }

    /** Whether a quick look tells that the two texts are different, without a word in common. */
    boolean isClearlyNone(int one, int other) {
        return isClearlyNone(one, other, signatures.of(one), signatures.of(other));
    }

    boolean isClearlyNone(int one, int other, long signature, long otherSignature) {
        int start = Signatures.startAtMost(signature, otherSignature);
        int least =
                SHARED[place(start == 3 ? 4 : start, Signatures.length(signature), Signatures.length(otherSignature))];
        return Signatures.sharedAtMost(signature, otherSignature) < least
                && !(Signatures.hasSeveralWords(signature | otherSignature) && mayShareWord(one, other));
    }

    /** Two single words seldom have a bit in common; where they do, no harm is done by looking closer. */
    private boolean mayShareWord(int one, int other) {
        return (wordBits[one] & wordBits[other]) != 0;
    }

    /** {@link #NEAR} to {@link #NONE} for two different texts. */
    int of(int one, int other, StringKernel kernel) {
        int shorter = Math.min(texts.length(one), texts.length(other));
        int longer = Math.max(texts.length(one), texts.length(other));
        double alike = texts.jaroWinkler(kernel, one, other);
        if (alike >= LEAST && shorter >= 3) {
            int distance = longer - shorter > 2 ? 3 : texts.distance(kernel, one, other);
            if (distance <= 1) {
                return NEAR;
            }
            if (alike >= 0.92 || distance == 2 && shorter >= 6) {
                return MUCH;
            }
        }
        if (mayShareWord(one, other) && sharesWord(one, other)) {
            return WORD;
        }
        return alike >= 0.8 ? SOME : NONE;
    }

    private boolean sharesWord(int one, int other) {
        int[] words = texts.parts(one);
        int[] otherWords = texts.parts(other);
        return contains(words, other) || contains(otherWords, one) || overlap(words, otherWords);
    }

    private static boolean overlap(int[] left, int[] right) {
        for (int word : left) {
            if (contains(right, word)) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(int[] words, int wanted) {
        for (int word : words) {
            if (word == wanted) {
                return true;
            }
        }
        return false;
    }
}
