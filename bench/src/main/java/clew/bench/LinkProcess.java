package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code clew link}, or its peer, in a process of its own, as a user does, and watches it: seconds, processor seconds, most resident memory. */
final class LinkProcess {
    private static final long LOOK_MILLIS = 20;

    /**
     * What one run of the command took and said.
     *
     * @param seconds from the start of the process to its end
     * @param cpuSeconds of all threads
     * @param peakMegabytes most resident memory (MiB); 0 where the system does not tell
     * @param said its line of JSON
     */
    record Taken(double seconds, double cpuSeconds, long peakMegabytes, JsonNode said) {}

    private LinkProcess() {}

    /**
     * Links a data set.
     *
     * @param clew the launcher, built before
     * @param out where the results go
     * @param judged whether the command is given the truth
     */
    static Taken run(Path clew, DataSet set, Path out, boolean judged) throws IOException, InterruptedException {
        return run(command(clew, set, out, judged), out);
    }

    /**
     * Runs a command that ends by saying a line of JSON.
     *
     * @param out where what it says is kept
     */
    static Taken run(List<String> command, Path out) throws IOException, InterruptedException {
        Files.createDirectories(out);
        Path log = out.resolve("said.txt");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(log.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long peak = 0;
        double cpu = 0;
        do {
            peak = Math.max(peak, Machine.peakMegabytes(process.pid()));
            cpu = Math.max(
                    cpu,
                    process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0);
        } while (!process.waitFor(LOOK_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS));
        double seconds = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(
                    "expected exit code 0, found %d, of %s".formatted(process.exitValue(), String.join(" ", command)));
        }
        JsonNode said = said(Files.readString(log, StandardCharsets.UTF_8));
        return new Taken(seconds, cpu, Math.max(peak, said.path("peak_mb").asLong()), said);
    }

    private static List<String> command(Path clew, DataSet set, Path out, boolean judged) {
        List<String> command = new ArrayList<>(List.of(clew.toString(), "link"));
        set.files().forEach(file -> command.add(file.toString()));
        command.addAll(List.of("--map", set.map().toString(), "--out", out.toString(), "--json"));
        if (set.mode() == Mode.LINK_ONLY) {
            command.add("--link-only");
        }
        if (judged) {
            command.addAll(List.of("--truth", set.truthColumn()));
        }
        return command;
    }

    /** The last line, which is JSON. */
    static JsonNode said(String text) {
        String[] lines = text.strip().split("\n");
        return JsonMapper.shared().readTree(lines[lines.length - 1]);
    }
}
