package clew.app.identity;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run of {@link ArrivalSpeed} measured: printed as it comes, kept as a line of a file of commas, and shown as a table beside it. */
final class ArrivalLine {
    private static final List<String> COLUMNS = List.of(
            "commit",
            "date",
            "cores",
            "load",
            "records",
            "blocking_keys",
            "links",
            "import_seconds",
            "train_seconds",
            "build_seconds",
            "accepted_p50_ms",
            "accepted_p99_ms",
            "linked_p50_ms",
            "linked_p95_ms",
            "linked_p99_ms",
            "a_second",
            "calls_seconds",
            "all_linked_seconds",
            "flood_p50_ms",
            "flood_p99_ms",
            "match_p50_ms",
            "match_p99_ms");

    private static final Map<String, String> TITLES = titles();
    private static final String PAGE = """
            # Identity on arrival, measured

            Written by `bench/run arrivals DIR CSV ROWS bench/results/arrivals.csv`; do not edit. One line a run, on the embedded database with fsync on. A record is *accepted* when the call of its sender
            returns, durably, and *linked* when the Picture that holds it is committed too. *300 a second* are sent for twenty seconds by four callers of the same program; their times count from the moment at
            which each was due. Before anything is timed 1,500 arrive, and 1,500 are asked about, to warm up. A *match* is `POST /api/match` over HTTP, from the sending to the last byte of the answer. Import, training and build are of the whole store, where the run made it. `load` is how many
            processes waited for the processors when the run began.

            """;

    private final Map<String, String> values = new LinkedHashMap<>();

    ArrivalLine() throws IOException {
        put("commit", commit());
        put("date", LocalDate.now(java.time.ZoneOffset.UTC));
        put("cores", Runtime.getRuntime().availableProcessors());
        put(
                "load",
                "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    ArrivalLine put(String column, Object value) {
        if (!COLUMNS.contains(column)) {
            throw new IllegalArgumentException("expected one of " + COLUMNS + ", found " + column);
        }
        values.put(column, value.toString());
        System.out.println(column + " " + value);
        return this;
    }

    /** Seconds since an instant of {@link System#nanoTime}. */
    ArrivalLine seconds(String column, long from) {
        return put(column, String.format(Locale.ROOT, "%.1f", (System.nanoTime() - from) / 1e9));
    }

    /** The part of some times, in nanoseconds and ascending, that lies below; as milliseconds. */
    ArrivalLine part(String column, long[] sorted, double part) {
        int at = (int) Math.min(sorted.length - 1, Math.round(part * sorted.length));
        return put(column, String.format(Locale.ROOT, "%.1f", sorted[at] / 1e6));
    }

    /** Adds the line to a file and writes the table beside it. */
    void addTo(Path csv) throws IOException {
        List<String> lines = new java.util.ArrayList<>(
                Files.exists(csv) ? Files.readAllLines(csv) : List.of(String.join(",", COLUMNS)));
        lines.add(
                COLUMNS.stream().map(column -> values.getOrDefault(column, "")).collect(Collectors.joining(",")));
        Files.writeString(csv, String.join("\n", lines) + "\n");
        String name = csv.getFileName().toString().replaceFirst("\\.csv$", ".md");
        Files.writeString(csv.resolveSibling(name), PAGE + table(lines));
    }

    private static String table(List<String> lines) {
        StringBuilder table = new StringBuilder();
        table.append("| ").append(String.join(" | ", TITLES.values())).append(" |\n");
        table.append("|---:".repeat(TITLES.size())).append("|\n");
        for (String text : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(text.split(",", -1));
            table.append(TITLES.keySet().stream()
                            .map(column -> cells.get(COLUMNS.indexOf(column)))
                            .collect(Collectors.joining(" | ", "| ", " |")))
                    .append('\n');
        }
        return table.toString();
    }

    private static Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("records", "records held");
        titles.put("import_seconds", "import, s");
        titles.put("train_seconds", "training, s");
        titles.put("build_seconds", "build, s");
        titles.put("accepted_p50_ms", "accepted, p50 ms");
        titles.put("linked_p50_ms", "linked, p50 ms");
        titles.put("linked_p95_ms", "p95 ms");
        titles.put("linked_p99_ms", "p99 ms");
        titles.put("all_linked_seconds", "20 s of 300 a second all linked after, s");
        titles.put("flood_p50_ms", "p50 ms");
        titles.put("flood_p99_ms", "p99 ms");
        titles.put("match_p50_ms", "match, p50 ms");
        titles.put("match_p99_ms", "match, p99 ms");
        titles.put("load", "load");
        titles.put("commit", "commit");
        return titles;
    }

    private static String commit() throws IOException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty=+").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
