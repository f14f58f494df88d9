package clew.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The embedded PostgreSQL of one data directory. It listens on the loopback address only, on a free port, asks for passwords
 * (SCRAM), and writes through to disk.
 *
 * <p>Several programs may use it at once (a running web server and an import beside it): the first starts it, the last to
 * close stops it. Use is a shared lock on a file, which the system releases whatever way a program ends; so a server that a
 * killed program left behind is simply found and used, or, where it does not answer, stopped and started again.
 */
final class EmbeddedServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    // Closing any channel on a lock file lets go of all this program's locks on it: one server a directory and program.
    private static final Set<Path> IN_USE = new HashSet<>();

    private final DataDirectory directory;
    private final ServerPrograms programs;
    private final FileLock use;
    private final int port;
    private final boolean adopted;
    private final Secrets secrets;

    private EmbeddedServer(
            DataDirectory directory,
            ServerPrograms programs,
            FileLock use,
            int port,
            boolean adopted,
            Secrets secrets) {
        this.directory = directory;
        this.programs = programs;
        this.use = use;
        this.port = port;
        this.adopted = adopted;
        this.secrets = secrets;
    }

    /** Starts the server, or finds it running; makes the cluster at the first start. */
    static EmbeddedServer open(DataDirectory directory, Secrets secrets) {
        synchronized (IN_USE) {
            if (!IN_USE.add(directory.root())) {
                throw new StoreFailure("expected one store a program in " + directory.root()
                        + ", found it open in this program already");
            }
            try (FileChannel starting = directory.lockForStarting()) {
                return open(directory, secrets, ServerPrograms.in(ServerBinaries.unpackInto(directory.root())));
            } catch (IOException e) {
                IN_USE.remove(directory.root());
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                IN_USE.remove(directory.root());
                throw e;
            }
        }
    }

    private static EmbeddedServer open(DataDirectory directory, Secrets secrets, ServerPrograms programs)
            throws IOException {
        FileChannel users = directory.users();
        try {
            FileLock use = users.lock(0, Long.MAX_VALUE, true);
            makeClusterIfNone(directory, programs, secrets);
            Optional<Integer> found = adopt(directory, programs, secrets);
            int port = found.orElseGet(() -> start(directory, programs));
            return new EmbeddedServer(directory, programs, use, port, found.isPresent(), secrets);
        } catch (IOException | RuntimeException e) {
            users.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    /** Whether the server was running already when this program came. */
    boolean adopted() {
        return adopted;
    }

    String url(String database) {
        return url(port, database);
    }

    /** A connection of the cluster's superuser, which nothing but the first set-up and tests needs. */
    Connection superuser(String database) throws SQLException {
        return superuser(port, database, secrets);
    }

    /** Leaves; the last to leave stops the server. */
    @Override
    public void close() {
        synchronized (IN_USE) {
            try (FileChannel starting = directory.lockForStarting();
                    FileChannel users = (FileChannel) use.acquiredBy()) {
                use.release();
                boolean last = users.tryLock() != null;
                if (last
                        && PostmasterFile.of(directory.cluster())
                                .filter(PostmasterFile::isServer)
                                .isPresent()) {
                    stop(directory, programs);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                IN_USE.remove(directory.root());
            }
        }
    }

    private static void makeClusterIfNone(DataDirectory directory, ServerPrograms programs, Secrets secrets)
            throws IOException {
        if (Files.exists(directory.cluster().resolve("PG_VERSION"))) {
            return;
        }
        Path partial = directory.root().resolve("postgres-partial");
        if (Files.exists(partial)) {
            ServerBinaries.delete(partial);
        }
        Path password =
                Files.createTempFile(directory.root(), "first", ".password", DataDirectory.ownerOnly("rw-------"));
        try {
            Files.writeString(password, secrets.password(SUPERUSER));
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + partial,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums"));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(partial, directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Integer> adopt(DataDirectory directory, ServerPrograms programs, Secrets secrets)
            throws IOException {
        Optional<PostmasterFile> running = PostmasterFile.of(directory.cluster());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        if (!running.get().isServer()) {
            // The number now belongs to another program (after a restart of the machine or container): PostgreSQL would
            // refuse.
            Files.delete(directory.cluster().resolve(PostmasterFile.NAME));
            return Optional.empty();
        }
        int port = running.get().port();
        if (answers(port, secrets)) {
            return Optional.of(port);
        }
        stop(directory, programs);
        return Optional.empty();
    }

    private static boolean answers(int port, Secrets secrets) {
        if (port <= 0) {
            return false;
        }
        for (int attempt = 0; attempt < 20; attempt++) {
            try (Connection connection = superuser(port, SUPERUSER, secrets)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                if (!"57P03".equals(e.getSQLState())) { // cannot_connect_now: starting up or recovering
                    return false;
                }
                pause(500);
            }
        }
        return false;
    }

    private static int start(DataDirectory directory, ServerPrograms programs) {
        StoreFailure last = new StoreFailure("the database server was not started");
        for (int attempt = 0; attempt < 5; attempt++) {
            int port = freePort();
            try {
                ServerConfiguration.write(directory.cluster(), port);
                programs.run(
                        "pg_ctl",
                        List.of(
                                "start",
                                "--wait",
                                "--timeout=100",
                                "--silent",
                                "--pgdata=" + directory.cluster(),
                                "--log=" + directory.serverLog()));
                return port;
            } catch (StoreFailure e) {
                // Another program took the port, or the children of a killed server have not gone yet.
                last = new StoreFailure(
                        "the embedded database server does not start; its log is " + directory.serverLog(), e);
                pause(1000);
            }
        }
        throw last;
    }

    private static void stop(DataDirectory directory, ServerPrograms programs) {
        programs.run(
                "pg_ctl",
                List.of(
                        "stop",
                        "--wait",
                        "--timeout=100",
                        "--silent",
                        "--mode=fast",
                        "--pgdata=" + directory.cluster()));
    }

    private static Connection superuser(int port, String database, Secrets secrets) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", SUPERUSER);
        login.setProperty("password", secrets.password(SUPERUSER));
        login.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(url(port, database), login);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("interrupted while waiting for the database server", e);
        }
    }
}
