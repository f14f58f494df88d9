package clew.app.intake;

import clew.app.intake.source.Line;
import clew.app.intake.source.Rows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads and maps in a thread of its own, while the database takes earlier chunks. At most two chunks wait, so memory does not grow with the file.
 */
final class ChunkReader implements AutoCloseable {

    private static final int WAITING = 2;
    private static final Chunk END = new Chunk(List.of(), 0, 1, false);

    private final Rows source;
    private final RowPreparation preparation;
    private final int size;
    private final long done;
    private final boolean identitiesOfDone;
    private final BlockingQueue<Chunk> ready = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread =
            Thread.ofPlatform().name("import-rows").daemon().unstarted(this::readAll);
    private volatile @Nullable Throwable failure;

    /**
     * @param size rows in a chunk
     * @param done rows that an earlier run made durable
     * @param identitiesOfDone whether those are mapped again, because it must be known which records the whole file holds
     */
    ChunkReader(Rows source, RowPreparation preparation, int size, long done, boolean identitiesOfDone) {
        this.source = source;
        this.preparation = preparation;
        this.size = size;
        this.done = done;
        this.identitiesOfDone = identitiesOfDone;
        thread.start();
    }

    /** The next chunk, or null at the end of the file. */
    @Nullable
    Chunk next() throws IOException, InterruptedException {
        Chunk chunk = ready.take();
        if (chunk != END) return chunk;
        Throwable failed = failure;
        if (failed instanceof IOException e) throw e;
        if (failed != null) throw new IllegalStateException("rows could not be read: " + failed, failed);
        return null;
    }

    private void readAll() {
        try {
            read();
        } catch (InterruptedException e) {
            return;
        } catch (Throwable e) { // an error too must reach the thread that waits
            failure = e;
        }
        try {
            ready.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() throws IOException, InterruptedException {
        List<PreparedRow> rows = new ArrayList<>(size);
        long number = 0;
        for (Line line = source.next(); line != null; line = source.next()) {
            number++;
            if (number <= done && !identitiesOfDone) continue;
            rows.add(preparation.prepare(number, line));
            if (rows.size() == size || number == done) {
                ready.put(new Chunk(rows, number, source.portionRead(), number <= done));
                rows = new ArrayList<>(size);
            }
        }
        if (number < done)
            throw new IOException("expected the %,d rows of the earlier run, found %,d".formatted(done, number));
        if (!rows.isEmpty()) ready.put(new Chunk(rows, number, 1, false));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
