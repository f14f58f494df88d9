package clew.app.groups;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the lines follow the Picture, and the notices of watches follow both: looks every few seconds, and finds anew when something changed. */
final class FollowLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLoop.class);
    private static final long STOPS_WITHIN_SECONDS = 2;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("patterns").daemon().unstarted(work));

    FollowLoop(Finding finding, Runnable thereafter, int everyMilliseconds) {
        timer.scheduleWithFixedDelay(
                () -> follow(finding, thereafter), everyMilliseconds, everyMilliseconds, TimeUnit.MILLISECONDS);
    }

    // What fails is tried again; until then the lines found before stay in force.
    private void follow(Finding finding, Runnable thereafter) {
        try {
            if (finding.follow()) {
                thereafter.run();
            }
        } catch (RuntimeException e) {
            if (timer.isShutdown()) {
                LOG.info("The search for draft lines was stopped with the server; the next start takes it up");
                return;
            }
            LOG.error("Draft lines could not be found anew; it will be tried again", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            // A query under way does not hear of it: the pool ends it a moment later, and nothing of it is kept.
            timer.awaitTermination(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
