package clew.core.linkage;

/** A quick look for keys that many records have. */
final class Crowding {
    /** So few counts that they stay in a processor's cache. */
    private static final int BITS = 18;

    private Crowding() {}

    /**
     * Keeps every record whose key more than so many records have, and some others whose key hashes like many.
     *
     * @param keyed key in the upper half and record in the lower
     * @param size how many of them
     * @param many records of a key that are not yet too many
     * @return how many are left, in the same order
     */
    static int keepCrowded(long[] keyed, int size, int many) {
        int[] counts = new int[1 << BITS];
        for (int i = 0; i < size; i++) {
            counts[place(keyed[i])]++;
        }
        int left = 0;
        for (int i = 0; i < size; i++) {
            if (counts[place(keyed[i])] > many) {
                keyed[left++] = keyed[i];
            }
        }
        return left;
    }

    private static int place(long keyed) {
        return Atom.mix((int) (keyed >>> 32)) >>> 32 - BITS;
    }
}
