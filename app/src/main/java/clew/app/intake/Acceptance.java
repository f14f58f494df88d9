package clew.app.intake;

import clew.app.intake.mapping.Extract;
import clew.app.store.OneMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a staged import visible, in one transaction: withdrawals, settled quarantine, the stamp on the import and the event for the other rooms
 * appear together or not at all.
 */
final class Acceptance {

    private static final int FEW_WITHDRAWALS = 20;

    private static final String WITHDRAW = """
            with absent as (
                select distinct h.record_id
                  from records.header h
                  join records.import i on i.import_no = h.import_no
                  join records.mapping m on m.mapping_hash = i.mapping_hash
                 where i.accepted_at is not null and i.agency_id = ? and i.system = ? and m.name = ?
                   and not exists (select from seen_record s where s.record_id = h.record_id)
            )
            insert into records.header
                   (record_id, version_no, import_no, row_no, shape, role, class_id, content_hash, sender_version, extract_time,
                    received_at, known_from, withdrawn, keyless)
            select v.record_id, nextval('records.version_no'), ?, 0, v.shape, v.role, v.class_id, v.content_hash,
                   v.sender_version, coalesce(?, v.extract_time), ?, null, true, v.keyless
              from absent a
             cross join lateral (
                select h.*, m.name as mapping_name
                  from records.header h
                  join records.import i on i.import_no = h.import_no and i.accepted_at is not null
                  join records.mapping m on m.mapping_hash = i.mapping_hash
                 where h.record_id = a.record_id
                 order by h.sender_version desc nulls last, h.extract_time desc nulls last, h.received_at desc, h.version_no desc
                 limit 1) v
             where not v.withdrawn and v.mapping_name = ? and v.received_at <= ?
               and (v.extract_time is null or coalesce(?, v.extract_time) >= v.extract_time)
             order by v.record_id""";

    private static final String SETTLE = """
            update records.quarantine q set settled_import = ?, settled_at = ?
              from (select body::json ->> 'clew_quarantine' as entry from records.source_row where import_no = ?
                    union select body::json ->> 'clew_quarantine' from records.quarantine where import_no = ?) came
             where came.entry = q.import_no || '-' || q.row_no and q.settled_at is null and q.import_no <> ?
               and exists (select from records.import i where i.import_no = q.import_no and i.agency_id = ? and i.system = ?)""";

    private static final String STAMP =
            "update records.import set accepted_at = ?, counts = ?::jsonb where import_no = ? and accepted_at is null";
    private static final String TELL =
            "insert into events.outbox (event_id, kind, body) values (?, 'RecordsAccepted', jsonb_build_object('import', ?::int))";

    private final Connection connection;
    private final StagedImport staged;
    private final String mappingName;

    Acceptance(Connection connection, StagedImport staged, String mappingName) {
        this.connection = connection;
        this.staged = staged;
        this.mappingName = mappingName;
    }

    /**
     * Accepts the import and commits.
     *
     * @param anyWithdrawals that more records may be withdrawn than the extract holds
     * @throws ImportRefused when more would be withdrawn and that was not allowed; then everything stays staged
     */
    void accept(Instant now, boolean anyWithdrawals) throws SQLException {
        if (staged.extract() == Extract.FULL) withdrawAbsent(anyWithdrawals);
        if (staged.returned()) settle(now);
        stampAndTell(now);
        connection.commit();
    }

    /** The same for the rows of a call, in a message of whoever commits: nothing is absent from a call, and nobody else has its import. */
    void addTo(OneMessage message, Instant now) {
        message.add(STAMP, Timestamp.from(now), staged.counts().toJson(), staged.importNo());
        if (staged.counts().versions() > 0) {
            message.add(TELL, staged.event(), staged.importNo());
        }
    }

    private void withdrawAbsent(boolean anyWithdrawals) throws SQLException {
        if (staged.counts().unidentified() > 0) {
            staged.counts().holdWithdrawals();
            return;
        }
        long present = present();
        long withdrawn = withdraw();
        if (withdrawn >= FEW_WITHDRAWALS && withdrawn > present && !anyWithdrawals) {
            connection.rollback();
            throw new ImportRefused(
                    "expected a full extract, found one that would withdraw %,d records and holds %,d: nothing was changed; if that is right, run it again with --accept-withdrawals"
                            .formatted(withdrawn, present));
        }
        staged.counts().withdrawn(withdrawn);
    }

    private long present() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index on seen_record (record_id)");
            statement.execute("analyze seen_record");
            try (ResultSet result = statement.executeQuery("select count(distinct record_id) from seen_record")) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private long withdraw() throws SQLException {
        @Nullable Timestamp extracted = staged.extracted() == null ? null : Timestamp.from(staged.extracted());
        Timestamp received = Timestamp.from(staged.received());
        try (PreparedStatement statement = connection.prepareStatement(WITHDRAW)) {
            statement.setInt(1, staged.agencyId());
            statement.setString(2, staged.system());
            statement.setString(3, mappingName);
            statement.setInt(4, staged.importNo());
            statement.setTimestamp(5, extracted);
            statement.setTimestamp(6, received);
            statement.setString(7, mappingName);
            statement.setTimestamp(8, received);
            statement.setTimestamp(9, extracted);
            return statement.executeUpdate();
        }
    }

    private void settle(Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE)) {
            statement.setInt(1, staged.importNo());
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, staged.importNo());
            statement.setInt(4, staged.importNo());
            statement.setInt(5, staged.importNo());
            statement.setInt(6, staged.agencyId());
            statement.setString(7, staged.system());
            statement.executeUpdate();
        }
    }

    // Both in one message; nothing new is no news.
    private void stampAndTell(Instant now) throws SQLException {
        boolean news = staged.counts().versions() > 0;
        try (PreparedStatement statement = connection.prepareStatement(news ? STAMP + "; " + TELL : STAMP)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, staged.counts().toJson());
            statement.setInt(3, staged.importNo());
            if (news) {
                statement.setObject(4, staged.event());
                statement.setInt(5, staged.importNo());
            }
            statement.execute();
            if (statement.getUpdateCount() != 1)
                throw new ImportRefused("expected import %d to be open, found it closed".formatted(staged.importNo()));
        }
    }
}
