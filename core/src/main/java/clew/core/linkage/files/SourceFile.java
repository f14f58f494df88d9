package clew.core.linkage.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * A CSV source that can be opened.
 *
 * @param name of the source: the file's name without its ending
 * @param shownAs in messages
 * @param opening gives its bytes, UTF-8
 */
public record SourceFile(String name, String shownAs, Opening opening) {

    /** Gives the bytes of a source. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** The source in a file, which the caller opens: core touches no files. */
    public static SourceFile of(Path file, Opening opening) {
        Path name = file.getFileName();
        String withEnding = name == null ? file.toString() : name.toString();
        int dot = withEnding.lastIndexOf('.');
        return new SourceFile(dot > 0 ? withEnding.substring(0, dot) : withEnding, file.toString(), opening);
    }
}
