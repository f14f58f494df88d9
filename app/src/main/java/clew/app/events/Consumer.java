package clew.app.events;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A room that acts on events. What it does through the client it is given is done exactly once; anything else at least once. */
public interface Consumer {

    /** By which its cursor is kept; never changed once in use. */
    String name();

    /** Acts on one event, in the transaction that also moves the cursor past it. Ignores kinds that are not its own. */
    void accept(Event event, JdbcClient sql);
}
