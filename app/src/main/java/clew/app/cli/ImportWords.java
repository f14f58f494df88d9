package clew.app.cli;

import clew.app.intake.Derived;
import clew.app.intake.ImportReport;
import clew.app.intake.Preview;
import clew.app.intake.Progress;
import clew.core.standard.Field;
import clew.core.standard.StandardRecord;
import clew.core.standard.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What {@code clew import} says: progress and failures on standard error, results on standard output, in words or as JSON. */
final class ImportWords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long BETWEEN_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    ImportWords(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Says once a second how far an import has come. */
    Progress progress() {
        long began = System.nanoTime();
        long[] said = {began, -1};
        return (rows, portion) -> {
            long now = System.nanoTime();
            if (said[1] < 0) said[1] = rows;
            if (now - said[0] < BETWEEN_NANOS) return;
            said[0] = now;
            err.printf(
                    "%,d rows, %,.0f rows/s, %.0f %%%n", rows, (rows - said[1]) * 1e9 / (now - began), portion * 100);
            err.flush();
        };
    }

    void report(ImportReport report, @Nullable Path waiting) {
        if (json) line(asMap(report, waiting));
        else say(report, waiting);
    }

    private void say(ImportReport report, @Nullable Path waiting) {
        if (report.repeated())
            out.printf("%s was imported before, as import %d: nothing changed.%n", report.file(), report.importNo());
        out.printf(
                "%s: import %d, %,d rows; records: %,d new, %,d changed, %,d unchanged, %,d withdrawn; %,d rows in quarantine; %.1f s, %,.0f rows/s%n",
                report.file(),
                report.importNo(),
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.withdrawn(),
                report.quarantined(),
                report.seconds(),
                report.rows() / Math.max(1e-3, report.seconds()));
        report.findings()
                .forEach((field, count) ->
                        out.printf("  left out because unreadable, kept beside: %s %,d%n", field, count));
        if (report.withdrawalsHeld())
            out.println(
                    "  absent records were not withdrawn: rows in quarantine have no readable key and may be theirs");
        if (waiting != null) out.printf("  rows in quarantine, in the sender's columns: %s%n", waiting);
        out.flush();
    }

    private static Map<String, Object> asMap(ImportReport report, @Nullable Path waiting) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", report.file());
        map.put("import", report.importNo());
        map.put("repeated", report.repeated());
        map.put("rows", report.rows());
        map.put("new", report.added());
        map.put("changed", report.changed());
        map.put("unchanged", report.unchanged());
        map.put("withdrawn", report.withdrawn());
        map.put("withdrawals_held", report.withdrawalsHeld());
        map.put("quarantined", report.quarantined());
        map.put("quarantine_file", waiting == null ? "" : waiting.toString());
        map.put("findings", report.findings());
        map.put("seconds", report.seconds());
        return map;
    }

    int quarantine(Path file, int rows) {
        if (json) line(Map.of("file", file.toString(), "rows", rows));
        else out.println(rows == 0 ? "Nothing waits in quarantine." : "%s: %,d rows".formatted(file, rows));
        out.flush();
        return 0;
    }

    int preview(Path file, Preview preview) {
        for (Preview.PreviewedRow row : preview.rows()) {
            if (json) line(asMap(row));
            else say(file, row);
        }
        if (!json && !preview.unread().isEmpty())
            out.println("Columns that the mapping does not read: " + String.join(", ", preview.unread()));
        if (!json && !preview.unseen().isEmpty())
            out.println(
                    "Columns of the mapping that the first row does not have: " + String.join(", ", preview.unseen()));
        out.flush();
        return preview.rows().stream().allMatch(row -> row.refused().isEmpty()) ? 0 : 1;
    }

    private void say(Path file, Preview.PreviewedRow row) {
        out.printf("%s:%d%n", file.getFileName(), row.line());
        for (Derived record : row.records()) {
            String role = record.role().isEmpty() ? "" : " (" + record.role() + ")";
            out.printf("  %s%s: %s%n", record.standard().shape().name(), role, values(record.standard()));
            for (Violation finding : record.findings())
                out.printf("    left out, kept beside: %s%n", finding.message());
        }
        for (Violation violation : row.refused()) out.printf("  to quarantine: %s%n", violation.message());
    }

    private static String values(StandardRecord record) {
        return record.shape().fields().stream()
                .filter(record::has)
                .map(field -> field.name() + "=" + texts(record, field))
                .collect(Collectors.joining("; "));
    }

    private static String texts(StandardRecord record, Field<?> field) {
        return String.join(", ", record.texts(field));
    }

    private static Map<String, Object> asMap(Preview.PreviewedRow row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", row.line());
        map.put(
                "records",
                row.records().stream()
                        .map(record -> Map.of(
                                "role", record.role(),
                                "record", JSON.readTree(record.standard().toJson()),
                                "findings", messages(record.findings())))
                        .toList());
        map.put("refused", messages(row.refused()));
        return map;
    }

    private static List<String> messages(List<Violation> violations) {
        return violations.stream().map(Violation::message).toList();
    }

    private void line(Map<String, Object> map) {
        out.println(JSON.writeValueAsString(map));
        out.flush();
    }

    int failed(Path file, Exception e, int code) {
        if (json) line(Map.of("file", file.toString(), "error", String.valueOf(e.getMessage())));
        err.println(e.getMessage());
        err.flush();
        return code;
    }
}
