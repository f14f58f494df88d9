package clew.app.identity;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a day whether the Model in force still fits; what is much is said in the log too. */
final class DriftLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DriftLoop.class);
    private static final long FIRST_MINUTES = 10;
    private static final long EVERY_MINUTES = 60;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("drift").daemon().unstarted(work));

    DriftLoop(DriftWatch watch) {
        timer.scheduleWithFixedDelay(() -> look(watch), FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    private static void look(DriftWatch watch) {
        try {
            watch.look()
                    .filter(DriftWatch.Seen::isMuch)
                    .ifPresent(
                            seen -> LOG.warn(
                                    "The model in force fits less than it did: train one, compare it, and have somebody accept it"));
        } catch (RuntimeException e) {
            LOG.error("Whether the model in force still fits could not be looked at; it will be tried again", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
