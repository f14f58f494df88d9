package clew.app.groups;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether lines are still being sought for somebody for whom nothing is kept yet: sought aside, so that a list can say so instead of waiting. Safe for use by several threads.
 */
public final class LineSearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LineSearch.class);
    private static final String RECORDS = "select coalesce(sum(records), 0) from picture.held";

    private final AppTransactions app;
    private final Finding finding;
    private final Duration patience;
    private final Map<SortedSet<Integer>, Future<?>> begun = new ConcurrentHashMap<>();
    private final ExecutorService aside = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("line search").daemon().unstarted(work));

    /** @param patience how long somebody who asks waits at the most */
    LineSearch(AppTransactions app, Finding finding, Duration patience) {
        this.app = app;
        this.finding = finding;
        this.patience = patience;
    }

    /**
     * A search that is going on.
     *
     * @param records that the viewer may see, among which lines are sought
     * @param since when it, or the one that it waits for, began
     */
    public record Going(long records, Instant since) {}

    /** The search for somebody's lines, begun when there was none; empty when they can be listed. */
    public Optional<Going> going(Rights rights) {
        if (!finding.isMissingFor(rights)) {
            return Optional.empty();
        }
        Future<?> search = begun.computeIfAbsent(rights.classes(), classes -> aside.submit(() -> search(rights)));
        try {
            search.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Optional.of(new Going(records(rights), finding.since()));
        } catch (ExecutionException e) {
            LOG.error("Lines could not be found for somebody; it is tried again while they wait", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void search(Rights rights) {
        try {
            finding.ensureFor(rights);
        } finally {
            begun.remove(rights.classes());
        }
    }

    private long records(Rights rights) {
        return app.read(rights, sql -> sql.sql(RECORDS).query(Long.class).single());
    }

    @Override
    public void close() {
        aside.shutdownNow();
    }
}
