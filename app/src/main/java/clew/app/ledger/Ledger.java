package clew.app.ledger;

import clew.app.store.AppTransactions;
import clew.app.store.Secrets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/**
 * Where looks and changes are entered. An entry is committed by itself when {@link #enter} returns, whatever becomes of the
 * transaction around it; the role that enters can neither read, change nor delete entries, nor choose their time.
 */
public final class Ledger {

    /** How long what was searched for stays readable. */
    public static final Duration TERMS_KEPT = Duration.ofDays(90);

    private static final String ENTER = """
            insert into ledger.entry
                   (entry_id, user_id, agency_id, purpose, action, grant_used, outcome, subjects, request_id, note)
            values (:entry, :user, :agency, :purpose, :action, :grant, :outcome, :subjects::uuid[], :request, :note)""";
    private static final String ENTER_WITH_TERMS = "with entered as (" + ENTER + """
            )
            insert into ledger.search_terms (entry_id, terms, expires_at)
            values (:entry, :terms, now() + make_interval(days => :days))""";

    private final AppTransactions app;
    private final SearchTerms searchTerms;

    /** The ledger of a store, for a command that opens one. */
    public static Ledger of(AppTransactions app, Secrets secrets) {
        return new Ledger(app, new SearchTerms(secrets.key("search-terms")));
    }

    Ledger(AppTransactions app, SearchTerms searchTerms) {
        this.app = app;
        this.searchTerms = searchTerms;
    }

    /**
     * Enters and commits.
     *
     * @return the id of the entry
     * @throws LedgerUnavailable when it is not certain that the entry is in; then nothing may be shown
     */
    public UUID enter(Entry entry) {
        UUID id = UUID.randomUUID();
        try {
            app.append(sql -> statement(sql, id, entry).update());
            return id;
        } catch (DataAccessException | TransactionException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private JdbcClient.StatementSpec statement(JdbcClient sql, UUID id, Entry entry) {
        @Nullable String terms = entry.terms();
        JdbcClient.StatementSpec statement = sql.sql(terms == null ? ENTER : ENTER_WITH_TERMS)
                .param("entry", id)
                .param("user", entry.user(), java.sql.Types.OTHER)
                .param("agency", entry.agency(), java.sql.Types.INTEGER)
                .param("purpose", entry.purpose())
                .param("action", entry.action())
                .param("grant", entry.grant())
                .param("outcome", entry.outcome().name().toLowerCase(Locale.ROOT))
                .param("subjects", array(entry))
                .param("request", entry.request())
                .param("note", entry.note());
        return terms == null
                ? statement
                : statement.param("terms", searchTerms.encrypt(id, terms)).param("days", (int) TERMS_KEPT.toDays());
    }

    private static String array(Entry entry) {
        return entry.subjects().toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
