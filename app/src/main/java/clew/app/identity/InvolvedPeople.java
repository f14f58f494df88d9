package clew.app.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Counts the ethnicity and nationality of suspects and victims where an agency records them once with the person and not again with each event: an
 * involvement also counts as complete when the record of its person says it. Only records of the same class speak for each other, so that no count
 * tells a viewer of a record that is hidden from them.
 */
final class InvolvedPeople {

    private static final String COUNT = """
            update %1$s.counted q set said = said.known
              from (select i.counted_class as class_id, i.body->>'role' as role, f.field,
                           date_trunc('month', coalesce(i.known_from, (i.received_at at time zone 'Europe/London')::date))::date as month,
                           count(*) as known
                      from %1$s.record i
                     cross join (values ('self_defined_ethnicity'), ('observed_ethnicity'), ('nationality')) f (field)
                     where i.shape = 'involvement'
                       and (i.body->f.field is not null
                            or exists (select from %1$s.reference r join %1$s.record p on p.record_id = r.to_record
                                        where r.from_record = i.record_id and r.field = 'person' and p.counted_class = i.counted_class
                                          and p.body->f.field is not null))
                     group by 1, 2, 3, 4) said
             where q.shape = 'involvement' and q.class_id = said.class_id and q.role = said.role and q.field = said.field
               and q.month = said.month""".formatted(Picture.NEXT);

    private InvolvedPeople() {}

    /** Completes the counts of the Picture that is being built; its keys must stand. */
    static void complete(Connection writing) throws SQLException {
        try (Statement statement = writing.createStatement()) {
            statement.executeUpdate(COUNT);
        }
    }
}
