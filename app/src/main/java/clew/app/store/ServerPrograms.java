package clew.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the server's programs. PostgreSQL refuses to run as root; root therefore runs it in a user namespace of its own, where
 * it holds no rights beyond its own files.
 */
record ServerPrograms(Path folder, List<String> prefix) {

    private static final int LIMIT_SECONDS = 120;

    static ServerPrograms in(Path folder) {
        return new ServerPrograms(folder, isRoot() ? namespaceOfItsOwn() : List.of());
    }

    /** Runs {@code bin/program} to its end; a failure carries what the program said. */
    void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            // A file and not a pipe: the server that pg_ctl leaves behind would keep a pipe open.
            Path said = Files.createTempFile("clew-" + program, ".txt", DataDirectory.ownerOnly("rw-------"));
            try {
                int code = run(command, said);
                if (code != 0) {
                    throw new StoreFailure("expected " + program + " to succeed, found exit code " + code + ": "
                            + Files.readString(said).strip());
                }
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(List<String> command, Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .start();
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StoreFailure("expected " + command + " to end within " + LIMIT_SECONDS + " seconds");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFailure("interrupted while " + command + " was running", e);
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(ServerBinaries.platform().startsWith("windows") ? "NUL" : "/dev/null");
    }

    private static boolean isRoot() {
        return ServerBinaries.platform().startsWith("linux") && "root".equals(System.getProperty("user.name"));
    }

    private static List<String> namespaceOfItsOwn() {
        try {
            if (run(List.of("unshare", "-U", "true"), Path.of("/dev/null")) == 0) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            // said below, with what to do
        }
        throw new StoreFailure(
                "expected 'unshare -U' to work, because PostgreSQL never runs as root; found that it does not:"
                        + " run Clew as an ordinary user, or give a PostgreSQL 15 or newer by CLEW_DB_URL");
    }
}
