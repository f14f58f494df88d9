package clew.app.identity;

import clew.app.events.Lease;
import clew.app.events.Listener;
import clew.app.identity.LinkingLeader.Step;
import clew.app.store.EngineTransactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets this server lead the linking while no other does: as long as there is something to do it works, then it sleeps until an event wakes it. What fails is
 * tried again; what fails at the same place several times is left to a build of the whole Picture.
 */
public final class LinkingLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LinkingLoop.class);
    private static final String NAME = "linking";
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
    private static final Duration SLEEP = Duration.ofSeconds(1);
    private static final long BUSY_MILLISECONDS = 20;
    private static final int FAILURES = 3;

    private final EngineTransactions engine;
    private final LinkingLeader leader;
    private final Linked linked;
    private final UUID holder = UUID.randomUUID();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("linking-lease").daemon().unstarted(work));
    private final Thread thread = Thread.ofPlatform().name("linking").daemon().unstarted(this::run);
    private volatile @Nullable Lease lease;
    private volatile boolean closed;
    private int failures;
    /** Whether something was written that the leader hears, so that it need not look first. */
    private boolean isHeard;

    LinkingLoop(EngineTransactions engine, LinkingLeader leader, Linked linked) {
        this.engine = engine;
        this.leader = leader;
        this.linked = linked;
        renewing.scheduleWithFixedDelay(this::renew, 0, RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        thread.start();
    }

    /** Whether this server leads now. */
    boolean leads() {
        return lease != null;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        renewing.shutdownNow();
        try {
            thread.join(Duration.ofSeconds(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Lease held = lease;
        if (held != null) {
            held.release(engine);
        }
    }

    private void renew() {
        try {
            lease = Lease.take(engine, NAME, holder, LEASE).orElse(null);
        } catch (RuntimeException e) {
            lease = null;
            LOG.warn("The lease on linking could not be renewed; another server may take it", e);
        }
    }

    private void run() {
        while (!closed) {
            try (Listener listener = new Listener(engine)) {
                while (!closed) {
                    turn(listener);
                }
            } catch (SQLException | RuntimeException e) {
                failed(e);
            }
        }
    }

    private void turn(Listener listener) throws SQLException {
        Lease held = lease;
        Step step = held == null ? Step.IDLE : step(held);
        switch (step) {
            case IDLE -> isHeard = listener.await(SLEEP).stream().anyMatch(Touched.KINDS::contains);
            case BUSY -> pause(BUSY_MILLISECONDS);
            default -> {}
        }
    }

    private Step step(Lease held) {
        boolean waits = isHeard;
        isHeard = false;
        Step step = failures >= FAILURES
                ? leader.build(held)
                : waits ? leader.step(held) : leader.stepIfAnythingWaits(held);
        failures = 0;
        if (step == Step.WORKED) {
            linked.tell(leader.done());
        }
        return step;
    }

    private void failed(Exception failure) {
        if (closed) {
            return;
        }
        failures++;
        LOG.error("Linking stopped and is tried again, time {}", failures, failure);
        pause(SLEEP.toMillis());
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
