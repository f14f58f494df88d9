package clew.core.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** The patterns of all pairs inside groups of records, compared many at a time as candidates are. One a thread. */
final class GroupPatterns {
    /** Groups whose patterns are kept at a time: one of 400 records has 80,000. */
    private static final int TOGETHER = 64;

    private final Clusters.PairLook look;
    private final PairBatch batch = new PairBatch();
    /** Patterns of some groups, one after the other. */
    private long[] known = new long[PairBatch.MOST];

    private int size;

    GroupPatterns(Clusters.PairLook look) {
        this.look = look;
    }

    /** Hands out each group with its patterns: of its first record with each after it, then of its second, and so on. */
    void forEach(List<int[]> groups, BiConsumer<int[], long[]> taker) {
        for (int from = 0; from < groups.size(); from += TOGETHER) {
            List<int[]> some = groups.subList(from, Math.min(groups.size(), from + TOGETHER));
            size = 0;
            some.forEach(this::add);
            compare();
            int end = 0;
            for (int[] group : some) {
                int begin = end;
                end += group.length * (group.length - 1) / 2;
                taker.accept(group, Arrays.copyOfRange(known, begin, end));
            }
        }
    }

    private void add(int[] group) {
        for (int i = 0; i < group.length; i++) {
            for (int j = i + 1; j < group.length; j++) {
                batch.add(group[i], group[j], 0);
                if (batch.isFull()) {
                    compare();
                }
            }
        }
    }

    private void compare() {
        look.comparePatterns(batch);
        if (known.length < size + batch.size) {
            known = Arrays.copyOf(known, Math.max(known.length * 2, size + batch.size));
        }
        System.arraycopy(batch.patterns, 0, known, size, batch.size);
        size += batch.size;
        batch.size = 0;
    }
}
