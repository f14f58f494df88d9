package clew.app.corrections;

import clew.app.corrections.Outcome.Done;
import clew.app.corrections.Outcome.Wrong;
import clew.app.corrections.Statement.Kind;
import clew.app.events.Outbox;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Field;
import clew.core.standard.Reading;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Corrections, additions and proposals, as Decisions: what was received stays as it was, and both are shown. The agency that sent
 * a record corrects it; everybody else proposes, and is answered. The database holds both to it.
 */
public final class Corrections {

    private static final String OPEN_PROPOSAL = " and d.kind = 'correction_proposed'"
            + " and not exists (select from decisions.decision e where e.body ->> 'proposal' = d.decision_id::text)";

    private final AppTransactions app;

    Corrections(AppTransactions app) {
        this.app = app;
    }

    /** The record as it is used now, with everything said about it; empty when there is none that the viewer may see. */
    public Optional<CorrectedRecord> of(Rights rights, UUID record) {
        return app.read(
                rights,
                sql -> StoredRecord.find(sql, record)
                        .map(stored -> new CorrectedRecord(
                                record,
                                stored.owner(),
                                stored.ownerName(),
                                stored.isOwn(),
                                stored.standard(),
                                new Statements(sql).about(List.of(record)))));
    }

    /** Everything said about these records, oldest first. */
    public List<Statement> about(Rights rights, Collection<UUID> records) {
        return records.isEmpty() ? List.of() : app.read(rights, sql -> new Statements(sql).about(records));
    }

    /** Proposals that wait for an answer of the viewer's agency, oldest first. */
    public List<Statement> toAnswer(Rights rights) {
        return app.read(
                rights,
                sql -> new Statements(sql)
                        .where(OPEN_PROPOSAL + " and (d.body ->> 'owner')::int = (select access.viewer_agency())"));
    }

    /** What the viewer's agency proposed to others, oldest first, with the answers. */
    public List<Statement> proposed(Rights rights) {
        return app.read(
                rights,
                sql -> new Statements(sql)
                        .where(
                                " and d.kind = 'correction_proposed' and d.agency_id = (select access.viewer_agency())"));
    }

    /**
     * Corrects a field of a record of one's own agency, or proposes it for a record of another.
     *
     * @param typed what the field should say; several values apart by semicolons; blank for nothing
     */
    public Outcome correct(Rights rights, UUID record, String fieldName, String typed, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason: how you know what is right");
        }
        return app.write(
                rights,
                sql -> StoredRecord.find(sql, record)
                        .<Outcome>map(stored -> correct(sql, rights, stored, fieldName, typed, reason))
                        .orElseGet(() -> new Wrong("field", "There is no such record that you may see")));
    }

    private static Outcome correct(
            JdbcClient sql, Rights rights, StoredRecord stored, String fieldName, String typed, String reason) {
        Optional<Field<?>> field = stored.standard().shape().find(fieldName).filter(CorrectedRecord::isCorrectable);
        if (field.isEmpty()) {
            return new Wrong("field", "Choose what is wrong");
        }
        List<String> mended = new ArrayList<>();
        for (String text : typed.isBlank() ? List.<String>of() : split(field.get(), typed)) {
            Optional<String> canonical = canonical(field.get(), text);
            if (canonical.isEmpty()) {
                return new Wrong(
                        "value",
                        field.get().title() + " must be " + field.get().type().expected());
            }
            mended.add(canonical.get());
        }
        List<String> old = stored.standard().texts(field.get());
        if (old.equals(mended)) {
            return new Wrong("value", "Enter another value than the record has now");
        }
        Map<String, Object> body = Map.of("field", fieldName, "old", old, "new", mended, "owner", stored.owner());
        Kind kind = stored.isOwn() ? Kind.CORRECTION : Kind.CORRECTION_PROPOSED;
        return new Done(decide(sql, rights, stored, kind, reason, body));
    }

    /** Adds a text to a record of one's own agency. */
    public Outcome add(Rights rights, UUID record, String text, String reason) {
        if (text.isBlank()) {
            return new Wrong("text", "Enter what should be added");
        }
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason: how you know what is right");
        }
        return app.write(
                rights,
                sql -> StoredRecord.find(sql, record)
                        .filter(StoredRecord::isOwn)
                        .<Outcome>map(stored -> new Done(
                                decide(sql, rights, stored, Kind.ADDENDUM, reason, Map.of("text", text.strip()))))
                        .orElseGet(() -> new Wrong("text", "Only the agency that sent the record can add to it")));
    }

    /** Accepts or refuses a proposal about a record of one's own agency; accepting corrects the record. */
    public Outcome answer(Rights rights, UUID proposal, boolean accepted, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason: the other agency will read it");
        }
        return app.write(rights, sql -> {
            List<Statement> open = new Statements(sql)
                    .where(
                            OPEN_PROPOSAL
                                    + " and d.decision_id = ? and (d.body ->> 'owner')::int = (select access.viewer_agency())",
                            proposal);
            if (open.isEmpty()) {
                return new Wrong("answer", "This proposal was answered already");
            }
            StoredRecord stored =
                    StoredRecord.find(sql, open.getFirst().record()).orElseThrow();
            Kind kind = accepted ? Kind.PROPOSAL_ACCEPTED : Kind.PROPOSAL_REFUSED;
            UUID answer = decide(sql, rights, stored, kind, reason, Map.of("proposal", proposal.toString()));
            if (accepted) {
                decide(sql, rights, stored, Kind.CORRECTION, reason, proposed(sql, proposal));
            }
            return new Done(answer);
        });
    }

    /** Ends a correction of one's own agency that turned out wrong: what the sender says is used again. Both stay on show. */
    public Outcome end(Rights rights, UUID record, UUID correction, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        return app.write(
                rights,
                sql -> StoredRecord.find(sql, record)
                        .filter(StoredRecord::isOwn)
                        .filter(stored -> new Statements(sql)
                                .about(List.of(record)).stream()
                                        .anyMatch(one -> one.decision().equals(correction)
                                                && one.kind() == Kind.CORRECTION
                                                && one.open()))
                        .<Outcome>map(stored -> new Done(decide(
                                sql,
                                rights,
                                stored,
                                Kind.CORRECTION_ENDED,
                                reason,
                                Map.of("correction", correction.toString()))))
                        .orElseGet(() -> new Wrong("reason", "There is no such correction of your agency in force")));
    }

    private static Map<String, Object> proposed(JdbcClient sql, UUID proposal) {
        var body = JsonMapper.shared()
                .readTree(sql.sql("select body from decisions.decision where decision_id = ?")
                        .param(proposal)
                        .query(String.class)
                        .single());
        return Map.of(
                "field", body.get("field").asString(),
                "old", Mending.texts(body.get("old")),
                "new", Mending.texts(body.get("new")),
                "from", proposal.toString());
    }

    private static UUID decide(
            JdbcClient sql, Rights rights, StoredRecord stored, Kind kind, String reason, Map<String, Object> body) {
        UUID decision = UUID.randomUUID();
        sql.sql("""
                        insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
                        values (?, ?, ?, (select access.viewer_agency()), ?, ?, ?::jsonb)""")
                .params(
                        decision,
                        kind.word(),
                        rights.user(),
                        reason.strip(),
                        stored.classId(),
                        JsonMapper.shared().writeValueAsString(body))
                .update();
        sql.sql("insert into decisions.about (decision_id, record_id, class_id) values (?, ?, ?)")
                .params(decision, stored.record(), stored.classId())
                .update();
        Outbox.put(sql, "RecordsCorrected", "{\"records\": [\"" + stored.record() + "\"]}");
        return decision;
    }

    private static List<String> split(Field<?> field, String typed) {
        return field.repeated()
                ? Arrays.stream(typed.split(";"))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList()
                : List.of(typed.strip());
    }

    private static <T> Optional<String> canonical(Field<T> field, String text) {
        return field.type().read(text) instanceof Reading.Known<T>(T value)
                ? Optional.of(field.type().write(value))
                : Optional.empty();
    }

    /** The record as the Picture has it, with corrections that are younger than the Picture. */
    private record StoredRecord(
            UUID record, int classId, int owner, String ownerName, boolean isOwn, StandardRecord standard) {

        static Optional<StoredRecord> find(JdbcClient sql, UUID record) {
            return sql.sql("""
                            select r.class_id, r.agency_id, a.name, r.agency_id = (select access.viewer_agency()), r.body
                              from picture.record r join access.agency a on a.agency_id = r.agency_id where r.record_id = ?""")
                    .param(record)
                    .query((row, number) -> new StoredRecord(
                            record,
                            row.getInt(1),
                            row.getInt(2),
                            row.getString(3),
                            row.getBoolean(4),
                            StandardRecord.fromJson(row.getString(5))))
                    .optional()
                    .map(stored -> stored.mended(sql));
        }

        private StoredRecord mended(JdbcClient sql) {
            StandardRecord used =
                    Mending.of(sql, List.of(record)).mend(record, standard).record();
            return new StoredRecord(record, classId, owner, ownerName, isOwn, used);
        }
    }
}
