package clew.app.identity;

import clew.app.store.EngineTransactions;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Lets whoever accepted records wait until the Picture holds them. Thread-safe. */
public final class Linked {
    private static final long LOOK_EVERY_MILLISECONDS = 20;
    private static final int KEPT = 10_000;
    private static final String IS_IN = """
            select exists (select from events.outbox o, picture.built b where o.event_id = ? and o.position <= b.events_upto)""";

    private final EngineTransactions engine;
    private final Object done = new Object();
    private long steps;
    /** What the leader of this server took in lately. */
    private final Map<UUID, Boolean> lately = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > KEPT;
        }
    };

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
        boolean told = true;
        while (told || !isIn(event)) {
            if (System.nanoTime() >= end) {
                return false;
            }
            synchronized (done) {
                if (lately.containsKey(event)) {
                    return true;
                }
                long seen = steps;
                done.wait(LOOK_EVERY_MILLISECONDS);
                told = seen != steps;
            }
        }
        return true;
    }

    /** The leader of this server has taken events in. */
    void tell(Collection<UUID> events) {
        synchronized (done) {
            events.forEach(event -> lately.put(event, true));
            steps++;
            done.notifyAll();
        }
    }

    private boolean isIn(UUID event) {
        return engine.in(sql -> sql.sql(IS_IN).param(event).query(Boolean.class).single());
    }
}
