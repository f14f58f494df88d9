package clew.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Agencies;
import clew.app.store.DatabaseForTests;
import clew.app.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A program that imports is killed without warning, again and again; running it once more gives what an undisturbed import gives. */
class ImportKilledIT {

    private static final String AGENCY = "killed-police";
    private static final int ROWS = 4_000;
    private static final int KILLS = 4;

    @RegisterExtension
    static final DatabaseForTests killed = new DatabaseForTests();

    @RegisterExtension
    static final DatabaseForTests undisturbed = new DatabaseForTests();

    @TempDir
    Path folder;

    @Test
    void killedAtAnyPointAndRunAgainNothingIsLostDoubledOrHalfVisible() throws Exception {
        Path before = PoliceExtract.writeMany(folder.resolve("before.csv"), ROWS / 2, 11);
        Path file = PoliceExtract.writeMany(folder.resolve("crimes.csv"), ROWS, 12);
        Files.writeString(
                folder.resolve("crimes.map.yaml"),
                PoliceExtract.map("full").replace("key: [NOMINAL_ID]\n    fields", "key: []\n    fields"));
        for (DatabaseForTests database : List.of(killed, undisturbed)) {
            Agencies agencies = new Agencies(database.engine());
            agencies.agency(agencies.partnership("aldmoor", "Aldmoor"), AGENCY, AGENCY, Agencies.Kind.POLICE);
            run(database, before);
        }
        long visibleBefore = visible();

        SplittableRandom random = new SplittableRandom(20261122);
        long done = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start(file);
            try {
                long target = done + random.nextInt(ROWS / KILLS);
                while (process.isAlive() && rowsDone() <= target) Thread.sleep(random.nextInt(1, 6));
                Thread.sleep(random.nextInt(20));
            } finally {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
            done = rowsDone();
            assertThat(visible())
                    .as("nothing half-visible after kill %d at row %d", kill, done)
                    .isEqualTo(visibleBefore);
        }
        assertThat(done).isBetween(1L, (long) ROWS - 1);

        Process last = start(file);
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).as("done, with rows in quarantine").isEqualTo(1);
        run(undisturbed, file);
        assertThat(dump(killed)).isEqualTo(dump(undisturbed));
        assertThat(start(file).waitFor()).as("the same file again").isEqualTo(1);
        assertThat(dump(killed)).isEqualTo(dump(undisturbed));
    }

    private ImportReport run(DatabaseForTests database, Path file) throws Exception {
        ImportRequest request = new ImportRequest(
                file, AGENCY, clew.app.intake.mapping.Mapping.read(folder.resolve("crimes.map.yaml")), null, false);
        return Intake.into(database.store(), Clock.systemUTC(), 1_000).run(request, Progress.SILENT);
    }

    private static Process start(Path file) throws IOException {
        StoreSettings settings = killed.settings();
        StoreSettings.Login login = Objects.requireNonNull(settings.external());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "clew.app.Clew",
                "import",
                "--agency",
                AGENCY,
                "--chunk-rows",
                "50",
                "--data",
                settings.directory().toString(),
                file.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLEW_DB_URL", login.url());
        builder.environment().put("CLEW_DB_USER", login.user());
        builder.environment().put("CLEW_DB_PASSWORD", login.password());
        return builder.start();
    }

    private static long rowsDone() {
        return count("select coalesce(max(rows_done), 0) from records.import where accepted_at is null");
    }

    private static long visible() {
        return count("select count(*) from records.current");
    }

    private static long count(String query) {
        return killed.engine().in(sql -> sql.sql(query).query(Long.class).single());
    }

    /** All that was kept, in an order of its own, without times of receipt and numbers of versions but with their order. */
    private static List<String> dump(DatabaseForTests database) {
        List<String> dump = new ArrayList<>();
        for (String query : List.of(
                """
                select concat_ws('|', i.file_name, h.record_id, h.row_no, h.shape, h.role, h.content_hash, h.sender_version, h.known_from,
                       h.withdrawn, h.keyless, rank() over (partition by h.record_id order by h.version_no), c.record_id is not null)
                  from records.header h join records.import i using (import_no)
                  left join records.current c on c.record_id = h.record_id and c.version_no = h.version_no""",
                "select concat_ws('|', i.file_name, row_no, line, checksum, body) from records.source_row join records.import i using (import_no)",
                "select concat_ws('|', i.file_name, row_no, line, checksum, body, violations) from records.quarantine join records.import i using (import_no)",
                "select concat_ws('|', file_name, extract_kind, rows_done, counts, accepted_at is not null) from records.import",
                "select kind from events.outbox"))
            dump.addAll(database
                    .engine()
                    .in(sql -> sql.sql(query).query(String.class).list())
                    .stream()
                    .sorted()
                    .toList());
        return dump;
    }
}
