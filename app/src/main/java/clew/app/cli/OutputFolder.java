package clew.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Files that appear all together or not at all: written under other names, given their own at the end. Closing without {@link #keep} removes what was begun. */
final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final List<String> names = new ArrayList<>();

    OutputFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes bytes. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    void write(String name, Writing writing) throws IOException {
        names.add(name);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part(name)), 1 << 16)) {
            writing.to(stream);
        }
    }

    void keep() throws IOException {
        for (String name : names) {
            Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        names.clear();
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(part(name));
        }
    }

    private Path part(String name) {
        return folder.resolve("." + name + ".part");
    }
}
