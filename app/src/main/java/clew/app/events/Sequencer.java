package clew.app.events;

import clew.app.store.EngineTransactions;

/**
 * Gives each event its place: 1, 2, 3 without gaps, in an order that never changes once given. Places are given after commit,
 * so a consumer that has read up to a place never misses a slower transaction. Any number may run; a lock, held to the commit,
 * lets one at a time work.
 */
public final class Sequencer {

    /** Gives what is waiting its places. In the transaction of a consumer that cannot wait for another one's it follows {@link #LOCK}: until its end no other places anything. */
    public static final String PLACE = """
            with place as (
                select event_id, (select coalesce(max(position), 0) from events.outbox)
                                 + row_number() over (order by written_at, event_id) as position
                  from events.outbox where position is null
                 order by written_at, event_id limit 1000)
            update events.outbox o set position = place.position from place where o.event_id = place.event_id""";

    /** Waits until no other places anything. */
    public static final String LOCK = "select pg_advisory_xact_lock(hashtext('clew events sequencer'))::text";

    private final EngineTransactions engine;

    public Sequencer(EngineTransactions engine) {
        this.engine = engine;
    }

    /** Places what is waiting; returns how many it placed, 0 too when another is at work. */
    public int place() {
        return engine.in(sql -> sql.sql("select pg_try_advisory_xact_lock(hashtext('clew events sequencer'))")
                        .query(Boolean.class)
                        .single()
                ? sql.sql(PLACE).update()
                : 0);
    }
}
