package clew.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedServerIT {

    @TempDir
    static Path home;

    @BeforeAll
    void the_programs_are_unpacked_already() throws IOException {
        Path unpacked = ServerBinaries.unpackInto(
                DataDirectory.make(Path.of("target", "test-store")).root());
        Files.createSymbolicLink(home.resolve(unpacked.getFileName()), unpacked);
    }

    @AfterEach
    void no_server_is_left() throws IOException {
        assertThat(PostmasterFile.of(home.resolve("postgres"))).isEmpty();
    }

    @Test
    void it_starts_durable_behind_passwords_and_on_this_machine_only() throws Exception {
        try (Store store = open()) {
            Map<String, Object> settings =
                    store.engine().in(sql -> sql.sql("""
                                    select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
                                           current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as listen""").query().singleRow());
            assertThat(settings)
                    .containsEntry("fsync", "on")
                    .containsEntry("pages", "on")
                    .containsEntry("commit", "on")
                    .containsEntry("listen", "127.0.0.1");
            int port = PostmasterFile.of(home.resolve("postgres")).orElseThrow().port();
            for (InetAddress address : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(ConnectException.class);
            }
            for (String role : List.of("postgres", "clew_owner", "clew_app", "clew_engine")) {
                assertThatThrownBy(() -> DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/clew", role, "guess"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void passwords_are_kept_as_scram_in_the_server_and_readable_by_their_owner_only_on_disk() throws Exception {
        DataDirectory directory = DataDirectory.make(home);
        open().close();
        try (EmbeddedServer server = EmbeddedServer.open(directory, Secrets.in(directory));
                var connection = server.superuser("postgres");
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_authid where rolcanlogin and rolpassword not like 'SCRAM-SHA-256$%'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.secrets())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.cluster())))
                .isEqualTo("rwx------");
    }

    @Test
    void what_is_committed_survives_a_kill_of_the_server() throws Exception {
        try (Store store = open()) {
            long pid = PostmasterFile.of(home.resolve("postgres")).orElseThrow().pid();
            write(store, "before the kill");
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        }
        try (Store store = open()) {
            assertThat(kinds(store)).contains("before the kill");
        }
    }

    @Test
    void a_server_left_by_a_killed_program_is_found_and_used() throws Exception {
        Process program = otherProgram("by the other program");
        long pid = PostmasterFile.of(home.resolve("postgres")).orElseThrow().pid();
        program.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(pid)).as("the orphan").isPresent();
        try (Store store = open()) {
            assertThat(PostmasterFile.of(home.resolve("postgres")).orElseThrow().pid())
                    .isEqualTo(pid);
            assertThat(kinds(store)).contains("by the other program");
        }
    }

    @Test
    void an_orphan_that_does_not_answer_our_password_is_stopped_and_started_anew() throws Exception {
        otherProgram("orphaned").destroyForcibly().waitFor();
        long pid = PostmasterFile.of(home.resolve("postgres")).orElseThrow().pid();
        Path hba = home.resolve("postgres/pg_hba.conf");
        Files.writeString(hba, "host all all 127.0.0.1/32 reject\n");
        new ProcessBuilder("kill", "-HUP", String.valueOf(pid)).start().waitFor();
        Thread.sleep(300);
        try (Store store = open()) {
            assertThat(PostmasterFile.of(home.resolve("postgres")).orElseThrow().pid())
                    .isNotEqualTo(pid);
            assertThat(kinds(store)).contains("orphaned");
        }
    }

    @Test
    void two_programs_share_the_server_and_the_last_stops_it() throws Exception {
        Process program = otherProgram("shared");
        open().close();
        assertThat(PostmasterFile.of(home.resolve("postgres")).orElseThrow().isServer())
                .isTrue();
        program.destroyForcibly().waitFor();
        open().close();
    }

    @Test
    void a_process_number_that_now_belongs_to_another_program_is_no_server() throws Exception {
        open().close();
        Path cluster = home.resolve("postgres");
        long self = ProcessHandle.current().pid();
        Files.writeString(cluster.resolve("postmaster.pid"), self + "\n" + cluster + "\n0\n5432\n\n127.0.0.1\n");
        try (Store store = open()) {
            assertThat(PostmasterFile.of(cluster).orElseThrow().pid()).isNotEqualTo(self);
        }
    }

    @Test
    void a_server_that_could_lose_what_it_acknowledged_is_refused() throws Exception {
        open().close();
        Path overrides = home.resolve("postgres/postgresql.auto.conf");
        String before = Files.readString(overrides);
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            Files.writeString(overrides, before + setting + " = off\n");
            assertThatThrownBy(EmbeddedServerIT::open)
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("expected the database to have " + setting + " = on, found off");
        }
        Files.writeString(overrides, before);
    }

    @Test
    void the_log_of_the_server_quotes_no_values_of_rows() throws Exception {
        try (Store store = open()) {
            assertThatThrownBy(() -> write(store, "Amelia Hartley\0")).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> store.engine()
                            .run(sql -> sql.sql(
                                            "insert into events.cursor values ('Amelia Hartley'), ('Amelia Hartley')")
                                    .update()))
                    .rootCause()
                    .message()
                    .doesNotContain("Amelia");
        }
        assertThat(Files.readString(home.resolve("postgres.log"))).doesNotContain("Amelia");
    }

    private static Store open() {
        return Store.open(new StoreSettings(home, null));
    }

    private static void write(Store store, String kind) {
        store.engine()
                .run(sql -> sql.sql("insert into events.outbox (kind, body) values (?, '{}')")
                        .param(kind)
                        .update());
    }

    private static List<String> kinds(Store store) {
        return store.engine()
                .in(sql -> sql.sql("select kind from events.outbox")
                        .query(String.class)
                        .list());
    }

    private static Process otherProgram(String kind) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpensAndWaits.class.getName(),
                        home.toString(),
                        kind)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var reader = process.inputReader(StandardCharsets.UTF_8);
        Stream.generate(() -> line(reader))
                .takeWhile(line -> !line.equals("open"))
                .forEach(line -> {});
        return process;
    }

    private static String line(java.io.BufferedReader reader) {
        try {
            String line = reader.readLine();
            return line == null ? "open" : line;
        } catch (IOException e) {
            return "open";
        }
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .toList();
    }
}
