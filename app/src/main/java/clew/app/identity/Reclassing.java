package clew.app.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts records into another class by a Decision, in Records and in the Picture in force as every change of a class does it, so that nothing waits for the next
 * one.
 */
final class Reclassing {

    private static final String CHANGE = """
            select access.change_class(:record, h.class_id, :class, :by, :why)::text
              from (select class_id from records.header where record_id = :record group by class_id order by max(version_no)) h""";
    /** Out of the figures and into the class at once; the leader counts it again. */
    private static final String MOVE = """
            select picture.uncount(array[:record])::text, access.follow_class('picture', :record, :class)::text""";

    private static final List<String> APART = List.of(
            """
            insert into events.outbox (kind, body)
            select 'RecordsTouched', jsonb_build_object('records', array[:record], 'wholes', array[c.whole_id])
              from picture.membership m join picture.component c using (component_id) where m.record_id = :record""",
            "delete from picture.link where left_record = :record or right_record = :record",
            "delete from picture.attention where records @> array[:record]",
            """
            update picture.component c
               set component_id = n.next, classes = array(select distinct m.class_id from picture.membership m
                                                           where m.component_id = n.component_id and m.record_id <> :record order by 1),
                   persons = (select count(distinct m.person_id) from picture.membership m
                               where m.component_id = n.component_id and m.record_id <> :record)
              from (select m.component_id, o.record_id as next
                      from picture.membership m
                     cross join lateral (select o.record_id from picture.membership o
                                          where o.component_id = m.component_id and o.record_id <> m.record_id order by 1 limit 1) o
                     where m.record_id = :record) n
             where c.component_id = n.component_id""",
            """
            update picture.membership m
               set component_id = (select o.record_id from picture.membership o
                                    where o.component_id = m.component_id and o.record_id <> :record order by 1 limit 1)
             where m.record_id <> :record and m.component_id = (select component_id from picture.membership where record_id = :record)""",
            """
            with moved as (update picture.membership set component_id = record_id, person_id = gen_random_uuid()
                            where record_id = :record returning record_id, class_id)
            insert into picture.component select record_id, record_id, array[class_id] from moved on conflict do nothing""");

    private final JdbcClient sql;
    private final UUID by;
    private final String why;

    private Reclassing(JdbcClient sql, UUID by, String why) {
        this.sql = sql;
        this.by = by;
        this.why = why;
    }

    /**
     * By a Decision that this transaction makes; waits while a Picture is being built.
     *
     * @param why in fixed words, with the Decision's id
     */
    static Reclassing within(JdbcClient sql, UUID by, String why) {
        sql.sql("select pg_advisory_xact_lock(" + PictureBuild.LOCK + ")::text")
                .query(String.class)
                .single();
        sql.sql("select access.hold_classes()::text").query(String.class).single();
        return new Reclassing(sql, by, why);
    }

    /** Puts every version of a record into a class. */
    void move(UUID record, int classId) {
        sql.sql(CHANGE)
                .param("record", record)
                .param("class", classId)
                .param("by", by)
                .param("why", why)
                .query((row, number) -> true)
                .list();
        sql.sql(MOVE)
                .param("record", record)
                .param("class", classId)
                .query((row, number) -> true)
                .single();
    }

    /** Lets a record stand alone, joined with none. */
    void setApart(UUID record) {
        APART.forEach(step -> sql.sql(step).param("record", record).update());
    }
}
