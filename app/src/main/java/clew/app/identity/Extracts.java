package clew.app.identity;

import clew.app.intake.Derivation;
import clew.core.standard.DeploymentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The accepted imports, each with the mapping by which its rows become records. */
final class Extracts {
    private final Map<Integer, Extract> byImport = new HashMap<>();

    /** One import: whose it is, and how its rows are read. */
    record Extract(int agency, Derivation derivation) {}

    Extracts(Connection connection, DeploymentKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                        select i.import_no, i.agency_id, a.slug, i.file_name, m.body
                          from records.import i
                          join records.mapping m using (mapping_hash)
                          join access.agency a on a.agency_id = i.agency_id
                         where i.accepted_at is not null""");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Derivation derivation = new Derivation(row.getString(5), row.getString(3), row.getString(4), key);
                byImport.put(row.getInt(1), new Extract(row.getInt(2), derivation));
            }
        }
    }

    Extract of(int importNo) {
        Extract extract = byImport.get(importNo);
        if (extract == null) {
            throw new IllegalStateException("expected the rows of an accepted import, found import " + importNo);
        }
        return extract;
    }
}
