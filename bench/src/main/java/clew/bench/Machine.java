package clew.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine and the tree a run was made on. */
final class Machine {

    private Machine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The most memory a process has held resident, in megabytes (MiB), as Linux tells; 0 elsewhere or when it has ended. */
    static long peakMegabytes(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The mean load of the last minute, negative where it is not known. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The commit the tree stands on, with {@code +} when sources differ from it; {@code unknown} outside a checkout. */
    static String commit() throws IOException {
        String sha = git("rev-parse", "--short", "HEAD");
        boolean changed = !git(
                        "status",
                        "--porcelain",
                        "--",
                        "core",
                        "app/src/main",
                        "bench",
                        "clew",
                        ".mvn",
                        ":!bench/results")
                .isEmpty();
        return sha.isEmpty() ? "unknown" : changed ? sha + "+" : sha;
    }

    private static String git(String... words) throws IOException {
        String[] command = new String[words.length + 1];
        command[0] = "git";
        System.arraycopy(words, 0, command, 1, words.length);
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "";
        }
    }
}
