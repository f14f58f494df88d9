package clew.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Program and database server are killed without warning while looks are entered: every acknowledged one is there afterwards. */
class I2LedgerKilledIT {

    private static final int KILLS = 2;
    private static final int AT_LEAST = 60;

    @TempDir
    private Path home;

    @Test
    void no_acknowledged_row_is_lost_when_program_and_server_are_killed() throws Exception {
        Set<UUID> acknowledged = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(enteredUntilKilled());
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * AT_LEAST);
        try (Store store = Store.open(new StoreSettings(home, null))) {
            Anchors anchors = Anchors.of(store.settings(), Map.of());
            List<UUID> kept = store.engine()
                    .in(sql -> sql.sql("select entry_id from ledger.entry")
                            .query(UUID.class)
                            .list());
            assertThat(kept).containsAll(acknowledged);
            new Sealer(store.engine(), anchors).sweep();
            assertThat(new Verifier(store.engine(), anchors).verify()).isEqualTo(new Verdict.Whole(kept.size(), 0));
        }
    }

    private List<UUID> enteredUntilKilled() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EntersForEver.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<UUID> acknowledged = new ArrayList<>();
        try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
            while (acknowledged.size() < AT_LEAST) {
                acknowledge(said.readLine(), acknowledged);
            }
            killServer();
            program.toHandle().destroyForcibly(); // leaves open what it said
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledge(line, acknowledged);
            }
        }
        assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static void acknowledge(String line, List<UUID> acknowledged) {
        assertThat(line).as("the program says what it enters").isNotNull();
        // A line that was cut by the kill acknowledges nothing.
        if (line.matches("entered [0-9a-f-]{36}")) {
            acknowledged.add(UUID.fromString(line.substring(8)));
        }
    }

    private void killServer() throws Exception {
        long postmaster = Long.parseLong(
                Files.readAllLines(home.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle server = ProcessHandle.of(postmaster).orElseThrow();
        List<ProcessHandle> backends = server.descendants().toList();
        server.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        server.onExit().get(20, TimeUnit.SECONDS);
    }
}
