package clew.app.identity;

import clew.app.intake.Derivation;
import clew.core.standard.DeploymentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The accepted imports, each with the mapping by which its rows become records. Mappings are read once; the last few are kept. Not thread-safe. */
final class Extracts {
    private static final int KEPT = 500;
    private static final String IMPORTS = """
            select i.import_no, i.agency_id, a.slug, i.file_name, encode(i.mapping_hash, 'hex')
              from records.import i join access.agency a using (agency_id)
             where i.accepted_at is not null""";

    private final DeploymentKey key;
    private final Map<Integer, Source> byImport = new HashMap<>();
    private final Map<String, String> mappings = new HashMap<>();
    private final Map<Source, Derivation> derivations = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Derivation> eldest) {
            return size() > KEPT;
        }
    };

    Extracts(DeploymentKey key) {
        this.key = key;
    }

    /** One import: whose it is, and how its rows are read. */
    record Extract(int agency, Derivation derivation) {}

    private record Source(int agency, String slug, String file, String mapping) {}

    /** Reads all imports. */
    void readAll(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IMPORTS);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                know(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5));
            }
        }
        readMappings(connection);
    }

    /** Forgets all imports, but not how they were read. */
    void forget() {
        byImport.clear();
    }

    /** @param mapping hash, in hexadecimal */
    void know(int importNo, int agency, String slug, String file, String mapping) {
        byImport.put(importNo, new Source(agency, slug, file, mapping));
    }

    /** Reads the mappings of the imports that are known, as far as they are new. */
    void readMappings(Connection connection) throws SQLException {
        for (Source source : byImport.values()) {
            if (!mappings.containsKey(source.mapping)) {
                mappings.put(source.mapping, mapping(connection, source.mapping));
            }
        }
    }

    Extract of(int importNo) {
        Source source = byImport.get(importNo);
        if (source == null) {
            throw new IllegalStateException("expected the rows of an accepted import, found import " + importNo);
        }
        return new Extract(source.agency, derivations.computeIfAbsent(source, this::derivation));
    }

    private Derivation derivation(Source source) {
        String mapping = mappings.getOrDefault(source.mapping, "");
        return new Derivation(mapping, source.slug, source.file, key);
    }

    private static String mapping(Connection connection, String hash) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select body from records.mapping where mapping_hash = decode(?, 'hex')")) {
            statement.setString(1, hash);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
