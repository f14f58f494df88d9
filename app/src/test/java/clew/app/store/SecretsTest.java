package clew.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void a_secret_made_once_stays_the_same() {
        DataDirectory directory = DataDirectory.make(folder.resolve("data"));
        Secrets first = Secrets.in(directory);
        Secrets openedBefore = Secrets.in(directory);
        byte[] key = first.key("record-identity");
        assertThat(key).hasSize(32);
        assertThat(openedBefore.key("record-identity")).isEqualTo(key);
        assertThat(Secrets.in(directory).key("record-identity")).isEqualTo(key);
        assertThat(first.password("clew_app")).isNotEqualTo(first.password("clew_engine"));
    }

    @Test
    void a_file_that_others_can_read_is_refused() throws Exception {
        DataDirectory directory = DataDirectory.make(folder.resolve("data"));
        Secrets.in(directory).key("any");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.secrets())))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(directory.secrets(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> Secrets.in(directory))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void the_command_line_counts_more_than_the_environment() {
        Map<String, String> environment = Map.of("CLEW_DATA", "/from/environment");
        assertThat(StoreSettings.from(Path.of("/said"), environment).directory())
                .isEqualTo(Path.of("/said"));
        assertThat(StoreSettings.from(null, environment).directory()).isEqualTo(Path.of("/from/environment"));
        assertThat(StoreSettings.from(null, Map.of()).directory()).isEqualTo(Path.of("data"));
    }

    @Test
    void an_address_that_is_none_is_refused_without_being_quoted() {
        assertThatThrownBy(() -> StoreSettings.from(
                        null, Map.of("CLEW_DB_URL", "postgres://kit:secret@host/clew", "CLEW_DB_USER", "kit")))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("jdbc:postgresql://host:5432/clew")
                .message()
                .doesNotContain("secret");
    }
}
