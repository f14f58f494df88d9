package clew.app.identity;

import clew.app.store.OneMessage;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** A message under way while its sender works something out. The sender uses the connection again when this is closed, which waits, and throws what went wrong. */
final class Sending implements AutoCloseable {
    private static final Executor THREADS =
            work -> Thread.ofVirtual().name("linking-message").start(work);

    private final CompletableFuture<Void> sent;

    private Sending(CompletableFuture<Void> sent) {
        this.sent = sent;
    }

    static Sending of(OneMessage message) {
        return new Sending(CompletableFuture.runAsync(
                () -> {
                    try {
                        message.send();
                    } catch (SQLException e) {
                        throw new CompletionException(e);
                    }
                },
                THREADS));
    }

    @Override
    public void close() throws SQLException {
        try {
            sent.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
