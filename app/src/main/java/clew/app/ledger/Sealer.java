package clew.app.ledger;

import clew.app.store.EngineTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;

/**
 * Numbers the entries without gaps and chains them. Any number of sealers may run: a lock lets one at a time work. Order is
 * that of sealing; entries of one sealing go by time.
 *
 * <p>An entry is looked for among those younger than the last sealed one less a minute, since a commit may come after a later
 * one; {@link #sweep} looks further back and is run at the start and once an hour.
 */
public final class Sealer {

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('clew ledger sealer'))";
    private static final String LAST =
            "select seal_no, entry_at, chain_hash from ledger.seal order by seal_no desc limit 1";
    private static final String UNSEALED = "select " + Chain.COLUMNS + """
              from ledger.entry e
             where e.at > ?::timestamptz - ?::interval
               and not exists (select from ledger.seal s where s.entry_id = e.entry_id)
             order by e.at, e.entry_id
             limit 10000""";

    private final EngineTransactions engine;
    private final Anchors anchors;

    /** @param anchors where the head of the chain is also written, outside the database */
    public Sealer(EngineTransactions engine, Anchors anchors) {
        this.engine = engine;
        this.anchors = anchors;
    }

    /**
     * Seals what came in lately.
     *
     * @return how many entries were sealed; 0 too when another sealer is at work
     */
    public int seal() {
        return sealBackTo("1 minute");
    }

    /** Seals what came in within 40 days and was missed, and makes the ledger's next months. */
    public int sweep() {
        engine.run(sql -> sql.sql(
                        "select ledger.make_month((now() + n * interval '1 month')::date) from generate_series(0, 12) n")
                .query((row, number) -> true)
                .list());
        return sealBackTo("40 days");
    }

    /** Writes the head of the chain to the anchors, in the database and in the file, if it moved since the last time. */
    public void anchor() {
        engine.run(sql -> sql.sql("""
                        insert into ledger.anchor (seal_no, chain_hash)
                        select seal_no, chain_hash from ledger.seal
                         where seal_no > coalesce((select max(seal_no) from ledger.anchor), 0)
                         order by seal_no desc limit 1
                        returning seal_no, chain_hash""")
                .query((row, number) -> new Anchor(row.getLong(1), row.getBytes(2)))
                .optional()
                .ifPresent(anchors::add));
    }

    /** The last head that was anchored, as one line; empty before the first. */
    public Optional<String> lastAnchor() {
        return engine.in(sql -> sql.sql("select seal_no, chain_hash from ledger.anchor order by anchor_no desc limit 1")
                .query((row, number) -> new Anchor(row.getLong(1), row.getBytes(2)).toString())
                .optional());
    }

    /** Deletes what was searched for where its time is over. */
    public int expireTerms() {
        return engine.in(sql -> sql.sql("delete from ledger.search_terms where expires_at < now()")
                .update());
    }

    private int sealBackTo(String back) {
        int sealed = engine.onConnection(connection -> isOurTurn(connection) ? seal(connection, back) : 0);
        return sealed == 10_000 ? sealed + sealBackTo(back) : sealed;
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LOCK)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static int seal(Connection connection, String back) throws SQLException {
        long number = 0;
        byte[] hash = Chain.BEGINNING;
        Timestamp since = new Timestamp(0);
        try (var statement = connection.createStatement();
                ResultSet last = statement.executeQuery(LAST)) {
            if (last.next()) {
                number = last.getLong("seal_no");
                since = last.getTimestamp("entry_at");
                hash = last.getBytes("chain_hash");
            }
        }
        int sealed = 0;
        try (PreparedStatement unsealed = connection.prepareStatement(UNSEALED);
                PreparedStatement insert = connection.prepareStatement(
                        "insert into ledger.seal (seal_no, entry_at, entry_id, chain_hash) values (?, ?, ?, ?)")) {
            unsealed.setTimestamp(1, since);
            unsealed.setString(2, back);
            try (ResultSet row = unsealed.executeQuery()) {
                for (; row.next(); sealed++) {
                    hash = Chain.next(hash, ++number, row);
                    insert.setLong(1, number);
                    insert.setTimestamp(2, row.getTimestamp("at"));
                    insert.setObject(3, Chain.entry(row));
                    insert.setBytes(4, hash);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        return sealed;
    }
}
