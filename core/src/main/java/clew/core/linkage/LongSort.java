package clew.core.linkage;

/** Orders things by one number, then by another, without an object for each. */
final class LongSort {
    private static final int BITS = 11;
    private static final int DIGIT = (1 << BITS) - 1;
    /** So many are sooner put in order one by one than the counts of a digit added up. */
    private static final int FEW = 64;

    private LongSort() {}

    /** The places in an array, ordered by what stands there, ties by place. */
    static int[] order(long[] keys) {
        return sorted(new Moving(places(keys.length), keys.clone())).order;
    }

    /** Sorts keys and moves numbers along with them, those of equal keys in the order they had. Both arrays are used up. */
    static Moving sort(long[] keys, int[] along) {
        return sorted(new Moving(along, keys));
    }

    private static int[] places(int size) {
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = i;
        }
        return places;
    }

    /** The places in two arrays, ordered by the first, ties by the second, further ties by place. */
    static int[] order(long[] first, long[] second) {
        int[] order = order(second);
        long[] keys = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            keys[i] = first[order[i]];
        }
        return sorted(new Moving(order, keys)).order;
    }

    /** Orders numbers by their upper halves, those of equal ones as they were. Reused; one a thread. */
    static final class ByUpperHalf {
        private long[] values = {};
        private long[] spare = {};

        /** Where to put so many at most. */
        long[] values(int most) {
            if (values.length < most) {
                values = new long[most];
                spare = new long[most];
            }
            return values;
        }

        /** The first so many of {@link #values}, sorted; until the next call. */
        long[] sorted(int size) {
            if (size <= FEW) {
                insert(size);
                return values;
            }
            long differing = 0;
            for (int i = 0; i < size; i++) {
                differing |= values[i] ^ values[0];
            }
            for (int shift = 32; shift < 64; shift += BITS) {
                if ((differing >>> shift & DIGIT) != 0) {
                    scatter(values, size, spare, shift);
                    long[] sorted = spare;
                    spare = values;
                    values = sorted;
                }
            }
            return values;
        }

        private void insert(int size) {
            for (int i = 1; i < size; i++) {
                long value = values[i];
                int at = i;
                for (; at > 0 && values[at - 1] >>> 32 > value >>> 32; at--) {
                    values[at] = values[at - 1];
                }
                values[at] = value;
            }
        }

        private static void scatter(long[] values, int size, long[] to, int shift) {
            int[] place = new int[DIGIT + 2];
            for (int i = 0; i < size; i++) {
                place[((int) (values[i] >>> shift) & DIGIT) + 1]++;
            }
            addUp(place);
            for (int i = 0; i < size; i++) {
                to[place[(int) (values[i] >>> shift) & DIGIT]++] = values[i];
            }
        }
    }

    /** Stable, least significant digits first; digits that are the same everywhere are passed over. Keys move along, so that memory is read in order. Uses up what it is given. */
    private static Moving sorted(Moving given) {
        long differing = 0;
        for (long key : given.keys) {
            differing |= key ^ given.keys[0];
        }
        Moving from = given;
        Moving to = differing == 0 ? given : new Moving(new int[given.order.length], new long[given.order.length]);
        for (int shift = 0; shift < 64; shift += BITS) {
            if ((differing >>> shift & DIGIT) != 0) {
                from.scatter(to, shift);
                Moving sorted = to;
                to = from;
                from = sorted;
            }
        }
        return from;
    }

    /**
     * Numbers with their keys.
     *
     * @param order most often places
     * @param keys one each
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Moving(int[] order, long[] keys) {
        private void scatter(Moving to, int shift) {
            int[] place = new int[DIGIT + 2];
            for (long key : keys) {
                place[digit(key, shift) + 1]++;
            }
            addUp(place);
            for (int i = 0; i < keys.length; i++) {
                int next = place[digit(keys[i], shift)]++;
                to.order[next] = order[i];
                to.keys[next] = keys[i];
            }
        }
    }

    /** Eleven bits of a key, its sign turned, so that negative keys come first. */
    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & DIGIT;
    }

    private static void addUp(int[] place) {
        for (int i = 1; i < place.length; i++) {
            place[i] += place[i - 1];
        }
    }
}
