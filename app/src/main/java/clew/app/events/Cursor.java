package clew.app.events;

import clew.app.store.EngineTransactions;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far one consumer has come. Any number of servers may drive the same consumer; the cursor's row lets one at a time work. */
public final class Cursor {

    private static final int BATCH = 100;

    private final EngineTransactions engine;
    private final Consumer consumer;

    public Cursor(EngineTransactions engine, Consumer consumer) {
        this.engine = engine;
        this.consumer = consumer;
        engine.run(sql -> sql.sql("insert into events.cursor (consumer) values (?) on conflict do nothing")
                .param(consumer.name())
                .update());
    }

    /**
     * Hands the consumer its next events, all or none of the batch.
     *
     * @return how many it was handed
     */
    public int advance() {
        return engine.in(
                sql -> mine(sql).map(position -> advance(sql, position)).orElse(0));
    }

    private int advance(JdbcClient sql, long position) {
        List<Event> events = Outbox.after(sql, position, BATCH);
        for (Event event : events) {
            consumer.accept(event, sql);
        }
        if (!events.isEmpty()) {
            sql.sql("update events.cursor set position = ? where consumer = ?")
                    .params(events.getLast().position(), consumer.name())
                    .update();
        }
        return events.size();
    }

    private Optional<Long> mine(JdbcClient sql) {
        return sql.sql("select position from events.cursor where consumer = ? for update skip locked")
                .param(consumer.name())
                .query(Long.class)
                .optional();
    }
}
