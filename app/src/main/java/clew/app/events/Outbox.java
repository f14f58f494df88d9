package clew.app.events;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a room puts what happened, in the transaction in which it happens: both are there, or neither. */
public final class Outbox {

    private Outbox() {}

    /**
     * @param sql of the transaction of the change
     * @param kind what happened
     * @param body JSON: ids only, nothing about people
     */
    public static void put(JdbcClient sql, String kind, String body) {
        sql.sql("insert into events.outbox (kind, body) values (?, ?::jsonb)")
                .params(kind, body)
                .update();
    }
}
