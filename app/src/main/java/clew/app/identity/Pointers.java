package clew.app.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pointers: that an agency holds something and does not show it. Which ones is worked out by the Picture's own functions, inside the database, so that no field of
 * what is held leaves it; here come agencies, and whom to call.
 */
final class Pointers {

    private Pointers() {}

    /** The agencies that hold something about the person of these records, each once, by name. */
    static List<HeldElsewhere> aboutPersonOf(JdbcClient sql, Collection<UUID> records) {
        return agencies(sql.sql("""
                        select name, call_whom from access.agency
                         where agency_id = any (picture.pointed_about(cast(? as uuid[]))) order by name""").param(StoredPersons.array(records)));
    }

    /** The agencies that hold something about whoever bears one of these exact identifiers, each once, by name. */
    static List<HeldElsewhere> aboutBearerOf(JdbcClient sql, List<String> tokens) {
        return agencies(sql.sql("""
                        select name, call_whom from access.agency
                         where agency_id = any (picture.pointed_by(?)) order by name""").param(tokens.toArray(String[]::new)));
    }

    private static List<HeldElsewhere> agencies(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new HeldElsewhere(row.getString(1), row.getString(2)))
                .list();
    }
}
