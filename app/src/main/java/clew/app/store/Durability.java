package clew.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Refuses a server that is too old or could lose what it has acknowledged. */
final class Durability {

    static final int OLDEST = 15;

    private static final Map<String, Set<String>> MUST = Map.of(
            "fsync", Set.of("on"),
            "full_page_writes", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"));

    private Durability() {}

    static void require(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StoreFailure("expected PostgreSQL " + OLDEST + " or newer, found " + version);
        }
        try (var statement = connection.createStatement()) {
            for (var setting : MUST.entrySet()) {
                try (var row = statement.executeQuery("show " + setting.getKey())) {
                    row.next();
                    refuseUnless(setting.getValue(), setting.getKey(), row.getString(1));
                }
            }
        }
    }

    private static void refuseUnless(Set<String> allowed, String name, String found) {
        if (!allowed.contains(found)) {
            throw new StoreFailure("expected the database to have " + name + " = on, found " + found
                    + ": what it acknowledges could be lost, so Clew does not start on it");
        }
    }
}
