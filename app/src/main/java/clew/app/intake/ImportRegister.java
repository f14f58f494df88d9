package clew.app.intake;

import clew.app.intake.mapping.Extract;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.source.SourceFile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of imports: which is under way, which was accepted. Works inside the caller's transaction. */
final class ImportRegister {

    private final Connection connection;
    private final int agencyId;
    private final Mapping mapping;
    private final SourceFile file;

    ImportRegister(Connection connection, int agencyId, Mapping mapping, SourceFile file) {
        this.connection = connection;
        this.agencyId = agencyId;
        this.mapping = mapping;
        this.file = file;
    }

    /** The accepted import of this very file with this very mapping, if no other file of the same mapping has been accepted since. */
    Optional<StagedImport> repeated() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select i.*, i.file_hash = ? and i.mapping_hash = ? as same
                  from records.import i join records.mapping m on m.mapping_hash = i.mapping_hash
                 where i.agency_id = ? and i.system = ? and m.name = ? and i.accepted_at is not null
                 order by i.accepted_at desc, i.import_no desc limit 1""")) {
            statement.setBytes(1, file.checksum());
            statement.setBytes(2, mapping.hash());
            statement.setInt(3, agencyId);
            statement.setString(4, mapping.system());
            statement.setString(5, mapping.name());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean("same")
                        ? Optional.of(staged(result, false))
                        : Optional.empty();
            }
        }
    }

    /** The import of this file that an earlier run left unfinished, or a new one. */
    StagedImport open(boolean returned, @Nullable Instant extracted, Instant now) throws SQLException {
        keepMapping();
        Extract extract = returned ? Extract.DELTA : mapping.extract();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into records.import
                       (agency_id, system, mapping_hash, file_name, file_hash, file_bytes, extract_kind, extract_time, started_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (agency_id, system, file_hash, mapping_hash) where accepted_at is null and abandoned_at is null
                do update set chunks_done = records.import.chunks_done
                returning *""")) {
            statement.setInt(1, agencyId);
            statement.setString(2, mapping.system());
            statement.setBytes(3, mapping.hash());
            statement.setString(4, file.name());
            statement.setBytes(5, file.checksum());
            statement.setLong(6, file.bytes());
            statement.setString(7, extract.word());
            statement.setTimestamp(8, extracted == null ? null : Timestamp.from(extracted));
            statement.setTimestamp(9, Timestamp.from(now));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return staged(result, returned);
            }
        }
    }

    private StagedImport staged(ResultSet result, boolean returned) throws SQLException {
        OffsetDateTime extracted = result.getObject("extract_time", OffsetDateTime.class);
        return new StagedImport(
                result.getInt("import_no"),
                agencyId,
                mapping.system(),
                Extract.valueOf(result.getString("extract_kind").toUpperCase(java.util.Locale.ROOT)),
                returned,
                extracted == null ? null : extracted.toInstant(),
                result.getObject("started_at", OffsetDateTime.class).toInstant(),
                result.getLong("rows_done"),
                Counts.parse(result.getString("counts")));
    }

    private void keepMapping() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into records.mapping (mapping_hash, name, version, standard_version, body)
                values (?, ?, ?, ?, ?) on conflict do nothing""")) {
            statement.setBytes(1, mapping.hash());
            statement.setString(2, mapping.name());
            statement.setInt(3, mapping.version());
            statement.setInt(4, mapping.standard());
            statement.setString(5, mapping.text());
            statement.executeUpdate();
        }
    }
}
