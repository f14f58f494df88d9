package clew.app.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decisions about who is who, read under the rights of the transaction: one shows only to who may see all that it is about. */
final class StoredDecisions {

    private static final String SELECT = """
            select d.decision_id, d.kind, d.made_at, coalesce(u.shown_name, 'somebody'), d.made_by = access.me(), a.name, d.reason,
                   array(select o.record_id from decisions.about o where o.decision_id = d.decision_id order by 1) as records, d.body::text,
                   exists (select from decisions.decision w where w.kind = 'decision_withdrawn' and w.body ->> 'decision' = d.decision_id::text),
                   exists (select from decisions.reopened r join decisions.decision w on w.decision_id = r.withdrawal_id
                            where r.decision_id = d.decision_id
                              and not exists (select from decisions.decision e where e.kind in ('decision_withdrawn', 'decision_upheld')
                                                 and e.body ->> 'decision' = d.decision_id::text and e.made_at >= r.at)),
                   d.kind = 'agency_asked' and exists (select from decisions.decision e
                                                        where e.kind = 'agency_answered' and e.body ->> 'question' = d.body ->> 'question'),
                   exists (select from jsonb_each_text(d.body -> 'versions') v join picture.record r on r.record_id = v.key::uuid
                            where r.version_no <> v.value::bigint)
              from decisions.decision d
              join access.agency a on a.agency_id = d.agency_id
              left join access.person_user u on u.user_id = d.made_by
             where d.kind in ('same_person', 'same_person_proposed', 'not_same_person', 'identified', 'unsure', 'agency_asked',
                              'agency_question', 'agency_answered', 'decision_withdrawn', 'decision_upheld')
            """;
    private static final String ABOUT =
            " and d.decision_id in (select o.decision_id from decisions.about o where o.record_id = any (cast(? as uuid[])))";
    private static final String ORDER = " order by d.made_at, d.decision_id";

    private final JdbcClient sql;

    StoredDecisions(JdbcClient sql) {
        this.sql = sql;
    }

    /** All about any of these records, oldest first. */
    List<Decided> about(Collection<UUID> records) {
        return records.isEmpty() ? List.of() : where(ABOUT, array(records));
    }

    /** Those in force that leave a case open and were followed by no other, contradict others, or wait to be looked at again; the oldest first. */
    List<Decided> leftOpen(int most) {
        return where("""
                 and d.decision_id in (
                     (select o.decision_id from decisions.in_force o
                       where o.kind in ('unsure', 'agency_asked', 'same_person_proposed')
                         and not exists (select from decisions.about x join decisions.in_force l using (decision_id)
                                          where x.record_id = (select record_id from decisions.about where decision_id = o.decision_id limit 1)
                                            and l.made_at > o.made_at
                                            and array(select record_id from decisions.about where decision_id = l.decision_id)
                                                @> array(select record_id from decisions.about where decision_id = o.decision_id))
                       order by o.made_at limit ?)
                     union (select j.decision_id from decisions.judged j join decisions.judged k using (left_record, right_record) where j.same <> k.same limit ?)
                     union (select r.decision_id from decisions.reopened r
                             where not exists (select from decisions.decision e where e.kind in ('decision_withdrawn', 'decision_upheld')
                                                  and e.body ->> 'decision' = r.decision_id::text and e.made_at >= r.at)
                            order by r.at limit ?))""", most, most, most);
    }

    /** The one of this id, when it shows. */
    @Nullable
    Decided find(UUID decision) {
        return where(" and d.decision_id = ?", decision).stream().findFirst().orElse(null);
    }

    /** @param condition fixed text with a question mark for each value */
    List<Decided> where(String condition, Object... values) {
        return sql.sql(SELECT + condition + ORDER)
                .params(values)
                .query((row, number) -> decided(row))
                .list();
    }

    static String array(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        JsonNode body = JsonMapper.shared().readTree(row.getString(9));
        return new Decided(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                row.getBoolean(5),
                row.getString(6),
                row.getString(7),
                ids(row.getArray(8)),
                ids(body.path("one")),
                ids(body.path("other")),
                body.has("until") ? LocalDate.parse(body.path("until").asString()) : null,
                row.getBoolean(10),
                row.getBoolean(11),
                row.getBoolean(12),
                row.getBoolean(13));
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    private static List<UUID> ids(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .map(UUID::fromString)
                .toList();
    }
}
