package clew.core.linkage;

import java.util.Arrays;

/**
 * Finds the records whose key many others have too. A count by few bits of a hash, which stays in a processor's cache, rules out most keys; the rest is counted by so
 * many bits that two keys hardly ever share a count. Reused; one a thread.
 */
final class Crowding {
    private static final int FEW_BITS = 18;
    private static final int LEAST_SHIFT = 8;

    private final int[] roughly = new int[1 << FEW_BITS];
    private final int shift;
    private final int[] closely;

    /** For keys of so many records. */
    Crowding(int records) {
        shift = Math.max(LEAST_SHIFT, Integer.numberOfLeadingZeros(records) - 2);
        closely = new int[1 << Integer.SIZE - shift];
    }

    /**
     * Marks the records of each key that more than so many records have.
     *
     * @param keyed key in the upper half and record in the lower; taken apart
     * @param size how many of them
     * @param many records of a key that are not yet too many
     * @param marks takes one bit a record
     */
    void mark(long[] keyed, int size, int many, long[] marks) {
        int left = keepCrowded(keyed, size, many);
        for (int i = 0; i < left; i++) {
            closely[(int) (keyed[i] >>> 32) >>> shift]++;
        }
        for (int i = 0; i < left; i++) {
            int record = (int) keyed[i];
            if (closely[(int) (keyed[i] >>> 32) >>> shift] > many) {
                marks[record >>> 6] |= 1L << record;
            }
        }
        for (int i = 0; i < left; i++) {
            closely[(int) (keyed[i] >>> 32) >>> shift] = 0;
        }
    }

    /** Keeps the records whose hash many have, with the hash in place of the key. */
    private int keepCrowded(long[] keyed, int size, int many) {
        Arrays.fill(roughly, 0);
        for (int i = 0; i < size; i++) {
            int hash = Atom.mix((int) (keyed[i] >>> 32));
            keyed[i] = (long) hash << 32 | keyed[i] & 0xFFFFFFFFL;
            roughly[hash >>> Integer.SIZE - FEW_BITS]++;
        }
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (roughly[(int) (keyed[i] >>> 64 - FEW_BITS)] > many) {
                keyed[left++] = keyed[i];
            }
        }
        return left;
    }
}
