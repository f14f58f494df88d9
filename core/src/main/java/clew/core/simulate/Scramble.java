package clew.core.simulate;

/**
 * A one-to-one rearrangement of 0 to modulus - 1, so that numbers given out in order look out of order and two never meet: {@code (value * factor + offset) mod modulus} with a
 * factor that shares no divisor with the modulus.
 */
final class Scramble {

    private static final long[] FACTORS = {982_451_653L, 1_618_033_989L, 1_414_213_573L, 1_732_050_807L, 1_202_056_903L
    };

    private final long modulus;
    private final long factor;
    private final long offset;

    private Scramble(long modulus, long factor, long offset) {
        this.modulus = modulus;
        this.factor = factor;
        this.offset = offset;
    }

    /** A rearrangement chosen by a hash; modulus at most 2 000 000 000, so that nothing overflows. */
    static Scramble of(long modulus, long hash) {
        if (modulus < 1 || modulus > 2_000_000_000L) {
            throw new IllegalArgumentException("expected a modulus from 1 to 2000000000, found " + modulus);
        }
        long factor = FACTORS[(int) Math.floorMod(hash, (long) FACTORS.length)] % modulus;
        while (commonDivisor(factor, modulus) != 1) {
            factor++;
        }
        return new Scramble(modulus, factor, Math.floorMod(hash >> 8, modulus));
    }

    private static long commonDivisor(long a, long b) {
        return b == 0 ? a : commonDivisor(b, a % b);
    }

    /** Where a value goes; value in [0, modulus). */
    long of(long value) {
        if (value < 0 || value >= modulus) {
            throw new IllegalArgumentException("expected 0 to " + (modulus - 1) + ", found " + value);
        }
        return (value * factor + offset) % modulus;
    }
}
