package clew.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that appear all together or not at all: written under other names, given their own at the end. Closing without {@link #keep} removes what was begun, and so does
 * stopping the program. Files may be written side by side.
 */
final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final List<String> names = new ArrayList<>();
    private final Thread onStop = new Thread(this::removeQuietly);

    OutputFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Runtime.getRuntime().addShutdownHook(onStop);
    }

    /** Why a folder can be neither made nor written to; empty when it can. */
    static Optional<String> obstacle(Path folder) {
        Path there = folder.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || Files.isDirectory(there) && Files.isWritable(there)) {
            return Optional.empty();
        }
        String found = Files.isDirectory(there) ? "one that may not be written to" : "a file";
        return Optional.of("expected a folder for the results, found " + found + ", in " + there);
    }

    /** Writes bytes. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream stream) throws IOException;
    }

    void write(String name, Writing writing) throws IOException {
        begin(name);
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part(name)), 1 << 16)) {
            writing.to(stream);
        }
    }

    private synchronized void begin(String name) {
        names.add(name);
    }

    synchronized void keep() throws IOException {
        for (String name : names) {
            Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        names.clear();
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onStop);
        } catch (IllegalStateException stopping) {
            return;
        }
        remove();
    }

    private synchronized void remove() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(part(name));
        }
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException e) {
            // The program is stopping: there is nobody left to tell.
        }
    }

    private Path part(String name) {
        return folder.resolve("." + name + ".part");
    }
}
