package clew.app.identity;

import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Source;
import clew.app.identity.PersonView.Value;
import clew.app.identity.StoredRecords.KeptBeside;
import clew.app.identity.StoredRecords.Stored;
import clew.core.standard.Code;
import clew.core.standard.Common;
import clew.core.standard.Field;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The records of one person as columns, their fields as rows. */
final class SideBySide {
    private final List<Stored> records;
    private final List<KeptBeside> keptBeside;

    SideBySide(List<Stored> records, List<KeptBeside> keptBeside) {
        this.records = records;
        this.keptBeside = keptBeside;
    }

    List<Source> sources() {
        return records.stream().map(SideBySide::source).toList();
    }

    /** The fields in which at least one record says something, or says why it does not. */
    List<FieldRow> rows() {
        Set<Field<?>> fields = new LinkedHashSet<>();
        records.forEach(
                record -> fields.addAll(FieldParts.inOrder(record.standard().shape())));
        List<FieldRow> rows = new ArrayList<>();
        for (Field<?> field : fields) {
            List<Value> values =
                    records.stream().map(record -> value(record, field)).toList();
            if (values.stream().anyMatch(value -> !value.given().isEmpty() || value.whyMissing() != null)) {
                rows.add(new FieldRow(field.name(), field.title(), FieldParts.of(field), values));
            }
        }
        return rows;
    }

    private Value value(Stored record, Field<?> field) {
        StandardRecord standard = record.standard();
        if (standard.shape().find(field.name()).filter(field::equals).isEmpty()) {
            return new Value(List.of(), null);
        }
        return new Value(inWords(standard, field), whyMissing(record, field));
    }

    private @Nullable String whyMissing(Stored record, Field<?> field) {
        String beside = keptBeside.stream()
                .filter(kept ->
                        kept.record().equals(record.id()) && kept.field().equals(field.name()))
                .map(kept -> "received as " + kept.found() + ", expected " + kept.expected())
                .collect(Collectors.joining("; "));
        if (!beside.isEmpty()) {
            return beside;
        }
        return field.whyMissing()
                .flatMap(companion ->
                        inWords(record.standard(), companion).stream().findFirst())
                .orElse(null);
    }

    private static Source source(Stored record) {
        StandardRecord standard = record.standard();
        return new Source(
                record.id(),
                record.agency(),
                record.system(),
                record.role(),
                first(standard, Common.REGIME),
                first(standard, Common.PURPOSE),
                first(standard, Common.REASON_FOR_INCLUSION),
                handling(standard),
                record.knownFrom(),
                record.receivedAt(),
                !record.keyless());
    }

    private static String handling(StandardRecord standard) {
        String code = first(standard, Common.HANDLING);
        String conditions = first(standard, Common.HANDLING_CONDITIONS);
        return conditions.isEmpty() ? code : code + ": " + conditions;
    }

    private static String first(StandardRecord record, Field<?> field) {
        return inWords(record, field).stream().findFirst().orElse("");
    }

    static <T> List<String> inWords(StandardRecord record, Field<T> field) {
        return record.all(field).stream()
                .map(value ->
                        value instanceof Code code ? code.label() : field.type().write(value))
                .toList();
    }
}
