package clew.app.desk;

import clew.app.store.AppTransactions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes sessions and drafts whose time is over, at the start and once an hour. */
final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("desk-sweep").daemon().unstarted(work));
    private final AppTransactions app;

    Sweep(AppTransactions app) {
        this.app = app;
    }

    void start() {
        timer.scheduleAtFixedRate(this::safely, 0, 1, TimeUnit.HOURS);
    }

    void sweep() {
        app.append(sql -> sql.sql("select desk.sweep()").query().listOfRows());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        timer.close();
    }

    // What is not deleted now is deleted an hour later, and shows to nobody meanwhile.
    private void safely() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("What has ended on the desk could not be deleted; it will be tried again", e);
        }
    }
}
