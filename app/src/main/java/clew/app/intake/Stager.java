package clew.app.intake;

import clew.app.intake.mapping.MappedRecord;
import clew.app.store.OneMessage;
import clew.core.standard.Violation;
import clew.core.standard.Visibility;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Stages chunks, each together with the note of how far the import has come. */
final class Stager {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final StagedImport staged;
    private final SeenRecords seen;
    private final Classing classing;
    private final Classes classes;
    private final KnownUsers users;
    private final Tables tables;
    private final Deque<Long> versionNumbers = new ArrayDeque<>();
    private long rowsDone;

    /** Where rows, headers and refused rows go. */
    record Tables(RowText rows, RowText headers, RowText quarantine) {
        private static final String ROW = "import_no, row_no, line, checksum, class_id, body";
        private static final String HEADER =
                "record_id, version_no, import_no, row_no, shape, role, class_id, content_hash, sender_version, "
                        + "extract_time, received_at, known_from, withdrawn, keyless";

        /** @param connection in a transaction in which nothing was done yet */
        static Tables on(Connection connection) throws SQLException {
            return new Tables(
                    CopyText.through(connection, "records.source_row", ROW),
                    CopyText.through(connection, "records.header", HEADER),
                    CopyText.through(connection, "records.quarantine", ROW + ", violations"));
        }

        /** For the rows of a call. */
        static Tables ofFew(OneMessage message) {
            return new Tables(
                    new InsertText(message, "records.source_row", ROW),
                    new InsertText(message, "records.header", HEADER),
                    new InsertText(message, "records.quarantine", ROW + ", violations"));
        }

        void send(Connection connection) throws SQLException {
            rows.send(connection);
            headers.send(connection);
            quarantine.send(connection);
        }
    }

    Stager(
            Connection connection,
            Tables tables,
            StagedImport staged,
            SeenRecords seen,
            Classing classing,
            Classes classes,
            KnownUsers users) {
        this.connection = connection;
        this.tables = tables;
        this.staged = staged;
        this.seen = seen;
        this.classing = classing;
        this.classes = classes;
        this.users = users;
        this.rowsDone = staged.rowsDone();
    }

    /** Makes one chunk durable. */
    void stage(Chunk chunk) throws SQLException {
        write(chunk);
        if (!chunk.again()) noteProgress(chunk.lastRow());
        connection.commit();
    }

    /** Writes one chunk; the transaction goes on, and whoever made it notes how far it has come. */
    void write(Chunk chunk) throws SQLException {
        seen.add(chunk);
        if (!chunk.again()) {
            Histories histories = Histories.of(connection, staged.importNo(), chunk.records());
            versionNumbers.clear();
            versionNumbers.addAll(reserveVersions(chunk));
            enter(chunk, histories);
        }
    }

    /** The same of a chunk that is no full extract's, where what it needs is known. */
    void write(Chunk chunk, Histories histories, Collection<Long> numbers) throws SQLException {
        versionNumbers.addAll(numbers);
        enter(chunk, histories);
    }

    private void enter(Chunk chunk, Histories histories) throws SQLException {
        Set<String> before = inQuarantineBefore(chunk);
        for (PreparedRow row : chunk.rows()) {
            staged.counts().row();
            if (row.enters()) enter(row, histories);
            else quarantine(row, before);
        }
        tables.send(connection);
    }

    private void enter(PreparedRow row, Histories histories) throws SQLException {
        boolean kept = staged.returned() || row.records().isEmpty();
        Set<UUID> ofUsers = shutOutSubjects(row);
        List<Classing.Chosen> chosen = classing.of(
                row.records(),
                record -> Visibility.isRestricted(record.record())
                        || ofUsers.contains(record.id())
                        || histories.of(record.id()).isOfSubject());
        for (int i = 0; i < row.records().size(); i++) {
            MappedRecord record = row.records().get(i);
            History history = histories.of(record.id());
            UUID content = row.contents().get(i);
            RecordClass wanted = history.classOf(chosen.get(i), content);
            if (history.says(content, record.senderVersion(), record.knownFrom(), wanted)) {
                staged.counts().unchanged();
                kept |= !history.cameFrom(row.checksum());
                continue;
            }
            if (history.isEmpty()) staged.counts().added();
            else staged.counts().changed();
            history.add(header(row, record, content, wanted));
            kept = true;
        }
        if (kept) keep(row);
        countFindings(row);
    }

    /** The records of a row whose subject is a user or lives with one; that user is shut out of each and of what is about it. */
    private Set<UUID> shutOutSubjects(PreparedRow row) throws SQLException {
        Set<UUID> records = new HashSet<>();
        for (MappedRecord record : row.records()) {
            Set<UUID> subjects = users.in(record.record());
            if (!subjects.isEmpty()) {
                records.add(record.id());
                for (MappedRecord about : row.records()) {
                    if (Classing.isAbout(about, Set.of(record.id()))) shutOut(subjects, about.id());
                }
            }
        }
        return records;
    }

    private void shutOut(Set<UUID> people, UUID record) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select access.shut_out_subject(u, ?) from unnest(?::uuid[]) u")) {
            statement.setObject(1, record);
            statement.setArray(2, connection.createArrayOf("uuid", people.toArray()));
            statement.execute();
        }
    }

    private Version header(PreparedRow row, MappedRecord record, UUID content, RecordClass recordClass) {
        long number = versionNumbers.removeFirst();
        tables.headers
                .plain(record.id())
                .number(number)
                .number(staged.importNo())
                .number(row.number())
                .text(record.record().shape().name())
                .text(record.role())
                .number(classes.of(recordClass))
                .plain(content)
                .plain(record.senderVersion())
                .plain(staged.extracted())
                .plain(staged.received())
                .plain(record.knownFrom())
                .plain(false)
                .plain(record.keyless())
                .end();
        return new Version(
                content,
                record.senderVersion(),
                staged.extracted(),
                staged.received(),
                record.knownFrom(),
                number,
                false,
                row.checksum(),
                recordClass);
    }

    private void keep(PreparedRow row) {
        tables.rows
                .number(staged.importNo())
                .number(row.number())
                .number(row.line())
                .bytes(row.checksum())
                .number(classes.of(RecordClass.OWN))
                .text(row.body())
                .end();
    }

    private void countFindings(PreparedRow row) {
        for (MappedRecord record : row.records())
            for (Violation finding : record.findings())
                staged.counts().finding(record.record().shape().name() + "." + finding.field());
    }

    private void quarantine(PreparedRow row, Set<String> before) {
        if (before.contains(java.util.HexFormat.of().formatHex(row.checksum()))) {
            staged.counts().quarantinedBefore(row.identified());
            return;
        }
        staged.counts().quarantined(row.identified());
        tables.quarantine
                .number(staged.importNo())
                .number(row.number())
                .number(row.line())
                .bytes(row.checksum())
                .number(classes.of(row.restricted() ? RecordClass.OWN_OF_SUBJECT : RecordClass.OWN))
                .text(row.body())
                .text(violations(row.refused()))
                .end();
    }

    private static String violations(List<Violation> violations) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Violation violation : violations) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", violation.field());
            one.put("expected", violation.expected());
            one.put("found", violation.found());
            one.put("line", violation.line());
            list.add(one);
        }
        return JSON.writeValueAsString(list);
    }

    /** Checksums of refused rows that an earlier file of this system brought to quarantine already, settled since or not. */
    private Set<String> inQuarantineBefore(Chunk chunk) throws SQLException {
        Set<String> before = new HashSet<>();
        byte[][] refused = chunk.rows().stream()
                .filter(row -> !row.enters())
                .map(PreparedRow::checksum)
                .toArray(byte[][]::new);
        if (refused.length == 0 || staged.returned()) return before;
        try (PreparedStatement statement = connection.prepareStatement("""
                select encode(q.checksum, 'hex')
                  from records.quarantine q join records.import i on i.import_no = q.import_no
                 where q.checksum = any (?)
                   and i.accepted_at is not null and i.agency_id = ? and i.system = ?""")) {
            statement.setArray(1, connection.createArrayOf("bytea", refused));
            statement.setInt(2, staged.agencyId());
            statement.setString(3, staged.system());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) before.add(result.getString(1));
            }
        }
        return before;
    }

    private List<Long> reserveVersions(Chunk chunk) throws SQLException {
        OneMessage message = new OneMessage(connection);
        List<Long> numbers = askVersions(message, chunk);
        message.send();
        return numbers;
    }

    /** A number for each version that the chunk may bring, known when the message was sent. */
    static List<Long> askVersions(OneMessage message, Chunk chunk) {
        List<Long> numbers = new ArrayList<>();
        message.ask(
                "select nextval('records.version_no') from generate_series(1, ?)",
                row -> numbers.add(row.getLong(1)),
                chunk.rows().stream().mapToInt(row -> row.records().size()).sum());
        return numbers;
    }

    /** The condition on the rows done fences off a second program that might believe it holds the same import. */
    private void noteProgress(long lastRow) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update records.import set chunks_done = chunks_done + 1, rows_done = ?, counts = ?::jsonb
                 where import_no = ? and rows_done = ? and accepted_at is null and abandoned_at is null""")) {
            statement.setLong(1, lastRow);
            statement.setString(2, staged.counts().toJson());
            statement.setInt(3, staged.importNo());
            statement.setLong(4, rowsDone);
            if (statement.executeUpdate() != 1)
                throw new ImportRefused(
                        "expected import %d at row %,d, found it elsewhere: another program has gone on with it"
                                .formatted(staged.importNo(), rowsDone));
        }
        rowsDone = lastRow;
    }
}
