package clew.app.events;

import clew.app.store.EngineTransactions;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Places events and drives the consumers, five times a second and for as long as there is something to do. */
public final class EventLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final int EVERY_MILLISECONDS = 200;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("events").daemon().unstarted(work));

    public EventLoop(EngineTransactions engine, List<Consumer> consumers) {
        Sequencer sequencer = new Sequencer(engine);
        every(sequencer::place);
        consumers.stream().map(consumer -> new Cursor(engine, consumer)).forEach(cursor -> every(cursor::advance));
    }

    @Override
    public void close() {
        timer.shutdown();
        timer.close();
    }

    private void every(java.util.function.IntSupplier work) {
        timer.scheduleWithFixedDelay(() -> untilIdle(work), 0, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    // A consumer that fails is tried again, at the same event, without holding up the others.
    private static void untilIdle(java.util.function.IntSupplier work) {
        try {
            while (work.getAsInt() > 0 && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        } catch (RuntimeException e) {
            LOG.error("An event could not be handled; it will be tried again", e);
        }
    }
}
