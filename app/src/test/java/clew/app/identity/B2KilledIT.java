package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import clew.app.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server that accepts and links is killed, again and again: what it acknowledged is there, and the Picture is that of a build. */
class B2KilledIT {

    private static final long SEED = Long.getLong("clew.seed", 77);
    private static final int KILLS = 3;

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void no_acknowledged_record_is_lost_and_the_next_leader_finishes_what_the_killed_one_began() throws Exception {
        System.out.println("B2KilledIT seed " + SEED);
        Random random = new Random(SEED);
        ArrivingWorld world = new ArrivingWorld(database, folder);
        world.stopsLeading();
        Set<UUID> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(runAndKill(30 + random.nextInt(60), random.nextInt(20), SEED + kill));
        }
        assertThat(acknowledged).hasSizeGreaterThan(60);
        assertThat(inRecords()).containsAll(acknowledged);
        world.leadsAgain();
        world.links();
        assertThat(world.personOf().keySet()).containsAll(acknowledged);
        String arrived = world.dump();
        world.rebuild();
        assertThat(arrived).as("seed %d", SEED).isEqualTo(world.dump());
    }

    private static Set<UUID> runAndKill(int accepted, int milliseconds, long seed) throws Exception {
        Set<UUID> acknowledged = new HashSet<>();
        Process process = start(seed);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = next(lines); line != null; line = next(lines)) {
                if (line.startsWith("accepted ")) {
                    acknowledged.add(UUID.fromString(line.split(" ")[1]));
                }
                if (acknowledged.size() >= accepted && process.isAlive()) {
                    Thread.sleep(milliseconds);
                    process.destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        assertThat(acknowledged).as("records that the server acknowledged").isNotEmpty();
        return acknowledged;
    }

    // What a killed process had not written yet was not acknowledged.
    private static @Nullable String next(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    private static Process start(long seed) throws IOException {
        StoreSettings settings = database.settings();
        StoreSettings.Login login = Objects.requireNonNull(settings.external());
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ArrivingProcess.class.getName(),
                        settings.directory().toString(),
                        String.valueOf(seed)))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLEW_DB_URL", login.url());
        builder.environment().put("CLEW_DB_USER", login.user());
        builder.environment().put("CLEW_DB_PASSWORD", login.password());
        return builder.start();
    }

    private static Set<UUID> inRecords() {
        return new HashSet<>(database.engine()
                .in(sql -> sql.sql("select record_id from records.current where not withdrawn")
                        .query(UUID.class)
                        .list()));
    }
}
