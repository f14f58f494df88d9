package clew.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of a server that runs, or once ran, on a cluster.
 *
 * @param pid the process number
 * @param port where it listens; 0 when it had not come that far
 */
record PostmasterFile(long pid, int port) {

    static final String NAME = "postmaster.pid";

    static Optional<PostmasterFile> of(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(NAME));
            return lines.isEmpty() ? Optional.empty() : Optional.of(read(lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether that process lives and is PostgreSQL, and not another program that was given the same number since. */
    boolean isServer() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    private static PostmasterFile read(List<String> lines) {
        return new PostmasterFile(number(lines, 0), Math.toIntExact(number(lines, 3)));
    }

    private static long number(List<String> lines, int line) {
        try {
            return lines.size() > line ? Long.parseLong(lines.get(line).strip()) : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
