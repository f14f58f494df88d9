package clew.app.groups;

import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.identity.KnownThings;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases of a vehicle, a phone or a place: somebody opens one with a reason, on the records that its page shows, and it is led, planned, reviewed and closed as the case of a
 * line is. It is found again by the records of the thing, of which keyed hashes are kept.
 */
public final class ThingCases {
    private static final String OF_THING = """
            select c.case_id from groups.case_file c join groups.verdict v using (verdict_id)
             where v.about = 'thing' and v.subjects && ? order by c.opened_at desc, c.case_id""";

    private final AppTransactions app;
    private final Things things;
    private final Cases cases;
    private final KeyedHash hash;

    ThingCases(AppTransactions app, Things things, Cases cases, KeyedHash hash) {
        this.app = app;
        this.things = things;
        this.cases = cases;
        this.hash = hash;
    }

    /** Those of the thing that a record is of, the newest first. */
    public List<CaseFile> of(Rights rights, UUID record) {
        List<UUID> ids = app.read(rights, sql -> {
            String shape = Things.shape(sql, record);
            return KnownThings.SHAPES.contains(shape)
                    ? sql.sql(OF_THING)
                            .param(hashes(things.records(sql, rights, record, shape)))
                            .query(UUID.class)
                            .list()
                    : List.<UUID>of();
        });
        return ids.stream().flatMap(id -> cases.of(rights, id).stream()).toList();
    }

    /** Opens one; the result is its id. */
    public Outcome open(Rights rights, UUID record, String reason) {
        Optional<Wrong> wrong = Wrong.reason(reason);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        Optional<CaseFile> running =
                of(rights, record).stream().filter(file -> !file.isClosed()).findFirst();
        return running.isPresent()
                ? new Wrong(
                        "reason", "There is a case already: " + running.get().reference())
                : app.write(rights, sql -> open(sql, rights, record, reason.strip()));
    }

    private Outcome open(JdbcClient sql, Rights rights, UUID record, String reason) {
        String shape = Things.shape(sql, record);
        if (!KnownThings.SHAPES.contains(shape)) {
            return new Wrong("reason", "There is nothing here on which you can open a case");
        }
        UUID[] records = things.records(sql, rights, record, shape).toArray(UUID[]::new);
        UUID verdict = UUID.randomUUID();
        UUID opened = UUID.randomUUID();
        sql.sql("""
                        insert into groups.verdict (verdict_id, kind, made_by, agency_id, reason, evidence_key, evidence, classes, about, subjects)
                        values (:id, 'accepted', :by, access.viewer_agency(), :reason, :key, :records,
                               array(select distinct class_id from picture.record where record_id = any (:records) order by 1), :about, :subjects)""")
                .param("id", verdict)
                .param("by", rights.user())
                .param("reason", reason)
                .param("key", Surfaced.named(List.of(records), Matter.THING))
                .param("records", records)
                .param("about", Matter.THING)
                .param("subjects", hashes(List.of(records)))
                .update();
        sql.sql("insert into groups.case_file (case_id, verdict_id, opened_by, about) values (?, ?, ?, ?)")
                .params(opened, verdict, rights.user(), Matter.THING)
                .update();
        return new Done(opened);
    }

    private byte[][] hashes(List<UUID> records) {
        return records.stream().map(hash::of).toArray(byte[][]::new);
    }
}
