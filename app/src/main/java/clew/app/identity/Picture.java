package clew.app.identity;

import clew.app.store.EngineTransactions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * The Picture as a schema of the database: everything derived, made anew by a build, never changed in place. One transaction makes it, fills it and puts
 * it in force, so that whoever reads sees the old Picture or the new one, and a build that dies leaves nothing behind.
 */
public final class Picture {
    static final String IN_FORCE = "picture";
    static final String NEXT = "picture_next";
    private static final Map<String, String> DUMP_ORDER = dumpOrder();

    private Picture() {}

    /** Makes an empty Picture where there is none yet, or one of an older layout, so that pages have something to read until it is built. */
    public static void ensure(EngineTransactions engine) {
        engine.onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                if (!isOfThisLayout(statement)) {
                    statement.execute("drop schema if exists " + IN_FORCE + " cascade");
                    run(connection, "picture.sql", IN_FORCE);
                    run(connection, "picture-keys.sql", IN_FORCE);
                    run(connection, "picture-held.sql", IN_FORCE);
                }
            }
            return true;
        });
    }

    /**
     * Writes the whole Picture in a form that depends on nothing but what it says: every table in the order of its natural key, without the time of
     * building. Two Pictures are equal when their dumps are.
     *
     * @return SHA-256 of what was written, in hexadecimal
     */
    public static String dump(EngineTransactions engine, OutputStream out) {
        return engine.onConnection(connection -> {
            DigestOutputStream digested = new DigestOutputStream(out, sha256());
            for (Map.Entry<String, String> table : DUMP_ORDER.entrySet()) {
                dump(connection, table.getKey(), table.getValue(), digested);
            }
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        });
    }

    static void createNext(Connection connection) throws SQLException {
        run(connection, "picture.sql", NEXT);
    }

    static void addKeys(Connection connection) throws SQLException {
        run(connection, "picture-keys.sql", NEXT);
        run(connection, "picture-held.sql", NEXT);
        try (Statement statement = connection.createStatement()) {
            for (String table : DUMP_ORDER.keySet()) {
                statement.execute("analyze " + NEXT + "." + table);
            }
        }
    }

    static void swap(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Whom a record shows to may have changed since the build began; it may not wait for the next.
            statement.execute("select access.follow_changes('" + NEXT + "', now() - interval '10 minutes')");
            statement.execute("drop schema if exists " + IN_FORCE + " cascade");
            statement.execute("alter schema " + NEXT + " rename to " + IN_FORCE);
        }
    }

    static boolean exists(Statement statement, String schema) throws SQLException {
        try (var found = statement.executeQuery("select to_regnamespace('" + schema + "') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    // What the last change of the layout brought.
    private static boolean isOfThisLayout(Statement statement) throws SQLException {
        try (var found = statement.executeQuery("select to_regclass('" + IN_FORCE + ".held') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    private static void dump(Connection connection, String table, String columns, OutputStream out)
            throws SQLException {
        String query = "select %s from %s.%s order by %s".formatted(selected(table), IN_FORCE, table, columns);
        try {
            out.write(("\n" + table + "\n").getBytes(StandardCharsets.UTF_8));
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String selected(String table) {
        return table.equals("built") ? "model, events_upto" : "*";
    }

    private static Map<String, String> dumpOrder() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("record", "record_id");
        order.put("reference", "from_record, field collate \"C\", to_record");
        order.put("token", "token, record_id");
        order.put("component", "component_id");
        order.put("membership", "record_id");
        order.put("link", "left_record, right_record");
        order.put("attention", "attention_id");
        order.put("blocking", "key, record_id");
        order.put("finding", "record_id, field collate \"C\", line, expected collate \"C\", found collate \"C\"");
        order.put("mended", "decision_id");
        order.put("counted", "class_id, shape collate \"C\", role collate \"C\", field collate \"C\", month");
        order.put("held", "class_id, agency_id");
        order.put("held_persons", "classes");
        order.put("built", "events_upto");
        return order;
    }

    private static void run(Connection connection, String script, String schema) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(read(script).replace(":schema", schema));
        }
    }

    private static String read(String script) {
        try (var stream = Picture.class.getResourceAsStream("/db/" + script)) {
            if (stream == null) {
                throw new IllegalStateException("expected the script db/" + script + " beside the program, found none");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("expected a platform with SHA-256, found none", e);
        }
    }
}
