package clew.app.cli;

/**
 * Gives back, between the phases of a run, the memory of what is no longer needed. Large arrays go straight to where the collector looks only when the limit is reached, so
 * that a run of ten million records would take as much as it may; looking then, some times in a run and never in a small one, costs less than being given fresh memory.
 */
final class GivenBack {
    /** What must have been taken since the last time, in bytes. */
    private static final long WORTH_IT = 1L << 30;

    private long held;

    /** To be called when a phase has ended. */
    void afterPhase() {
        if (used() - held > WORTH_IT) {
            System.gc();
            held = used();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
