package clew.core.network;

/** Two subjects as one long, the smaller first. */
final class Pairs {
    private Pairs() {}

    static long key(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    static int first(long pair) {
        return (int) (pair >>> 32);
    }

    static int second(long pair) {
        return (int) pair;
    }
}
