package clew.core.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordIdentityTest {
    private static final DeploymentKey KEY = key("a secret of a demonstration");

    private static DeploymentKey key(String secret) {
        return DeploymentKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static UUID id(String agency, String system, String shape, List<String> key, String role) {
        return RecordIdentity.of(agency, system, shape, key, role).id(KEY);
    }

    @Test
    void the_same_identity_gives_the_same_id() {
        UUID id = id("police", "CRIMES", "person", List.of("N1"), "suspect");
        assertThat(id("police", "CRIMES", "person", List.of(" N1 "), "suspect")).isEqualTo(id);
        assertThat(id).isEqualTo(UUID.fromString("3bb64098-3a5c-55c0-156f-67aaca95cf09"));
    }

    @Test
    void each_part_counts_and_no_two_parts_run_together() {
        Set<UUID> ids = new HashSet<>();
        ids.add(id("ab", "c", "person", List.of("1"), "x"));
        ids.add(id("a", "bc", "person", List.of("1"), "x"));
        ids.add(id("ab", "c", "event", List.of("1"), "x"));
        ids.add(id("ab", "c", "person", List.of("2"), "x"));
        ids.add(id("ab", "c", "person", List.of("1"), "y"));
        ids.add(id("ab", "c", "person", List.of("1", ""), "x"));
        ids.add(id("ab", "c", "person", List.of("", "1"), "x"));
        ids.add(id("ab", "c", "person", List.of("11"), "x"));
        ids.add(id("ab", "c", "person", List.of("1", "1"), "x"));
        ids.add(RecordIdentity.of("ab", "c", "person", List.of("1"), "x").id(key("another secret key")));
        assertThat(ids).hasSize(10);
    }

    @Test
    void a_keyless_row_stands_under_its_content_and_cannot_be_corrected() {
        RecordIdentity first = RecordIdentity.keyless("police", "LOG", "event", List.of("a", "b"), "event");
        assertThat(first.correctable()).isFalse();
        assertThat(first.id(KEY))
                .isEqualTo(RecordIdentity.keyless("police", "LOG", "event", List.of("a", "b"), "event")
                        .id(KEY))
                .isNotEqualTo(RecordIdentity.keyless("police", "LOG", "event", List.of("ab", ""), "event")
                        .id(KEY));
        RecordIdentity keyed = RecordIdentity.of("police", "LOG", "event", first.key(), "event");
        assertThat(keyed.id(KEY)).isNotEqualTo(first.id(KEY));
    }

    @Test
    void a_blank_key_and_a_short_secret_are_refused() {
        assertThatThrownBy(() -> RecordIdentity.of("a", "b", "person", List.of(" "), "x"))
                .hasMessageStartingWith("expected a key with a value");
        assertThatThrownBy(() -> key("short")).hasMessageStartingWith("expected a secret of 16 bytes or more");
    }
}
