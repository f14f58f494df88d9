package clew.app.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the sealer: seals once a second, anchors once a minute, sweeps and expires search terms at the start and once an hour. */
public final class SealerLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SealerLoop.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("ledger-sealer").daemon().unstarted(work));
    private final Sealer sealer;

    public SealerLoop(Sealer sealer) {
        this.sealer = sealer;
        every(3600, () -> {
            sealer.sweep();
            sealer.expireTerms();
        });
        every(1, sealer::seal);
        every(60, sealer::anchor);
    }

    /** Seals and anchors what is there, and stops. */
    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
        safely(sealer::seal);
        safely(sealer::anchor);
    }

    private void every(int seconds, Runnable work) {
        timer.scheduleAtFixedRate(() -> safely(work), 0, seconds, TimeUnit.SECONDS);
    }

    // A failure now is no reason not to seal a second later.
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The ledger could not be sealed; it will be tried again", e);
        }
    }
}
