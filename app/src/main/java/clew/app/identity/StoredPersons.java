package clew.app.identity;

import clew.core.linkage.ScoredPairs;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the Picture keeps about who is who, read under the rights of the transaction: what they hide is not there. */
final class StoredPersons {
    private final JdbcClient sql;

    StoredPersons(JdbcClient sql) {
        this.sql = sql;
    }

    /** A record with its component, and the person to whom it belongs for who may see the whole component. */
    record Member(UUID record, UUID component, UUID person) {}

    /** What is kept of a pair of records; see {@link clew.core.linkage.KeptPairs.Pair}. */
    record Link(UUID left, UUID right, long weight, boolean compared, boolean doubtful) {}

    /** What people decided about pairs of these records by the end of a day, as far as the decisions show; null for until now. */
    List<Said> said(Collection<UUID> records, @Nullable LocalDate day) {
        return sql.sql("""
                select distinct left_record, right_record, same from decisions.judged
                 where decision_id = any(array(select distinct decision_id from decisions.about where record_id = any(cast(? as uuid[]))))
                   and (cast(? as date) is null or (made_at at time zone 'Europe/London')::date <= cast(? as date))""")
                .param(array(records))
                .param(day)
                .param(day)
                .query((row, number) ->
                        new Said(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)))
                .list();
    }

    List<Member> members(Collection<UUID> records) {
        return members("record_id = any(cast(? as uuid[]))", array(records));
    }

    List<Member> membersOfPersons(Collection<UUID> persons) {
        return members("person_id = any(cast(? as uuid[]))", array(persons));
    }

    List<Member> membersOfComponents(Collection<UUID> components) {
        return members("component_id = any(cast(? as uuid[]))", array(components));
    }

    /** Those of the components of which nothing is hidden. */
    Set<UUID> whole(Collection<UUID> components) {
        return new HashSet<>(
                sql.sql("select component_id from picture.component where component_id = any(cast(? as uuid[]))")
                        .param(array(components))
                        .query(UUID.class)
                        .list());
    }

    /** The visible links between these records. Asked by one end alone: the database compares the other with each record in turn, and there may be a hundred thousand. */
    List<Link> links(Collection<UUID> records) {
        Set<UUID> ends = Set.copyOf(records);
        return sql
                .sql("""
                select left_record, right_record, weight, compared, doubt is not null from picture.link
                 where left_record = any(cast(? as uuid[]))
                 order by left_record, right_record""")
                .param(array(ends))
                .query((row, number) -> new Link(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getBoolean(5)))
                .list()
                .stream()
                .filter(link -> ends.contains(link.right()))
                .toList();
    }

    /** Those of the records that their agency knew, or that were received where it does not say, by the end of a day. */
    Set<UUID> knownBy(LocalDate day, Collection<UUID> records) {
        return new HashSet<>(
                sql.sql("""
                select record_id from picture.record
                 where record_id = any(cast(? as uuid[]))
                   and coalesce(known_from, (received_at at time zone 'Europe/London')::date) <= ?""").params(array(records), day).query(UUID.class).list());
    }

    /** The weight from which two records are joined, in millionths of a bit. */
    long threshold() {
        return ScoredPairs.weightOf(sql.sql("select (model ->> 'threshold')::float8 from picture.built")
                .query(Double.class)
                .single());
    }

    static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private List<Member> members(String condition, String values) {
        return sql.sql("select record_id, component_id, person_id from picture.membership where " + condition)
                .param(values)
                .query((row, number) -> new Member(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class)))
                .list();
    }
}
