package clew.app.access;

import clew.app.ledger.Entry;
import clew.app.ledger.Look;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** An answer that begins only when its look is in the ledger: whatever way it is begun, the row is committed first. */
final class HeldAnswer extends HttpServletResponseWrapper {

    static final String ATTRIBUTE = HeldAnswer.class.getName();

    private @Nullable Look look;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    void awaits(Look newLook) {
        this.look = newLook;
    }

    /** Enters the look, if there is one; nothing leaves when it cannot. */
    void release() {
        if (look != null) {
            look.enter();
        }
    }

    /** Notes that it did not end as wished, unless the answer has begun. */
    void ended(Entry.Outcome outcome) {
        if (look != null && !look.isEntered()) {
            look.ended(outcome);
        }
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        release();
        return super.getWriter();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        release();
        return super.getOutputStream();
    }

    @Override
    public void flushBuffer() throws IOException {
        release();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        ended(Entry.Outcome.FAILED);
        release();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        ended(Entry.Outcome.FAILED);
        release();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        release();
        super.sendRedirect(location);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        release();
        super.sendRedirect(location, status, clearBuffer);
    }
}
