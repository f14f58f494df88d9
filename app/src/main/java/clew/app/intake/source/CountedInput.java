package clew.app.intake.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how much of a file has gone through it. */
final class CountedInput extends FilterInputStream {

    private final long total;
    private volatile long count;

    CountedInput(InputStream in, long total) {
        super(in);
        this.total = total;
    }

    double portion() {
        return Math.min(1, count / (double) Math.max(1, total));
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) add(1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) add(read);
        return read;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread writes, another shows progress
    private void add(int bytes) {
        count += bytes;
    }
}
