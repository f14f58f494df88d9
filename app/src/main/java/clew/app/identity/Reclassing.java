package clew.app.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts records into another class by a Decision: a new version of the same row in Records, and at once in the Picture in force, so that nothing waits for the next
 * one.
 */
final class Reclassing {

    private static final String VERSION = """
            with made as (
                insert into records.header
                       (record_id, version_no, import_no, row_no, shape, role, class_id, content_hash, sender_version, extract_time,
                        received_at, known_from, withdrawn, keyless)
                select record_id, nextval('records.version_no'), import_no, row_no, shape, role, ?, content_hash, sender_version,
                       extract_time, received_at, known_from, withdrawn, keyless
                  from records.current where record_id = ?
                returning version_no, record_id)
            insert into records.decided_version select version_no, record_id, ? from made""";
    private static final String SERIES = """
              from picture.record r
             where r.record_id = :record and q.class_id = :class and q.shape = r.shape
               and q.role = case when r.shape = 'involvement' then coalesce(r.body ->> 'role', r.role) else r.role end
               and q.month = date_trunc('month', coalesce(r.known_from, (r.received_at at time zone 'Europe/London')::date))::date""";
    private static final String UNCOUNT = """
            update picture.quality q
               set records = q.records - 1,
                   valid = least(q.records - 1, greatest(0, q.valid - (r.body -> q.field is not null)::int)),
                   present = least(q.records - 1, greatest(0, q.present - (r.body -> q.field is not null
                       or exists (select from picture.finding f where f.record_id = r.record_id and f.field = q.field))::int))
            """ + SERIES;
    private static final List<String> MOVES = List.of(
            "update picture.token set class_id = :class where record_id = :record",
            "update picture.reference set class_id = :class where from_record = :record",
            "update picture.finding set class_id = :class where record_id = :record",
            "update picture.membership set class_id = :class where record_id = :record",
            "update picture.link set left_class = :class where left_record = :record",
            "update picture.link set right_class = :class where right_record = :record",
            """
            update picture.component c set classes = array(
                   select distinct m.class_id from picture.membership m where m.component_no = c.component_no order by 1)
             where c.component_no = (select component_no from picture.membership where record_id = :record)""",
            "update picture.mended set class_id = :class where record_id = :record",
            """
            update picture.record set class_id = :class, version_no = (select version_no from records.current where record_id = :record)
             where record_id = :record""");
    private static final List<String> APART = List.of(
            "delete from picture.link where left_record = :record or right_record = :record",
            """
            with left_behind as (select component_no from picture.membership where record_id = :record),
                 moved as (update picture.membership
                              set component_no = (select coalesce(max(component_no), 0) + 1 from picture.component), person_id = gen_random_uuid()
                            where record_id = :record returning component_no, class_id),
                 made as (insert into picture.component select component_no, array[class_id] from moved)
            update picture.component c set classes = array(
                   select distinct m.class_id from picture.membership m
                    where m.component_no = c.component_no and m.record_id <> :record order by 1)
             where c.component_no in (select component_no from left_behind)""",
            "delete from picture.component where classes = '{}'");

    private final JdbcClient sql;
    private final UUID decision;

    private Reclassing(JdbcClient sql, UUID decision) {
        this.sql = sql;
        this.decision = decision;
    }

    /** By a Decision that this transaction makes; waits while a Picture is being built. */
    static Reclassing within(JdbcClient sql, UUID decision) {
        sql.sql("select pg_advisory_xact_lock(" + PictureBuild.LOCK + ")::text")
                .query(String.class)
                .single();
        return new Reclassing(sql, decision);
    }

    /** Puts a record into a class. */
    void move(UUID record, int classId) {
        sql.sql(VERSION).params(classId, record, decision).update();
        for (int old : sql.sql("select class_id from picture.record where record_id = ?")
                .param(record)
                .query(Integer.class)
                .list()) {
            run(UNCOUNT, record, old, old);
            sql.sql("delete from picture.quality where records = 0").update();
            MOVES.forEach(move -> run(move, record, classId, old));
        }
    }

    /** Lets a record stand alone, joined with none. */
    void setApart(UUID record) {
        APART.forEach(step -> run(step, record, 0, 0));
    }

    private void run(String statement, UUID record, int classId, int old) {
        sql.sql(statement)
                .param("record", record)
                .param("class", classId)
                .param("old", old)
                .update();
    }
}
