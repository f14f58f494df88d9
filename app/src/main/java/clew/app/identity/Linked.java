package clew.app.identity;

import clew.app.store.EngineTransactions;
import java.time.Duration;
import java.util.UUID;

/** Lets whoever accepted records wait until the Picture holds them. Thread-safe. */
public final class Linked {
    private static final long LOOK_EVERY_MILLISECONDS = 20;
    private static final String IS_IN = """
            select exists (select from events.outbox o, picture.built b where o.event_id = ? and o.position <= b.events_upto)""";

    private final EngineTransactions engine;
    private final Object done = new Object();
    private volatile long steps;

    Linked(EngineTransactions engine) {
        this.engine = engine;
    }

    /**
     * Waits until the Picture in force rests on an event; any server may lead.
     *
     * @param event such as that of {@link clew.app.intake.Arrivals.Receipt}
     * @return false when the time was over before
     */
    public boolean await(UUID event, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (true) {
            long seen = steps;
            if (isIn(event)) {
                return true;
            }
            if (System.nanoTime() >= end) {
                return false;
            }
            synchronized (done) {
                if (seen == steps) {
                    done.wait(LOOK_EVERY_MILLISECONDS);
                }
            }
        }
    }

    /** The leader of this server has done something. */
    void tell() {
        synchronized (done) {
            steps++;
            done.notifyAll();
        }
    }

    private boolean isIn(UUID event) {
        return engine.in(sql -> sql.sql(IS_IN).param(event).query(Boolean.class).single());
    }
}
