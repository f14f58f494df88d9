package clew.core.linkage;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many pairs the memory at hand can keep, and how many are kept so far. Whether it is full depends on how many pairs there are, not on which thread finds them.
 * Thread-safe.
 */
final class PairMemory {
    /** Bytes of a candidate: two records and the place of its pattern. */
    static final int CANDIDATE = 12;

    /** Bytes that a scored pair takes beside, most of them while pairs are put in order: the parts of all tasks, the whole, and what sorting needs. */
    static final int SCORED = 64;

    /** Of what is free; the rest is for clusters, the report and the files. */
    private static final double SHARE = 0.8;

    private static final int MOST_IN_AN_ARRAY = Integer.MAX_VALUE - 8;

    private final long most;
    private final int bytesEach;
    private final AtomicLong kept = new AtomicLong();

    private PairMemory(double bytes, int bytesEach) {
        this.most = (long) Math.min(MOST_IN_AN_ARRAY, bytes / bytesEach);
        this.bytesEach = bytesEach;
    }

    /** For so many bytes. */
    static PairMemory of(long bytes, int bytesEach) {
        return new PairMemory(bytes, bytesEach);
    }

    /**
     * For what is free of the heap.
     *
     * @param wanted pairs at most; what is no longer needed is given back first where they would not fit
     */
    static PairMemory atHand(long wanted, int bytesEach) {
        PairMemory memory = new PairMemory(SHARE * free(), bytesEach);
        if (memory.holds(wanted)) {
            return memory;
        }
        System.gc();
        return new PairMemory(SHARE * free(), bytesEach);
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /** Pairs that can be kept. */
    long most() {
        return most;
    }

    boolean holds(double pairs) {
        return pairs <= most;
    }

    /** What so many pairs take, in MB. */
    long megabytes(double pairs) {
        return Math.round(pairs * bytesEach / (1 << 20));
    }

    /** Some pairs more are kept. */
    void take(int pairs) {
        kept.addAndGet(pairs);
    }

    boolean isFull() {
        return kept.get() > most;
    }
}
