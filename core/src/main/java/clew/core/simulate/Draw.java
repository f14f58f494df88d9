package clew.core.simulate;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random numbers that depend on a seed, a purpose and counters only, never on what was drawn before for anything else. So any household, person or event can be made
 * again at any time, in any order, and nothing about it need be kept. The generator is SplitMix64 (Steele, Lea and Flood, 2014, doi:10.1145/2660193.2660195), started
 * from a hash of purpose and counters. Not for secrets. Not thread-safe; each use makes its own.
 */
final class Draw implements RandomGenerator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    static Draw of(long seed, String purpose, long... counters) {
        return new Draw(hash(seed, purpose, counters));
    }

    /** A 64-bit hash of a purpose and counters under a seed: equal for equal arguments on every machine. */
    static long hash(long seed, String purpose, long... counters) {
        long mixed = mix(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mixed * 0x100000001B3L ^ purpose.charAt(i);
        }
        mixed = mix(mixed);
        for (long counter : counters) {
            mixed = mix(mixed * 31 + counter + GOLDEN);
        }
        return mixed;
    }

    private static long mix(long value) {
        long mixed = value;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Whole number in [0, bound). Own arithmetic, so that bytes do not hang on how a Java release bounds its numbers. */
    int below(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    /** Whole number in [low, high], both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True once in {@code 1 / probability} draws; probability in [0, 1], resolved to a millionth. */
    boolean chance(double probability) {
        return below(1_000_000) < (int) (probability * 1_000_000);
    }

    /** Number of events at a rate (mean), at most one more than the rate rounded up: enough for the small rates of ordinary life. */
    int count(double rate) {
        int whole = (int) rate;
        int number = chance(rate - whole) ? whole + 1 : whole;
        return number > 1 ? between(number - 1, number + 1) : number;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Index drawn in proportion to whole-number weights. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int at = below(total);
        int index = 0;
        while (at >= weights[index]) {
            at -= weights[index++];
        }
        return index;
    }
}
