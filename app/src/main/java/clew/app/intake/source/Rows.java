package clew.app.intake.source;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An open file, read row by row; holds one row at a time. Not thread-safe. */
public interface Rows extends Closeable {

    /** The sender's columns; of JSON Lines those of the first row. */
    Columns columns();

    /**
     * The next line, or null at the end of the file.
     *
     * @throws UnreadableInput where the rest of the file cannot be read at all
     */
    @Nullable
    Line next() throws IOException;

    /** How much of the file has been read so far, from 0 to 1. */
    double portionRead();
}
