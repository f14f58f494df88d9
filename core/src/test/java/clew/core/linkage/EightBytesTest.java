package clew.core.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Law: eight bytes at a time tell what one at a time tells. */
class EightBytesTest {
    private static final long SEED = 145;

    @Test
    void what_eight_bytes_tell_is_what_each_of_them_tells() {
        System.out.println("EightBytesTest seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            int from = random.nextInt(bytes.length + 1);
            int to = random.nextInt(bytes.length + 1);
            long eight = EightBytes.upTo(bytes, from, to);
            long marks = EightBytes.belowOrForeign(eight, '-');
            for (int i = 0; i < Long.BYTES; i++) {
                byte expected = from + i < to ? bytes[from + i] : 0;
                assertThat((byte) (eight >>> i * Byte.SIZE)).isEqualTo(expected);
                assertThat(marks >>> i * Byte.SIZE & 0xFF).isEqualTo(expected < '-' ? 0x80 : 0);
            }
            assertThat(EightBytes.hold(bytes, to, 'q')).isEqualTo(holds(bytes, to, 'q'));
        }
    }

    private static boolean holds(byte[] bytes, int size, char wanted) {
        for (int i = 0; i < size; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
