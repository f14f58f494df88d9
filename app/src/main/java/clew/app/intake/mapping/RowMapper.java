package clew.app.intake.mapping;

import clew.app.intake.source.Row;
import clew.core.standard.Common;
import clew.core.standard.DeploymentKey;
import clew.core.standard.Field;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.OlderGrade;
import clew.core.standard.Reading;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Reference;
import clew.core.standard.Severity;
import clew.core.standard.StandardRecord;
import clew.core.standard.Unknowns;
import clew.core.standard.Violation;
import clew.core.standard.Visibility;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes records from rows. The same row under the same mapping always gives the same records, so that the Picture can be derived again from what
 * is kept. Not thread-safe.
 */
public final class RowMapper {

    private static final Set<Field<?>> LIMITS_USE = Set.of(
            Common.SOURCE_KIND,
            Common.ROLL_KIND,
            Common.HANDLING,
            Common.VISIBILITY,
            IntelligenceShape.IMPORTED_HANDLING,
            Common.IMPACT_ASSESSMENT,
            Common.IMPACT_ASSESSMENT_DATE);

    private final Mapping mapping;
    private final String agency;
    private final DeploymentKey key;
    private final String file;
    private final ValueTexts texts = new ValueTexts();
    private final List<Violation> refused = new ArrayList<>();
    private final List<Violation> findings = new ArrayList<>();
    private boolean restricted;

    /**
     * @param agency slug of the agency that sends
     * @param file name, for messages
     */
    public RowMapper(Mapping mapping, String agency, DeploymentKey key, String file) {
        this.mapping = mapping;
        this.agency = agency;
        this.key = key;
        this.file = file;
    }

    public MappedRow map(Row row) {
        refused.clear();
        List<MappedRecord> records = new ArrayList<>(mapping.records().size());
        List<UUID> identities = new ArrayList<>(mapping.records().size());
        boolean identified = true;
        restricted = false;
        RowTimes times = RowTimes.of(mapping, new RowMoments(row, file, refused));
        for (RecordRule rule : mapping.records()) {
            if (!rule.when().isEmpty() && row.value(rule.when()).isEmpty()) continue;
            MappedRecord record = record(rule, row, times);
            if (record == null) identified = false;
            else {
                identities.add(record.id());
                records.add(record);
            }
        }
        return new MappedRow(refused.isEmpty() ? records : List.of(), refused, identities, identified, restricted);
    }

    private @Nullable MappedRecord record(RecordRule rule, Row row, RowTimes times) {
        findings.clear();
        StandardRecord.Builder builder = StandardRecord.of(rule.shape());
        includeAndTimes(rule, row, times, builder);
        for (FieldRule field : rule.fields()) fill(builder, field.field(), field.source(), row);
        StandardRecord received = builder.build();
        restricted |= Visibility.isRestricted(received);
        StandardRecord record = OlderGrade.read(received);
        OlderGrade.loss(received).ifPresent(loss -> note(loss, row));
        for (Violation violation : record.check()) if (isNew(violation)) note(violation, row);
        RecordIdentity identity = identity(rule, row, received);
        if (identity == null) return null;
        return new MappedRecord(
                identity.id(key),
                rule.role(),
                !identity.correctable(),
                times.senderVersion(),
                times.knownFrom(),
                record,
                findings);
    }

    private void includeAndTimes(RecordRule rule, Row row, RowTimes times, StandardRecord.Builder builder) {
        mapping.include()
                .fields()
                .forEach((name, source) -> fill(builder, rule.shape().field(name), source, row));
        if (!mapping.include().fields().containsKey(Common.CONTROLLER.name()))
            read(builder, Common.CONTROLLER, agency, row);
        if (!times.knownFromText().isEmpty()) read(builder, Common.KNOWN_FROM, times.knownFromText(), row);
    }

    private <T> void fill(StandardRecord.Builder builder, Field<T> field, ValueSource source, Row row) {
        switch (source) {
            case ValueSource.Constant constant -> read(builder, field, constant.text(), row);
            case ValueSource.Pointer pointer -> point(builder, field, pointer, row);
            case ValueSource.Column column -> {
                for (String text : texts.of(column, row)) {
                    Reading<String> prepared = texts.prepared(column, text, field);
                    if (prepared instanceof Reading.Known<String> known) read(builder, field, known.value(), row);
                    else if (prepared instanceof Reading.Unreadable<String> unreadable)
                        unreadable(field, named(field, column), unreadable, row);
                }
            }
        }
    }

    private <T> void read(StandardRecord.Builder builder, Field<T> field, String text, Row row) {
        if (builder.read(field, text) instanceof Reading.Unreadable<T> unreadable)
            unreadable(field, field.name(), unreadable, row);
    }

    /**
     * A value that cannot be read is left out and kept beside; but a record without a required one would be none, and one that lost what limits
     * its use must not enter.
     */
    private void unreadable(Field<?> field, String name, Reading.Unreadable<?> reading, Row row) {
        boolean needed = field.required() || LIMITS_USE.contains(field);
        Severity severity = needed ? Severity.REFUSED : Severity.DOUBTFUL;
        note(new Violation(reading.expected(), reading.found(), "", 0, name, severity), row);
    }

    /** That a required value is missing need not be said of one that could not be read. */
    private boolean isNew(Violation violation) {
        return refused.stream().noneMatch(known -> (known.field() + " ").startsWith(violation.field() + " "));
    }

    private <T> void point(StandardRecord.Builder builder, Field<T> field, ValueSource.Pointer pointer, Row row) {
        List<String> values = pointer.columns().stream().map(row::value).toList();
        if (values.stream().anyMatch(RowMapper::isNoKey)) return;
        String system = pointer.system().isEmpty() ? mapping.system() : pointer.system();
        UUID id = RecordIdentity.of(agency, system, pointer.shape(), values, pointer.role())
                .id(key);
        builder.set(field, field.type().javaType().cast(new Reference(pointer.shape(), id)));
    }

    private @Nullable RecordIdentity identity(RecordRule rule, Row row, StandardRecord record) {
        String shape = rule.shape().name();
        if (rule.key().isEmpty())
            return RecordIdentity.keyless(agency, mapping.system(), shape, content(record), rule.role());
        List<String> values = new ArrayList<>(rule.key().size());
        for (String column : rule.key()) {
            String value = row.value(column);
            if (isNoKey(value))
                refused.add(Violation.refused("the key of a " + shape, value.isEmpty() ? "nothing" : value, column)
                        .at(file, row.line()));
            values.add(value);
        }
        boolean whole = values.stream().noneMatch(RowMapper::isNoKey);
        return whole ? RecordIdentity.of(agency, mapping.system(), shape, values, rule.role()) : null;
    }

    /** Who may see a record is no part of what it says. */
    private static List<String> content(StandardRecord record) {
        return List.of(record.change().clear(Common.VISIBILITY).build().toJson());
    }

    /** "Not known" is no key: it would make one person of all whose key is not known. */
    private static boolean isNoKey(String value) {
        return Unknowns.whyMissing(value).isPresent();
    }

    private void note(Violation violation, Row row) {
        (violation.severity() == Severity.REFUSED ? refused : findings).add(violation.at(file, row.line()));
    }

    private static String named(Field<?> field, ValueSource.Column column) {
        return field.name() + " (" + String.join(", ", column.columns()) + ")";
    }

    /** When the sender knew a row, and which version of it this is. */
    private record RowTimes(
            @Nullable Instant senderVersion, @Nullable LocalDate knownFrom, String knownFromText) {

        static RowTimes of(Mapping mapping, RowMoments moments) {
            Instant known = moments.read(mapping.knownFrom());
            LocalDate day = known == null
                    ? null
                    : known.atZone(clew.core.standard.Types.CIVIL_TIME).toLocalDate();
            return new RowTimes(moments.read(mapping.versionOf()), day, day == null ? "" : day.toString());
        }
    }
}
