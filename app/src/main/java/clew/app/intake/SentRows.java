package clew.app.intake;

import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.Store;
import clew.core.standard.DeploymentKey;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Shape;
import clew.core.standard.Violation;
import clew.core.standard.publish.TemplateMap;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rows in the columns of the standard's template, sent by a call and not in a file: validated as a file's are, accepted all or none, and linked as every arrival is. The same key again
 * is a new version of the same record.
 */
public final class SentRows {

    private static final String SYSTEM = "STANDARD";

    private final Arrivals arrivals;
    private final DeploymentKey key;
    private final Map<Shape, Mapping> mappings = new ConcurrentHashMap<>();

    SentRows(Store store, Clock clock) {
        this.arrivals = Arrivals.into(store, clock);
        this.key = Intake.recordKey(store.secrets());
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
        Mapping mapping = mappings.computeIfAbsent(shape, SentRows::mapping);
        Arrivals.Receipt receipt = arrivals.acceptAll(agency, mapping, rows);
        if (!receipt.refused().isEmpty()) {
            List<Fault> faults = new ArrayList<>();
            new TreeMap<>(receipt.refused())
                    .forEach((row, refused) -> refused.forEach(one -> faults.add(fault(row - 1, one))));
            return new Answer.Refused(faults);
        }
        List<UUID> records = keys.stream()
                .map(one -> RecordIdentity.of(agency, SYSTEM, shape.name(), List.of(one), shape.name())
                        .id(key))
                .toList();
        long said = receipt.added() + receipt.changed();
        return new Answer.Accepted(
                records, receipt.added(), receipt.changed(), receipt.records().size() - said);
    }

    private static Mapping mapping(Shape shape) {
        try {
            return Mapping.parse(TemplateMap.yaml(shape), "standard-" + shape.name() + ".map.yaml");
        } catch (MappingInvalid e) {
            throw new IllegalStateException("expected the template's mapping to fit its own columns", e);
        }
    }

    private static Fault fault(int row, Violation refused) {
        return new Fault(row, refused.field(), refused.expected(), refused.found());
    }
}
