package clew.core.linkage;

import java.util.List;

/** Compares two records in one or several slots. Symmetric and pure; thread-safe with one {@link Scratch} a thread. */
interface Comparator {
    List<Slot> slots();

    /** The level of each slot, four bits a slot, the first slot lowest. */
    long levels(int left, int right, Scratch scratch);

    /**
     * Compares some pairs and adds the levels of each to its pattern.
     *
     * @param shift place of the first slot in the pattern
     */
    void addLevels(PairBatch pairs, int shift, Scratch scratch);

    /** What a thread needs to compare fast. */
    final class Scratch {
        final StringKernel kernel = new StringKernel();
        private final LevelCache[] caches = new LevelCache[64];
        private final int records;

        /** For comparisons among so many records. */
        Scratch(int records) {
            this.records = records;
        }

        LevelCache cache(int number) {
            LevelCache cache = caches[number];
            if (cache == null) {
                cache = new LevelCache(records);
                caches[number] = cache;
            }
            return cache;
        }
    }
}
