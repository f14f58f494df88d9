package clew.app.events;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a room puts what happened, in the transaction in which it happens: both are there, or neither; and where others read it. */
public final class Outbox {

    /** What {@link #put} does, for whoever sends it along with other statements: kind, then body. */
    public static final String PUT = "insert into events.outbox (kind, body) values (?, ?::jsonb)";

    private Outbox() {}

    /**
     * @param sql of the transaction of the change
     * @param kind what happened
     * @param body JSON: ids only, nothing about people
     */
    public static void put(JdbcClient sql, String kind, String body) {
        sql.sql(PUT).params(kind, body).update();
    }

    /** What has a place behind this one, in order. */
    public static List<Event> after(JdbcClient sql, long position, int most) {
        return sql.sql(
                        "select event_id, position, kind, body::text from events.outbox where position > ? order by position limit ?")
                .params(position, most)
                .query((row, number) ->
                        new Event(row.getObject(1, UUID.class), row.getLong(2), row.getString(3), row.getString(4)))
                .list();
    }
}
