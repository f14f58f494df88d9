package clew.app.store;

import clew.app.store.StoreSettings.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/**
 * The servers of a test run, each started when first asked for and stopped with the JVM: the one the run is about (the
 * embedded one, or that of {@code clew.test.db.url}, with {@code clew.test.db.user} and {@code clew.test.db.password}, who may
 * create databases and roles), and Debian's PostgreSQL 15 where it is installed.
 */
final class TestServers {

    private static final Path POSTGRES_15 = Path.of("/usr/lib/postgresql/15/bin");
    private static final ConcurrentHashMap<String, TestServer> STARTED = new ConcurrentHashMap<>();

    private TestServers() {}

    static TestServer ofThisRun() {
        String url = System.getProperty("clew.test.db.url", "");
        return once("run", url.isBlank() ? TestServers::embedded : () -> external(url));
    }

    /** Skips the test, saying so, where PostgreSQL 15 cannot be started. */
    static TestServer postgres15() {
        Assumptions.assumeTrue(
                Files.isExecutable(POSTGRES_15.resolve("initdb")) && "root".equals(System.getProperty("user.name")),
                "skipped: needs PostgreSQL 15 in " + POSTGRES_15
                        + " (apt-get install postgresql-15) and root to start it");
        return once("15", TestServers::startPostgres15);
    }

    private static synchronized TestServer once(String name, Supplier<TestServer> start) {
        TestServer known = STARTED.get(name);
        if (known == null) {
            known = start.get();
            STARTED.put(name, known);
        }
        return known;
    }

    private static TestServer embedded() {
        DataDirectory directory = DataDirectory.make(Path.of("target", "test-store"));
        Secrets secrets = Secrets.in(directory);
        EmbeddedServer server = EmbeddedServer.open(directory, secrets);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Login owner = OwnerSetup.ownerIn(server, secrets);
        Login admin =
                new Login(server.url("postgres"), EmbeddedServer.SUPERUSER, secrets.password(EmbeddedServer.SUPERUSER));
        return new TestServer(admin, owner, directory, secrets);
    }

    private static TestServer external(String url) {
        DataDirectory directory = DataDirectory.make(Path.of("target", "test-external"));
        Login admin = new Login(
                url,
                System.getProperty("clew.test.db.user", "postgres"),
                System.getProperty("clew.test.db.password", ""));
        return new TestServer(admin, admin, directory, Secrets.in(directory));
    }

    private static TestServer startPostgres15() {
        try {
            Path folder = Files.createTempDirectory("clew-postgres-15");
            asPostgres(List.of("true")); // fails here, and clearly, when runuser is missing
            run(List.of("chown", "postgres", folder.toString()));
            asPostgres(List.of(
                    POSTGRES_15.resolve("initdb").toString(), "-D", folder + "/data", "-A", "trust", "-E", "UTF8"));
            int port;
            try (var socket = new java.net.ServerSocket(0)) {
                port = socket.getLocalPort();
            }
            Path hba = folder.resolve("hba");
            Files.writeString(hba, "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
            asPostgres(List.of("cp", hba.toString(), folder + "/data/pg_hba.conf"));
            String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=";
            String control = POSTGRES_15.resolve("pg_ctl").toString();
            asPostgres(List.of(control, "start", "-w", "-D", folder + "/data", "-l", folder + "/log", "-o", options));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop15(control, folder)));
            return ownedBy(
                    "test_owner", new Login("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", ""));
        } catch (IOException | SQLException e) {
            throw new StoreFailure("PostgreSQL 15 does not start", e);
        }
    }

    private static void stop15(String control, Path folder) {
        asPostgres(List.of(control, "stop", "-w", "-m", "immediate", "-D", folder + "/data"));
        run(List.of("rm", "-r", folder.toString()));
    }

    // Like a real installation: the owner is no superuser.
    private static TestServer ownedBy(String name, Login admin) throws SQLException {
        DataDirectory directory = DataDirectory.make(Path.of("target", "test-postgres-15"));
        Secrets secrets = Secrets.in(directory);
        try (Connection connection = TestServer.connect(admin);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create role " + name + " login createrole createdb password '" + secrets.password(name) + "'");
        }
        return new TestServer(admin, admin.as(name, secrets.password(name)), directory, secrets);
    }

    private static void asPostgres(List<String> command) {
        List<String> whole = new java.util.ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        run(whole);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StoreFailure("expected " + command + " to succeed");
            }
        } catch (IOException | InterruptedException e) {
            throw new StoreFailure("expected " + command + " to run", e);
        }
    }
}
