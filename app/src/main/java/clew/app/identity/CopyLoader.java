package clew.app.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills new tables through COPY on one connection, in a thread of its own, so that the caller prepares rows while the database takes others. At most
 * a few buffers wait at a time: memory does not grow with the rows. Used by one thread; after {@link #close} the connection is free again.
 */
final class CopyLoader implements CopyTables, AutoCloseable {
    private static final int WAITING = 4;
    private static final Chunk END = new Chunk("", new byte[0], 0);

    private final PGConnection connection;
    private final String schema;
    private final List<CopyRows> tables = new ArrayList<>();
    private final BlockingQueue<Chunk> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread sender = Thread.ofPlatform().name("picture-copy").unstarted(this::sendAll);
    private volatile @Nullable Exception failure;

    CopyLoader(Connection connection, String schema) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
        this.schema = schema;
        sender.start();
    }

    /** Rows of a table that this transaction has created: they are frozen at once, so that nothing needs to be vacuumed. */
    @Override
    public CopyRows table(String name) {
        return rows("copy %s.%s from stdin with (freeze)".formatted(schema, name));
    }

    /** Rows that are added to a table, named with its columns. */
    CopyRows appended(String nameWithColumns) {
        return rows("copy %s.%s from stdin".formatted(schema, nameWithColumns));
    }

    private CopyRows rows(String command) {
        CopyRows rows = new CopyRows(this, command, CopyRows.BUFFER_BYTES + (1 << 12));
        tables.add(rows);
        return rows;
    }

    @Override
    public void send(String command, byte[] bytes, int length) {
        refuseAfterFailure();
        put(new Chunk(command, bytes, length));
    }

    /** Sends what is left and waits until the database has it. */
    void finish() {
        tables.forEach(CopyRows::flush);
        close();
        refuseAfterFailure();
    }

    @Override
    public void close() {
        if (sender.isAlive()) {
            put(END);
            try {
                sender.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void put(Chunk chunk) {
        try {
            waiting.put(chunk);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the Picture was being filled", e);
        }
    }

    // Takes every chunk, also after a failure, so that the caller never waits for ever.
    private void sendAll() {
        try {
            for (Chunk chunk = waiting.take(); chunk != END; chunk = waiting.take()) {
                if (failure == null) {
                    copy(chunk);
                }
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void copy(Chunk chunk) {
        try {
            CopyIn copy = connection.getCopyAPI().copyIn(chunk.command);
            try {
                copy.writeToCopy(chunk.bytes, 0, chunk.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException | RuntimeException e) {
            failure = e;
        }
    }

    private void refuseAfterFailure() {
        if (failure != null) {
            throw new IllegalStateException("the Picture could not be filled: " + failure.getMessage(), failure);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared nowhere
    private record Chunk(String command, byte[] bytes, int length) {}
}
