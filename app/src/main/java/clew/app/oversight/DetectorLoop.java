package clew.app.oversight;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the detector once a day, first ten minutes after the start, when the pages are warm. */
final class DetectorLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DetectorLoop.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("look-detector").daemon().unstarted(work));

    DetectorLoop(Detector detector) {
        timer.scheduleAtFixedRate(() -> safely(detector), 10, 24L * 60, TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private static void safely(Detector detector) {
        try {
            detector.run();
        } catch (RuntimeException e) {
            LOG.error("The looks of the last days could not be gone through; it will be tried again", e);
        }
    }
}
