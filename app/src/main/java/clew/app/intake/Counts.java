package clew.app.intake;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an import has done so far. Kept with each chunk, so that a rerun counts on. Not thread-safe. */
final class Counts {

    private static final JsonMapper JSON = new JsonMapper();

    private long rows;
    private long added;
    private long changed;
    private long unchanged;
    private long withdrawn;
    private long quarantined;
    private long quarantinedBefore;
    private long unidentified;
    private boolean withdrawalsHeld;
    private final Map<String, Long> findings = new TreeMap<>();

    static Counts parse(String json) {
        Counts counts = new Counts();
        JsonNode node = JSON.readTree(json);
        counts.rows = node.path("rows").asLong(0);
        counts.added = node.path("new").asLong(0);
        counts.changed = node.path("changed").asLong(0);
        counts.unchanged = node.path("unchanged").asLong(0);
        counts.withdrawn = node.path("withdrawn").asLong(0);
        counts.quarantined = node.path("quarantined").asLong(0);
        counts.quarantinedBefore = node.path("quarantined_before").asLong(0);
        counts.unidentified = node.path("unidentified").asLong(0);
        counts.withdrawalsHeld = node.path("withdrawals_held").asBoolean(false);
        node.path("findings")
                .properties()
                .forEach(e -> counts.findings.put(e.getKey(), e.getValue().asLong(0)));
        return counts;
    }

    String toJson() {
        java.io.StringWriter text = new java.io.StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("rows", rows);
        json.writeNumberProperty("new", added);
        json.writeNumberProperty("changed", changed);
        json.writeNumberProperty("unchanged", unchanged);
        json.writeNumberProperty("withdrawn", withdrawn);
        json.writeNumberProperty("quarantined", quarantined);
        json.writeNumberProperty("quarantined_before", quarantinedBefore);
        json.writeNumberProperty("unidentified", unidentified);
        json.writeBooleanProperty("withdrawals_held", withdrawalsHeld);
        json.writeObjectPropertyStart("findings");
        findings.forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    void row() {
        rows++;
    }

    long addedSoFar() {
        return added;
    }

    long changedSoFar() {
        return changed;
    }

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void withdrawn(long records) {
        withdrawn = records;
    }

    void holdWithdrawals() {
        withdrawalsHeld = true;
    }

    /** @param identified whether it is known which records the row would have held */
    void quarantined(boolean identified) {
        quarantined++;
        if (!identified) unidentified++;
    }

    void quarantinedBefore(boolean identified) {
        quarantinedBefore++;
        if (!identified) unidentified++;
    }

    void finding(String shapeAndField) {
        findings.merge(shapeAndField, 1L, Long::sum);
    }

    long unidentified() {
        return unidentified;
    }

    long versions() {
        return added + changed + withdrawn;
    }

    ImportReport report(String file, int importNo, boolean repeated, double seconds) {
        return new ImportReport(
                file,
                importNo,
                repeated,
                rows,
                repeated ? 0 : added,
                repeated ? 0 : changed,
                repeated ? added + changed + unchanged : unchanged,
                repeated ? 0 : withdrawn,
                quarantined + quarantinedBefore,
                withdrawalsHeld,
                new TreeMap<>(findings),
                seconds);
    }
}
