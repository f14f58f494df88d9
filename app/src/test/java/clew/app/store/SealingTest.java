package clew.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final byte[] TEXT = "what somebody typed".getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing = new Sealing(new byte[32]);

    @Test
    void what_is_sealed_opens_where_it_belongs_and_nowhere_else() {
        byte[] sealed = sealing.seal("draft 1", TEXT);
        assertThat(sealing.open("draft 1", sealed)).isEqualTo(TEXT);
        assertThatThrownBy(() -> sealing.open("draft 2", sealed)).isInstanceOf(IllegalArgumentException.class);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThatThrownBy(() -> new Sealing(otherKey).open("draft 1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_bit_can_be_changed() {
        byte[] sealed = sealing.seal("draft 1", TEXT);
        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> sealing.open("draft 1", changed))
                    .as("byte %s", at)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> sealing.open("draft 1", Arrays.copyOf(sealed, 5)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_text_never_looks_the_same() {
        assertThat(sealing.seal("draft 1", TEXT)).isNotEqualTo(sealing.seal("draft 1", TEXT));
    }
}
