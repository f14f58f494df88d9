package clew.app.intake;

import clew.app.intake.mapping.Extract;
import clew.app.intake.mapping.Mapping;
import clew.app.store.OneMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The import that a call is: one of its own, opened and accepted in one transaction. */
final class ReceivedRows {

    private static final String WITHDRAW = """
            insert into records.header
                   (record_id, version_no, import_no, row_no, shape, role, class_id, content_hash, sender_version, extract_time,
                    received_at, known_from, withdrawn, keyless)
            select c.record_id, nextval('records.version_no'), ?, 0, c.shape, c.role, c.class_id, c.content_hash, c.sender_version,
                   c.extract_time, ?, null, true, c.keyless
              from records.current c
             where c.record_id = any (?) and c.agency_id = ? and c.system = ? and not c.withdrawn
             order by c.record_id
            returning record_id""";

    private static final String OPEN = """
            with known as (
                insert into records.mapping (mapping_hash, name, version, standard_version, body)
                select ?, ?, ?, ?, ? where not exists (select from records.mapping where mapping_hash = ?)
                on conflict do nothing)
            insert into records.import
                   (import_no, agency_id, system, mapping_hash, file_name, file_hash, file_bytes, extract_kind, started_at, chunks_done, rows_done)
            overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)""";

    private final Connection connection;
    private final int agencyId;
    private final Mapping mapping;

    ReceivedRows(Connection connection, int agencyId, Mapping mapping) {
        this.connection = connection;
        this.agencyId = agencyId;
        this.mapping = mapping;
    }

    /**
     * Waits for an import of the system, and for calls about the same records; until the end of the transaction they wait for this one. Its questions are planned once for all calls:
     * each goes by an index.
     */
    void lock(OneMessage message, String agency, Collection<UUID> records) throws SQLException {
        Long[] keys = records.stream()
                .map(record -> record.getMostSignificantBits() ^ record.getLeastSignificantBits())
                .distinct()
                .sorted()
                .toArray(Long[]::new);
        message.add(
                "select set_config('plan_cache_mode', 'force_generic_plan', true) union all"
                        + " select pg_advisory_xact_lock_shared(?, hashtext(?))::text union all select pg_advisory_xact_lock(k)::text from unnest(?) k",
                ImportLock.IMPORTS,
                agency + "/" + mapping.system(),
                message.array("bigint", keys));
    }

    /** The number of the import to be, known when the message was sent. */
    AtomicInteger number(OneMessage message) {
        AtomicInteger number = new AtomicInteger();
        message.ask("select nextval('records.import_import_no_seq')", row -> number.set(row.getInt(1)));
        return number;
    }

    StagedImport open(OneMessage message, int number, String name, List<PreparedRow> rows, Instant now) {
        Extract extract = mapping.extract() == Extract.FULL ? Extract.DELTA : mapping.extract();
        message.add(
                OPEN,
                mapping.hash(),
                mapping.name(),
                mapping.version(),
                mapping.standard(),
                mapping.text(),
                mapping.hash(),
                number,
                agencyId,
                mapping.system(),
                mapping.hash(),
                name,
                hash(rows),
                rows.stream().mapToLong(row -> row.body().length()).sum(),
                extract.word(),
                Timestamp.from(now),
                rows.size());
        return new StagedImport(number, agencyId, mapping.system(), extract, false, null, now, 0, new Counts());
    }

    List<UUID> withdraw(StagedImport staged, List<UUID> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WITHDRAW)) {
            statement.setInt(1, staged.importNo());
            statement.setTimestamp(2, Timestamp.from(staged.received()));
            statement.setArray(3, connection.createArrayOf("uuid", records.toArray()));
            statement.setInt(4, agencyId);
            statement.setString(5, mapping.system());
            List<UUID> withdrawn = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) withdrawn.add(result.getObject(1, UUID.class));
            }
            return withdrawn;
        }
    }

    // Two calls with the same rows are two imports, whether at the same moment or not.
    private static byte[] hash(List<PreparedRow> rows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            rows.forEach(row -> digest.update(row.checksum()));
            return digest.digest(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
