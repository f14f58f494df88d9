package clew.app.events;

import clew.app.store.EngineTransactions;
import clew.app.store.OneMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The right to lead some work, held by one at a time for a while. Whoever takes it over gets a higher fence; the work of the
 * one before, paused and waking up late, then fails at its commit, because it calls {@link #requireHeld} in its transaction.
 *
 * @param name of the work
 * @param holder who holds it
 * @param fence grows with each change of holder
 */
public record Lease(String name, UUID holder, long fence) {

    /** Takes the lease, or holds it longer; none while another holds it. */
    public static Optional<Lease> take(EngineTransactions engine, String name, UUID holder, Duration time) {
        return engine.in(sql -> sql.sql("""
                        insert into events.lease as l (name, holder, fence, expires_at)
                        values (:name, :holder, 1, clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (name) do update
                           set holder = excluded.holder, expires_at = excluded.expires_at,
                               fence = l.fence + case when l.holder = excluded.holder then 0 else 1 end
                         where l.holder = excluded.holder or l.expires_at < clock_timestamp()
                        returning fence""")
                .param("name", name)
                .param("holder", holder)
                .param("seconds", time.toMillis() / 1000.0)
                .query(Long.class)
                .optional()
                .map(fence -> new Lease(name, holder, fence)));
    }

    /** The same as {@link #requireHeld(JdbcClient)}, in a message: reading its answer throws. */
    public void requireHeld(OneMessage message) {
        message.ask(
                "select coalesce((select fence from events.lease where name = ? for share), 0)",
                row -> requireHeld(row.getLong(1)),
                name);
    }

    /** Lets another take it at once. */
    public void release(EngineTransactions engine) {
        engine.run(sql -> sql.sql("update events.lease set expires_at = '-infinity' where name = ? and fence = ?")
                .params(name, fence)
                .update());
    }

    /**
     * Holds off any change of holder until this transaction ends.
     *
     * @throws IllegalStateException when another has taken over; then the transaction must not commit
     */
    public void requireHeld(JdbcClient sql) {
        long held = sql.sql("select fence from events.lease where name = ? for share")
                .param(name)
                .query(Long.class)
                .optional()
                .orElse(0L);
        requireHeld(held);
    }

    private void requireHeld(long held) {
        if (held != fence) {
            throw new IllegalStateException("expected to lead " + name + " under fence " + fence + ", found " + held);
        }
    }
}
