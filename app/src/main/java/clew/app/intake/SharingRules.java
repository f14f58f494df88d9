package clew.app.intake;

import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import clew.core.standard.Standard;
import clew.core.standard.Visibility;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What agencies have chosen to show to others by type of record, and by whose authority data of law enforcement leave it (DPA 2018 section 36(4)). Append-only:
 * a choice is followed by another, an authority ends. Policies take effect with the next extract, authorities at once.
 */
public final class SharingRules {
    private static final String ON_A_DAY = """
            select shape, handling from access.handling_policy
             where agency_id = ? and holds_from <= ? order by holds_from, policy_no""";

    private final EngineTransactions engine;

    public SharingRules(EngineTransactions engine) {
        this.engine = engine;
    }

    /**
     * An agency's choice for a type of record.
     *
     * @param shape of the standard
     * @param decidedBy name and post
     */
    public record Policy(
            int agency, String shape, Visibility visibility, LocalDate holdsFrom, String decidedBy, String reason) {
        public Policy {
            if (Standard.find(shape).isEmpty())
                throw new IllegalArgumentException("expected a shape of the standard, found " + shape);
        }
    }

    /**
     * By whom law enforcement's data may be seen outside it.
     *
     * @param from the agency that owns them
     * @param to the agency that may see them; null: every agency of the partnership
     * @param namedPerson who answers for it
     * @param post of that person
     * @param basis in law
     * @param what {@link Restriction#PART_3}, {@link Restriction#PART_3_INTELLIGENCE} or both
     */
    public record Authority(
            int from,
            @Nullable Integer to,
            String namedPerson,
            String post,
            String basis,
            LocalDate holdsFrom,
            LocalDate holdsUntil,
            Restriction... what) {
        public Authority {
            if (Arrays.stream(what).anyMatch(one -> one == Restriction.NONE || one == Restriction.PART_3_CLOSED))
                throw new IllegalArgumentException(
                        "expected PART_3 or PART_3_INTELLIGENCE, found " + Arrays.toString(what));
        }
    }

    /** Chooses for a type of record. */
    public void choose(Policy policy) {
        engine.run(sql -> sql.sql("""
                        insert into access.handling_policy (agency_id, shape, handling, holds_from, decided_by, reason)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        policy.agency(),
                        policy.shape(),
                        policy.visibility().word(),
                        policy.holdsFrom(),
                        policy.decidedBy(),
                        policy.reason())
                .update());
    }

    /** Says whom other agencies call about what a pointer leads to. */
    public void callWhom(int agency, String words) {
        engine.run(sql -> sql.sql("update access.agency set call_whom = ? where agency_id = ?")
                .params(words, agency)
                .update());
    }

    /** Lets data of law enforcement out; returns the number of the authority. */
    public int authorise(Authority authority) {
        String[] what = Arrays.stream(authority.what()).map(Restriction::word).toArray(String[]::new);
        return engine.in(sql -> sql.sql("""
                        insert into access.part_3_authority
                               (from_agency, to_agency, what, named_person, post, basis, holds_from, holds_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning authority_no""")
                .param(authority.from())
                .param(authority.to())
                .param(what)
                .param(authority.namedPerson())
                .param(authority.post())
                .param(authority.basis())
                .param(authority.holdsFrom())
                .param(authority.holdsUntil())
                .query(Integer.class)
                .single());
    }

    /** Ends an authority before its day. */
    public void end(int authority, LocalDate on, String by, String reason) {
        engine.run(sql -> sql.sql("insert into access.part_3_authority_ended values (?, ?, ?, ?)")
                .params(authority, on, by, reason)
                .update());
    }

    /** What an agency's choices are on a day, by shape; without those it has not made. */
    Map<String, Visibility> on(int agency, LocalDate day) {
        return engine.onConnection(connection -> on(connection, agency, day));
    }

    /** The same, in a transaction that is under way. */
    static Map<String, Visibility> on(Connection connection, int agency, LocalDate day) throws SQLException {
        OneMessage message = new OneMessage(connection);
        Map<String, Visibility> policy = ask(message, agency, day);
        message.send();
        return policy;
    }

    /** The same, known when the message was sent. */
    static Map<String, Visibility> ask(OneMessage message, int agency, LocalDate day) {
        Map<String, Visibility> policy = new HashMap<>();
        message.ask(
                ON_A_DAY,
                row -> policy.put(
                        row.getString(1), Visibility.valueOf(row.getString(2).toUpperCase(Locale.ROOT))),
                agency,
                day);
        return policy;
    }
}
