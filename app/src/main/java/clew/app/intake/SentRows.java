package clew.app.intake;

import clew.app.intake.Preview.PreviewedRow;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.Store;
import clew.core.standard.DeploymentKey;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Shape;
import clew.core.standard.Violation;
import clew.core.standard.publish.TemplateMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Rows in the columns of the standard's template, sent by a call and not in a file: validated as a file's are, and accepted all or none. The same key again
 * is a new version of the same record.
 */
public final class SentRows {

    private static final int CHUNK = 1_000;
    private static final String SYSTEM = "STANDARD";

    private final Store store;
    private final DeploymentKey key;
    private final Clock clock;

    SentRows(Store store, Clock clock) {
        this.store = store;
        this.key = Intake.recordKey(store.secrets());
        this.clock = clock;
    }

    /** What became of the rows. */
    public sealed interface Answer {

        /**
         * All were accepted.
         *
         * @param records one for each row, in their order
         */
        record Accepted(List<UUID> records, long added, long changed, long unchanged) implements Answer {}

        /** None was. */
        record Refused(List<Fault> faults) implements Answer {}
    }

    /**
     * What is wrong with a row.
     *
     * @param row from 0
     */
    public record Fault(int row, String field, String expected, String found) {}

    /**
     * Accepts the rows, or refuses them all.
     *
     * @param agency slug of the agency that sends them
     * @param rows each a JSON object on one line
     * @param keys the senders' keys of the rows
     */
    public Answer send(String agency, Shape shape, List<String> rows, List<String> keys) {
        try {
            Path folder = Files.createTempDirectory("sent");
            Path file = folder.resolve("sent.jsonl");
            try {
                Files.writeString(file, String.join("\n", rows) + "\n");
                return send(agency, shape, file, rows.size(), keys);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MappingInvalid e) {
            throw new IllegalStateException("expected the template's mapping to fit its own columns", e);
        }
    }

    private Answer send(String agency, Shape shape, Path file, int rows, List<String> keys)
            throws IOException, MappingInvalid {
        Mapping mapping = Mapping.parse(TemplateMap.yaml(shape), "standard-" + shape.name() + ".map.yaml");
        List<Fault> faults = new ArrayList<>();
        for (PreviewedRow row : Preview.of(file, agency, mapping, rows).rows()) {
            row.refused().forEach(refused -> faults.add(fault((int) row.line() - 1, refused)));
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused(faults);
        }
        ImportReport report = Intake.into(store, clock, CHUNK)
                .run(new ImportRequest(file, agency, mapping, null, true), Progress.SILENT);
        List<UUID> records = keys.stream()
                .map(one -> RecordIdentity.of(agency, SYSTEM, shape.name(), List.of(one), shape.name())
                        .id(key))
                .toList();
        return new Answer.Accepted(records, report.added(), report.changed(), report.unchanged());
    }

    private static Fault fault(int row, Violation refused) {
        return new Fault(row, refused.field(), refused.expected(), refused.found());
    }
}
