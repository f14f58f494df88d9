package clew.core.standard.publish;

import java.io.IOException;
import java.io.OutputStream;

/** Where published files go. */
@FunctionalInterface
public interface Shelf {

    /**
     * Opens a new file.
     *
     * @param path relative, with forward slashes, such as {@code shapes/person.html}
     * @return where to write it; the publisher closes it
     */
    OutputStream open(String path) throws IOException;
}
