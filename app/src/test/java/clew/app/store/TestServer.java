package clew.app.store;

import clew.app.store.StoreSettings.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A PostgreSQL server that hands out fresh databases, each a copy of a migrated template. One server serves a whole test run;
 * the template stays for the next run and is made anew when a migration changed.
 *
 * @param admin someone who may create databases, on the database {@code postgres}
 * @param owner the owner of the databases made, who creates the two roles in its migration
 */
record TestServer(Login admin, Login owner, DataDirectory directory, Secrets secrets) {

    private static final int LOCK = 0x636c6577;

    /** A fresh, migrated database of that name, owned by the owner. */
    Login fresh(String name) {
        try (Connection connection = connect(admin);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            String template = template(statement);
            dropLeftOver(statement);
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name + " template " + template + " owner " + owner.user());
            return on(owner, name);
        } catch (SQLException e) {
            throw new StoreFailure("expected a fresh database on " + admin + ", found: " + e.getMessage(), e);
        }
    }

    void drop(String name) {
        try (Connection connection = connect(admin);
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new StoreFailure("expected to drop " + name + ", found: " + e.getMessage(), e);
        }
    }

    static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }

    // What a run left behind that is over; its number is in the name.
    private static void dropLeftOver(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows = statement.executeQuery("select datname from pg_database where datname ~ '^t_[0-9]+_[0-9]+$'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        names.removeIf(
                name -> ProcessHandle.of(Long.parseLong(name.split("_", 3)[1])).isPresent());
        for (String name : names) {
            statement.execute("drop database if exists " + name + " with (force)");
        }
    }

    private String template(Statement statement) throws SQLException {
        String name = "template_" + migrationsChecksum();
        if (!exists(statement, name)) {
            String partial = name + "_partial";
            statement.execute("drop database if exists " + partial + " with (force)");
            statement.execute("create database " + partial + " owner " + owner.user());
            OwnerSetup.prepare(on(owner, partial), secrets);
            statement.execute("alter database " + partial + " rename to " + name);
        }
        return name;
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return rows.next();
        }
    }

    private static Login on(Login login, String database) {
        return new Login(
                login.url().replaceFirst("/[^/?]*(\\?.*)?$", "/" + database + "$1"), login.user(), login.password());
    }

    private static String migrationsChecksum() {
        CRC32 sum = new CRC32();
        try {
            for (var url : new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                    .getResources("classpath:db/migration/*.sql")) {
                sum.update(url.getContentAsString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().toHexDigits(sum.getValue(), 8);
    }
}
