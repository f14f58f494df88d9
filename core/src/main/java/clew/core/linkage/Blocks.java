package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The keys of all records under all rules, and the blocks they form. Blocks too large for a rule's share of the budget are left out of that rule and
 * reported as stop-keys: no block can explode.
 */
final class Blocks {
    /** Candidate pairs that small tables may cost in all. */
    private static final long SMALL_BUDGET = 10_000_000;

    private static final int PAIRS_A_RECORD_SMALL = 200;
    private static final int PAIRS_A_RECORD = 15;
    /** Rules built side by side, with one allowance each; the same on every machine. */
    private static final int WAVE = 4;

    private static final int STOP_KEYS_KEPT = 5;

    private final List<BlockingRule> rules;
    private final int width;
    /** Row-major; 0 for no key or a stopped one. */
    private final int[] keys;
    /** By rule: rows in the order of their keys, each block a run. */
    private final int[][] rows;
    /** By rule: where each block of two or more ends and begins, as pairs of from and to. */
    private final int[][] bounds;

    private final long[] pairsOfRule;
    private final List<List<LinkModel.StopKey>> stopKeys = new ArrayList<>();

    Blocks(Records records, List<BlockingRule> rules, Workers workers) {
        this.rules = rules;
        width = rules.size();
        keys = new int[Math.multiplyExact(records.rows(), Math.max(1, width))];
        rows = new int[width][];
        bounds = new int[width][];
        pairsOfRule = new long[width];
        long budget = budget(records.rows());
        for (int first = 0; first < width; first += WAVE) {
            int end = Math.min(width, first + WAVE);
            long allowance = Math.min(budget / (end - first), budget * 2 / (width - first));
            List<Callable<List<LinkModel.StopKey>>> tasks = new ArrayList<>();
            for (int rule = first; rule < end; rule++) {
                int built = rule;
                long allowed = rules.get(rule).isEveryPair() ? Long.MAX_VALUE : allowance;
                tasks.add(() -> build(built, records.rows(), allowed));
            }
            stopKeys.addAll(workers.run(tasks));
            for (int rule = first; rule < end; rule++) {
                budget -= pairsOfRule[rule];
            }
        }
    }

    static long budget(long records) {
        return Math.max(PAIRS_A_RECORD * records, Math.min(PAIRS_A_RECORD_SMALL * records, SMALL_BUDGET));
    }

    int width() {
        return width;
    }

    List<BlockingRule> rules() {
        return rules;
    }

    /**
     * The rules to learn from, one bit each: all but the one that gives every pair. Among all pairs, records with hardly a value in common are so many that training
     * would explain the likeness of people of one town and not of one person.
     */
    long rulesForTraining() {
        long some = 0;
        for (int rule = 0; rule < width; rule++) {
            some |= rules.get(rule).isEveryPair() && width > 1 ? 0 : 1L << rule;
        }
        return some;
    }

    BlockingRule rule(int rule) {
        return rules.get(rule);
    }

    int[] rows(int rule) {
        return rows[rule];
    }

    int[] bounds(int rule) {
        return bounds[rule];
    }

    long pairs(int rule) {
        return pairsOfRule[rule];
    }

    List<LinkModel.StopKey> stopKeys(int rule) {
        return stopKeys.get(rule);
    }

    /** Whether a rule before this one gives the pair too. */
    boolean givenEarlier(int left, int right, int rule) {
        int a = left * width;
        int b = right * width;
        for (int i = 0; i < rule; i++) {
            if (keys[a + i] == keys[b + i] && keys[a + i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** The rules that give the pair, one bit each. */
    long mask(int left, int right) {
        return mask(left, right, 0);
    }

    /** The rules from this one on that give the pair, one bit each. */
    long mask(int left, int right, int from) {
        long mask = 0;
        int a = left * width;
        int b = right * width;
        for (int i = from; i < width; i++) {
            if (keys[a + i] == keys[b + i] && keys[a + i] != 0) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    private List<LinkModel.StopKey> build(int rule, int records, long allowance) {
        long[] sorted = new long[records];
        int size = 0;
        for (int row = 0; row < records; row++) {
            int key = rules.get(rule).key(row);
            if (key != 0) {
                sorted[size++] = (long) key << 32 | row;
            }
        }
        sorted = Arrays.copyOf(sorted, size);
        Arrays.sort(sorted);
        int largest = largestAllowed(sorted, allowance);
        int[] order = new int[size];
        int[] found = new int[1 << 10];
        int blocks = 0;
        List<int[]> stopped = new ArrayList<>();
        for (int from = 0; from < size; ) {
            int to = blockEnd(sorted, from);
            if (to - from > largest) {
                stopped.add(new int[] {(int) sorted[from], to - from});
            } else {
                for (int i = from; i < to; i++) {
                    order[i] = (int) sorted[i];
                    keys[order[i] * width + rule] = (int) (sorted[i] >> 32);
                }
                if (to - from > 1) {
                    if (blocks * 2 == found.length) {
                        found = Arrays.copyOf(found, found.length * 2);
                    }
                    found[blocks * 2] = from;
                    found[blocks * 2 + 1] = to;
                    blocks++;
                    pairsOfRule[rule] += (long) (to - from) * (to - from - 1) / 2;
                }
            }
            from = to;
        }
        rows[rule] = order;
        bounds[rule] = Arrays.copyOf(found, blocks * 2);
        return stopKeys(rule, stopped);
    }

    private static int blockEnd(long[] sorted, int from) {
        int to = from + 1;
        while (to < sorted.length && sorted[to] >> 32 == sorted[from] >> 32) {
            to++;
        }
        return to;
    }

    /** The largest size of block with which all blocks up to it stay within the allowance. */
    private static int largestAllowed(long[] sorted, long allowance) {
        List<Integer> sizes = new ArrayList<>();
        for (int from = 0; from < sorted.length; ) {
            int to = blockEnd(sorted, from);
            if (to - from > 1) {
                sizes.add(to - from);
            }
            from = to;
        }
        sizes.sort(null);
        long pairs = 0;
        int largest = 1;
        for (int i = 0; i < sizes.size(); ) {
            int size = sizes.get(i);
            while (i < sizes.size() && sizes.get(i) == size) {
                pairs += (long) size * (size - 1) / 2;
                i++;
            }
            if (pairs > allowance) {
                break;
            }
            largest = size;
        }
        return largest;
    }

    private List<LinkModel.StopKey> stopKeys(int rule, List<int[]> stopped) {
        return stopped.stream()
                .map(stop -> new LinkModel.StopKey(rules.get(rule).describe(stop[0]), stop[1]))
                .sorted(java.util.Comparator.comparingInt(LinkModel.StopKey::records)
                        .reversed()
                        .thenComparing(LinkModel.StopKey::key))
                .limit(STOP_KEYS_KEPT)
                .toList();
    }
}
