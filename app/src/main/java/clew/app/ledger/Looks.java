package clew.app.ledger;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as people may read it: each question is a function of the database that answers only what its asker may know, so
 * the application's own role cannot read the table. What was searched for is shown to who searched, and to nobody else.
 */
public final class Looks {

    /** More lines than this are not shown at once: ask for a shorter time. */
    public static final int MOST = 200;

    private final AppTransactions app;
    private final SearchTerms searchTerms;

    Looks(AppTransactions app, SearchTerms searchTerms) {
        this.app = app;
        this.searchTerms = searchTerms;
    }

    /**
     * Who looked at a record or changed it, newest first: every look for the agency that sent it, those under a sensitive purpose
     * for its information-governance leads only; one's own looks for anybody else.
     */
    public List<LookLine> ofRecord(Rights rights, UUID record, Instant since, Instant until) {
        return ask(rights, "select * from ledger.of_record(?, ?, ?, ?)", record, at(since), at(until), MOST);
    }

    /** One's own looks, newest first. */
    public List<LookLine> own(Rights rights, Instant since, Instant until) {
        return ask(rights, "select * from ledger.own(?, ?, ?)", at(since), at(until), MOST);
    }

    /** What the users of the asker's agency did, newest first; nothing unless the asker is an information-governance lead. */
    public List<LookLine> ofAgency(Rights rights, Instant since, Instant until) {
        return ask(rights, "select * from ledger.of_agency(?, ?, ?)", at(since), at(until), MOST);
    }

    /** Whether a record is one that the asker may see; one that does not exist looks the same as one that is hidden. */
    public boolean isVisible(Rights rights, UUID record) {
        return app.read(
                rights,
                sql -> sql.sql("select exists (select from records.header where record_id = ?)")
                        .param(record)
                        .query(Boolean.class)
                        .single());
    }

    private List<LookLine> ask(Rights rights, String question, Object... parameters) {
        return app.read(
                rights,
                sql -> sql.sql(question)
                        .params(parameters)
                        .query((row, number) -> line(row))
                        .list());
    }

    private LookLine line(ResultSet row) throws SQLException {
        UUID entry = row.getObject("entry_id", UUID.class);
        return new LookLine(
                entry,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("user_id", UUID.class),
                row.getString("user_name"),
                row.getString("agency"),
                row.getString("purpose"),
                row.getString("action"),
                row.getString("grant_used"),
                row.getString("outcome"),
                Arrays.asList((UUID[]) row.getArray("subjects").getArray()),
                row.getString("note"),
                row.getBoolean("sensitive"),
                terms(entry, row.getBytes("terms")));
    }

    private @Nullable String terms(UUID entry, byte @Nullable [] kept) {
        return kept == null ? null : searchTerms.decrypt(entry, kept);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
