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

    /** Forgets all counts. */
    void begin() {
        Arrays.fill(roughly, 0);
    }

    /** Counts some keys roughly; 0 is none. */
    void count(int[] keys, int count) {
        for (int i = 0; i < count; i++) {
            if (keys[i] != 0) {
                roughly[Atom.mix(keys[i]) >>> Integer.SIZE - FEW_BITS]++;
            }
        }
    }

    /**
     * Keeps those of some records whose hash many have, once all are counted.
     *
     * @param keys of records one after the other; 0 for none
     * @param count how many
     * @param first the first of the records
     * @param many records of a key that are not yet too many
     * @param keyed takes them: the hash in the upper half, the record in the lower
     * @param size how many it holds already
     * @return how many it holds then
     */
    int keepCrowded(int[] keys, int count, int first, int many, long[] keyed, int size) {
        int next = size;
        for (int i = 0; i < count; i++) {
            int hash = Atom.mix(keys[i]);
            if (keys[i] != 0 && roughly[hash >>> Integer.SIZE - FEW_BITS] > many) {
                keyed[next++] = (long) hash << 32 | first + i;
            }
        }
        return next;
    }

    /**
     * Marks the records of each key that more than so many records have, among those that were kept.
     *
     * @param marks takes one bit a record
     */
    void mark(long[] keyed, int size, int many, long[] marks) {
        for (int i = 0; i < size; i++) {
            closely[(int) (keyed[i] >>> 32) >>> shift]++;
        }
        for (int i = 0; i < size; i++) {
            int record = (int) keyed[i];
            if (closely[(int) (keyed[i] >>> 32) >>> shift] > many) {
                marks[record >>> 6] |= 1L << record;
            }
        }
        for (int i = 0; i < size; i++) {
            closely[(int) (keyed[i] >>> 32) >>> shift] = 0;
        }
    }
}
