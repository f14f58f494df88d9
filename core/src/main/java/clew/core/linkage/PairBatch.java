package clew.core.linkage;

/**
 * Some pairs that are compared together, one comparison after the other and each in short loops: most of the time goes in waiting for memory, and a short loop waits
 * for many places of it at once. Reused; one a thread.
 */
final class PairBatch {
    static final int MOST = 2048;
    final int[] left = new int[MOST];
    final int[] right = new int[MOST];
    /** The rules that give each pair, one bit each. */
    final long[] masks = new long[MOST];
    /** Four bits a slot. */
    final long[] patterns = new long[MOST];

    int size;

    /** Pairs whose two values differ, and the values, the smaller number first. */
    final int[] which = new int[MOST];

    final int[] low = new int[MOST];
    final int[] high = new int[MOST];
    int differing;

    boolean isFull() {
        return size == MOST;
    }

    void add(int one, int other, long mask) {
        left[size] = one;
        right[size] = other;
        masks[size++] = mask;
    }

    /** Adds the levels of pairs with equal values to their patterns, and lists the pairs with different ones; where one is missing nothing is to be added. */
    void tellEqualFromDifferent(Exactness exactness, int shift) {
        Field field = exactness.field();
        differing = 0;
        for (int pair = 0; pair < size; pair++) {
            int a = field.code(left[pair]);
            int b = field.code(right[pair]);
            if (a == b) {
                patterns[pair] |= (long) exactness.level(a) << shift;
            } else if (a != 0 && b != 0) {
                which[differing] = pair;
                low[differing] = Math.min(a, b);
                high[differing++] = Math.max(a, b);
            }
        }
    }

    /** The level of one of the differing pairs. */
    void put(int place, int level, int shift) {
        patterns[which[place]] |= (long) level << shift;
    }

    /** Moves one of the differing pairs forward. */
    void move(int place, int to) {
        which[to] = which[place];
        low[to] = low[place];
        high[to] = high[place];
    }
}
