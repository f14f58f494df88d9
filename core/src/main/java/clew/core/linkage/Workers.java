package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs tasks on a fixed number of threads and hands their results back in the order of the tasks. A single one is the caller's own. */
public final class Workers implements AutoCloseable {
    private final @Nullable ExecutorService executor;

    public Workers(int threads) {
        executor = threads == 1
                ? null
                : Executors.newFixedThreadPool(threads, task -> {
                    Thread thread = new Thread(task, "linkage");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Runs all tasks; the first failure in their order is thrown. */
    public <T> List<T> run(List<? extends Callable<T>> tasks) {
        return finished(() -> {
            List<T> results = new ArrayList<>();
            if (executor == null) {
                for (Callable<T> task : tasks) {
                    results.add(task.call());
                }
            } else {
                for (Future<T> future : executor.invokeAll(tasks)) {
                    results.add(future.get());
                }
            }
            return results;
        });
    }

    /** Begins one task beside those that follow; what is given back waits for its result, and throws if it failed. A single thread does it at once. */
    public <T> Supplier<T> begin(Callable<T> task) {
        if (executor == null) {
            T result = finished(task);
            return () -> result;
        }
        Future<T> future = executor.submit(task);
        return () -> finished(future::get);
    }

    private static <T> T finished(Callable<T> work) {
        try {
            return work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while linking", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
