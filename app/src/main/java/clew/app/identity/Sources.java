package clew.app.identity;

import clew.app.corrections.Mending;
import clew.app.store.OneMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What there is of records that are to be derived again: asked for in one message.
 *
 * @param held those of them that the Picture has
 * @param rows in which their versions in force were received; the extracts know how they are read
 * @param areDecided whether people may have decided anything about any of them
 * @param mending their corrections
 * @param isSaid whether any of them is an involvement, or the person of one, before or after
 */
record Sources(
        List<Around.Held> held,
        List<SourceRows.SourceRow> rows,
        Seals.InForce seals,
        boolean areDecided,
        Mending mending,
        boolean isSaid) {
    private static final String DECIDED = "select exists (select from decisions.about where record_id = any (?))";
    private static final String SAID = """
            select exists (select from picture.record where record_id = any (?) and shape = 'involvement')
                or exists (select from picture.reference where to_record = any (?) and field = 'person')""";

    static Sources of(Connection connection, Extracts extracts, Set<UUID> records) throws SQLException {
        OneMessage message = new OneMessage(connection);
        extracts.forget();
        Seals.InForce seals = Seals.ask(message);
        if (records.isEmpty()) {
            message.send();
            return new Sources(List.of(), List.of(), seals, false, Mending.NONE, false);
        }
        List<Around.Held> held = new ArrayList<>();
        AtomicBoolean decided = new AtomicBoolean();
        AtomicBoolean said = new AtomicBoolean();
        Surroundings.ask(message, records, held);
        List<SourceRows.SourceRow> rows = SourceRows.ask(message, records, extracts);
        message.ask(DECIDED, row -> decided.set(row.getBoolean(1)), message.array("uuid", records));
        message.ask(
                SAID,
                row -> said.set(row.getBoolean(1)),
                message.array("uuid", records),
                message.array("uuid", records));
        message.send();
        extracts.readMappings(connection);
        Mending mending = decided.get() ? Mending.of(OneConnection.sql(connection), records) : Mending.NONE;
        return new Sources(held, rows, seals, decided.get(), mending, said.get() || involve(rows));
    }

    private static boolean involve(Collection<SourceRows.SourceRow> rows) {
        return rows.stream()
                .anyMatch(row ->
                        row.heads().stream().anyMatch(head -> head.shape().equals("involvement")));
    }

    /** The records that the Picture has. */
    List<UUID> known() {
        return held.stream().map(one -> one.subject().record()).toList();
    }
}
