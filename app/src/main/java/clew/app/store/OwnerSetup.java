package clew.app.store;

import clew.app.store.StoreSettings.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/** What the owner of the database does before anybody works in it: owner and database, tables, passwords of the roles. */
final class OwnerSetup {

    static final String OWNER = "clew_owner";
    static final String APP = "clew_app";
    static final String ENGINE = "clew_engine";
    static final String DATABASE = "clew";
    private static final String WRONG_PASSWORD = "28P01";

    private OwnerSetup() {}

    /** Makes the owner (no superuser) and the database in the embedded server, where they are not there yet. */
    static Login ownerIn(EmbeddedServer server, Secrets secrets) {
        try (Connection superuser = server.superuser(EmbeddedServer.SUPERUSER);
                Statement statement = superuser.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
                statement.execute("create role " + OWNER + " login createrole");
                setPassword(superuser, OWNER, secrets);
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new StoreFailure("the embedded database cannot be set up: " + e.getMessage(), e);
        }
        return new Login(server.url(DATABASE), OWNER, secrets.password(OWNER));
    }

    /** Checks the server, brings the tables up to date, and lets the two roles in. */
    static void prepare(Login owner, Secrets secrets) {
        try (Connection connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            Durability.require(connection);
            migrate(owner);
            grantDatabase(connection);
            letIn(connection, owner, APP, secrets);
            letIn(connection, owner, ENGINE, secrets);
        } catch (SQLException e) {
            throw new StoreFailure("expected to reach the database as " + owner + ", found: " + e.getMessage(), e);
        }
    }

    private static void migrate(Login owner) {
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load()
                .migrate();
    }

    // The rights on the database itself are no part of what a copy or a restore of it carries.
    private static void grantDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isMissing(
                    statement, "select 1 where has_database_privilege('clew_engine', current_database(), 'create')")) {
                String database = statement.enquoteIdentifier(connection.getCatalog(), true);
                statement.execute("revoke all on database " + database + " from public; grant connect on database "
                        + database + " to clew_app; grant connect, create, temporary on database " + database
                        + " to clew_engine");
            }
        }
    }

    private static void letIn(Connection asOwner, Login owner, String role, Secrets secrets) throws SQLException {
        try (Connection connection = DriverManager.getConnection(owner.url(), role, secrets.password(role))) {
            connection.isValid(5);
        } catch (SQLException e) {
            if (!WRONG_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            setPassword(asOwner, role, secrets);
        }
    }

    // Sends the SCRAM verifier and not the password, so that no log of the server can hold it.
    private static void setPassword(Connection connection, String role, Secrets secrets) throws SQLException {
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(role, secrets.password(role).toCharArray(), "scram-sha-256");
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }
}
