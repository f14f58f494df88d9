package clew.app.review;

import clew.core.linkage.ScoredPairs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pairs of records that wait for somebody, those that people left open first, then those of the Picture with the most weight. Read under the rights of the
 * transaction: a pair shows only to who may see both records.
 */
final class Candidates {

    /** Pairs of each kind that are looked at; the strongest ones. */
    static final int MOST = 400;

    /** Under one in twenty nobody needs to be asked. */
    private static final long LEAST = ScoredPairs.weightOf(0.05);

    // The bounds of the weight are those of the index.
    private static final String FIND = """
            (select left_record, right_record, weight, doubt from picture.link
              where doubt is not null and weight >= :least order by weight desc, left_record, right_record limit :most)
            union all
            (select left_record, right_record, weight, doubt from picture.link
              where compared and doubt is null and weight between -10000000 and 10000000 and weight >= :least and explanation is not null
                and weight < (select round(1e6 * log(2.0, p / (1 - p)))::bigint from (select (model ->> 'threshold')::numeric as p from picture.built) m)
              order by weight desc, left_record, right_record limit :most)
            union all
            (select records[1], records[cardinality(records)], :least, reason from picture.attention
              where kind = 'doubt' order by attention_id limit :most)
            union all
            (select records[1], records[cardinality(records)], :least, reason from picture.attention
              where kind in ('bridge', 'large') order by kind, attention_id limit :most)
            union all
            (select p.named[1], p.named[cardinality(p.named)], -9223372036854775808, a.reason from picture.attention a
              cross join lateral (select array_agg(r.record_id order by r.record_id) from picture.record r
                                   where r.record_id = any (a.records) and r.shape = 'person') p (named)
              where a.kind = 'identified_as_several' and cardinality(p.named) > 1
              order by a.attention_id limit :most)""";

    private final JdbcClient sql;
    private final LocalDate today;

    Candidates(JdbcClient sql, LocalDate today) {
        this.sql = sql;
        this.today = today;
    }

    /** @param open the decisions that leave something open */
    List<Candidate> find(List<Decided> open) {
        List<Candidate> found = new ArrayList<>();
        for (Decided decided : open) {
            Why why = why(decided);
            if (why != null && decided.records().size() > 1) {
                found.add(new Candidate(left(decided), right(decided), Long.MIN_VALUE, why, null));
            }
        }
        found.addAll(sql.sql(FIND)
                .param("least", LEAST)
                .param("most", MOST)
                .query((row, number) -> new Candidate(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        Why.byDoubt(row.getString(4)),
                        row.getString(4)))
                .list());
        return found;
    }

    private @Nullable Why why(Decided decided) {
        if (decided.reopened()) {
            return Why.REOPENED;
        }
        if (decided.kind().equals("same_person_proposed")) {
            return decided.mine() ? null : Why.SECOND;
        }
        if (decided.saysSame() || decided.saysNotSame()) {
            return Why.CONTRADICTION;
        }
        return openAgain(decided, today);
    }

    /** Why something that was left open is asked again; null while it rests. */
    static @Nullable Why openAgain(Decided decided, LocalDate today) {
        if (decided.answered()) {
            return Why.ANSWERED;
        }
        if (decided.overtaken()) {
            return Why.CHANGED;
        }
        return decided.until() != null && decided.until().isAfter(today) ? null : Why.DUE;
    }

    private static UUID left(Decided decided) {
        return decided.one().isEmpty()
                ? decided.records().get(0)
                : decided.one().get(0);
    }

    private static UUID right(Decided decided) {
        return decided.other().isEmpty()
                ? decided.records().get(1)
                : decided.other().get(0);
    }
}
