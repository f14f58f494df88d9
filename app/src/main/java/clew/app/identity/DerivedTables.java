package clew.app.identity;

import clew.app.corrections.Mending;
import clew.app.identity.SourceRows.Head;
import clew.app.intake.Derived;
import clew.core.standard.Common;
import clew.core.standard.Field;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.Reference;
import clew.core.standard.StandardRecord;
import clew.core.standard.Types;
import clew.core.standard.UncertainDate;
import clew.core.standard.Violation;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables that follow from one record alone: its standard shape, references, tokens, findings and its part in the counts of quality. */
final class DerivedTables {
    private final CopyRows records;
    private final CopyRows references;
    private final CopyRows tokens;
    private final CopyRows findings;
    private final CopyRows mended;
    private final QualityCounts counts = new QualityCounts();

    DerivedTables(CopyTables loader) {
        records = loader.table("record");
        references = loader.table("reference");
        tokens = loader.table("token");
        findings = loader.table("finding");
        mended = loader.table("mended");
    }

    void add(int agency, Head head, Derived derived) {
        StandardRecord record = derived.standard();
        addRecord(agency, head, record);
        for (Field<?> field : record.shape().ownFields()) {
            if (field.type().javaType() == Reference.class) {
                addReferences(head, field, record);
            }
        }
        for (String token : Tokens.of(record)) {
            tokens.text(token).uuid(head.record()).number(head.classId()).end();
        }
        derived.findings().forEach(finding -> addFinding(head, finding));
        Set<String> unreadable =
                derived.findings().stream().map(DerivedTables::field).collect(Collectors.toSet());
        counts.add(agency, head.classId(), head.role(), dayKnown(head), record, unreadable);
    }

    /** How the corrections of a record stand. */
    void addMended(Head head, Mending.Mended record) {
        record.states()
                .forEach((correction, state) -> mended.uuid(head.record())
                        .uuid(correction.decision())
                        .number(head.classId())
                        .text(state.word())
                        .end());
    }

    /** What was counted of the records that were added. */
    QualityCounts counts() {
        return counts;
    }

    long records() {
        return records.rows();
    }

    private void addRecord(int agency, Head head, StandardRecord record) {
        UncertainDate occurred = record.get(Common.OCCURRED);
        records.uuid(head.record())
                .number(head.version())
                .number(head.classId())
                .number(agency)
                .text(head.shape())
                .text(head.role())
                .text(shown(record).toJson())
                .date(occurred == null ? null : occurred.earliest())
                .date(occurred == null ? null : occurred.latest())
                .date(head.knownFrom())
                .instant(head.receivedAt())
                .number(head.classId())
                .end();
    }

    /** Without the trace of an item of which this is the version for sharing: the table of references shows it to who may see both. */
    private static StandardRecord shown(StandardRecord record) {
        return record.shape() == IntelligenceShape.SHAPE
                ? record.change().clear(IntelligenceShape.SANITISED_OF).build()
                : record;
    }

    private void addReferences(Head head, Field<?> field, StandardRecord record) {
        Set<UUID> pointed = new LinkedHashSet<>();
        List<?> values = record.all(field);
        values.forEach(value -> pointed.add(((Reference) value).record()));
        for (UUID to : pointed) {
            references
                    .uuid(head.record())
                    .text(field.name())
                    .uuid(to)
                    .number(head.classId())
                    .end();
        }
    }

    private void addFinding(Head head, Violation finding) {
        findings.uuid(head.record())
                .text(field(finding))
                .number(head.classId())
                .text(finding.expected())
                .text(finding.found())
                .number(finding.line())
                .end();
    }

    private static LocalDate dayKnown(Head head) {
        LocalDate known = head.knownFrom();
        return known == null ? LocalDate.ofInstant(head.receivedAt(), Types.CIVIL_TIME) : known;
    }

    // Intake names the sender's column behind the field: "date_of_birth (DOB)".
    private static String field(Violation finding) {
        int column = finding.field().indexOf(" (");
        return column < 0 ? finding.field() : finding.field().substring(0, column);
    }
}
