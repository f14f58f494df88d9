package clew.app.access;

import clew.app.store.EngineTransactions;
import java.util.UUID;

/**
 * Sets records apart: each in a class of its own, so that one user can be let into it or shut out of it. What a person decided
 * is in its append-only table first, under row-level security; this carries it out, and may be repeated.
 */
final class Apart {

    private static final String GIVE = """
            insert into access.granted (grant_id, kind, user_id, record_id, purpose, reason, given_by, request_id, from_at, until_at)
            select gen_random_uuid(), 'specific', r.user_id, r.record_id, r.purpose, r.reason, d.decided_by, d.request_id, d.decided_at, d.until_at
              from access.request_decision d join access.request r using (request_id)
             where d.request_id = ? and d.approved
            on conflict (request_id) do nothing""";

    private final EngineTransactions engine;

    Apart(EngineTransactions engine) {
        this.engine = engine;
    }

    /** A record that somebody is let into. */
    void forGrant(UUID record, UUID by) {
        engine.run(sql -> sql.sql("select access.set_apart(?, null, ?, 'somebody is let into it')")
                .params(record, by)
                .query()
                .listOfRows());
    }

    /** Gives what an approved request asked for. */
    void give(UUID request, UUID record, UUID by) {
        engine.run(sql -> {
            sql.sql("select access.set_apart(?, null, ?, 'a request was approved')")
                    .params(record, by)
                    .query()
                    .listOfRows();
            sql.sql(GIVE).param(request).update();
        });
    }

    /**
     * A record that somebody is shut out of, and every other record of the same person; their rows as received are kept from everybody, since they may say it
     * all.
     */
    void forExclusion(UUID record, UUID by) {
        engine.run(
                sql -> sql.sql("select access.set_apart(?, null, ?, 'somebody is shut out of it'), access.seal_rows(?),"
                                + " access.follow_exclusions('picture', array[?]::uuid[])")
                        .params(record, by, record, record)
                        .query()
                        .listOfRows());
    }

    /** A record that shows to nobody without a grant. */
    void restrict(UUID record, UUID by, String reason) {
        engine.run(sql -> sql.sql("select access.set_apart(?, 'subject', ?, ?), access.seal_rows(?)")
                .params(record, by, reason, record)
                .query()
                .listOfRows());
    }

    /** A record that shows again as before it was restricted, or as it would have, and with it what came along with it. */
    void lift(UUID record, UUID by, String reason) {
        engine.run(sql -> sql.sql("select access.lift_subject(?, ?, ?)")
                .params(record, by, reason)
                .query()
                .listOfRows());
    }
}
