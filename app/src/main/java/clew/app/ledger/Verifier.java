package clew.app.ledger;

import clew.app.store.EngineTransactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Goes through the whole ledger in the order of sealing, computes the chain anew, and names the first row that is not as it
 * was sealed. Also finds entries that were never sealed, gaps, and a chain that was cut off or rewritten behind an anchor.
 */
public final class Verifier {

    private static final String SEALED =
            "select s.seal_no, s.entry_id as sealed_entry, s.chain_hash, " + Chain.COLUMNS + """
              from ledger.seal s left join ledger.entry e on e.at = s.entry_at and e.entry_id = s.entry_id
             order by s.seal_no""";
    private static final String UNSEALED = """
            select count(*) as waiting,
                   count(*) filter (where e.at < now() - interval '1 minute') as late,
                   (min(e.entry_id::text) filter (where e.at < now() - interval '1 minute'))::uuid as first_late
              from ledger.entry e where not exists (select from ledger.seal s where s.entry_id = e.entry_id)""";

    private final EngineTransactions engine;
    private final Anchors anchors;

    public Verifier(EngineTransactions engine, Anchors anchors) {
        this.engine = engine;
        this.anchors = anchors;
    }

    public Verdict verify() {
        return engine.onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(5000);
                return verify(statement, expectedHashes(connection));
            }
        });
    }

    private Map<Long, Set<String>> expectedHashes(Connection connection) throws SQLException {
        Map<Long, Set<String>> expected = anchors.hashes();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select seal_no, chain_hash from ledger.anchor")) {
            while (row.next()) {
                expected.computeIfAbsent(row.getLong(1), number -> new TreeSet<>())
                        .add(HexFormat.of().formatHex(row.getBytes(2)));
            }
        }
        return expected;
    }

    private static Verdict verify(Statement statement, Map<Long, Set<String>> anchored) throws SQLException {
        byte[] hash = Chain.BEGINNING;
        long number = 0;
        try (ResultSet row = statement.executeQuery(SEALED)) {
            while (row.next()) {
                number++;
                Optional<Verdict> broken = broken(row, number);
                if (broken.isPresent()) {
                    return broken.get();
                }
                hash = Chain.next(hash, number, row);
                UUID entry = Chain.entry(row);
                if (!Arrays.equals(hash, row.getBytes("chain_hash"))) {
                    return new Verdict.Broken(number, entry, "the entry as it was sealed", "an entry that was changed");
                }
                Set<String> anchor = anchored.remove(number);
                if (anchor != null && !anchor.equals(Set.of(HexFormat.of().formatHex(hash)))) {
                    return new Verdict.Broken(
                            number, entry, "the hash that was anchored", "a chain that was rewritten");
                }
            }
        }
        return anchored.isEmpty() ? unsealed(statement, number) : cutOff(number, anchored);
    }

    private static Optional<Verdict> broken(ResultSet row, long number) throws SQLException {
        UUID entry = row.getObject("sealed_entry", UUID.class);
        if (row.getLong("seal_no") != number) {
            return Optional.of(new Verdict.Broken(number, null, "row " + number, "row " + row.getLong("seal_no")));
        }
        return row.getObject("entry_id") == null
                ? Optional.of(new Verdict.Broken(number, entry, "the entry that was sealed", "no such entry"))
                : Optional.empty();
    }

    private static Verdict cutOff(long number, Map<Long, Set<String>> anchored) {
        return new Verdict.Broken(
                number + 1,
                null,
                "a chain of at least "
                        + anchored.keySet().stream().max(Long::compare).orElseThrow() + " rows",
                number + " rows");
    }

    private static Verdict unsealed(Statement statement, long sealed) throws SQLException {
        try (ResultSet row = statement.executeQuery(UNSEALED)) {
            row.next();
            return row.getLong("late") > 0
                    ? new Verdict.Broken(
                            sealed + 1,
                            row.getObject("first_late", UUID.class),
                            "every entry older than a minute to be sealed",
                            row.getLong("late") + " that are not")
                    : new Verdict.Whole(sealed, row.getLong("waiting"));
        }
    }
}
