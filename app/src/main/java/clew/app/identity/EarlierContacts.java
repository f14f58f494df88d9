package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often agencies were told of somebody before, and how often it ended without further action: counted from the referrals and events that show to who asks, each once. */
public final class EarlierContacts {
    private static final String COUNT = """
            with who as materialized (select * from unnest(?::int[], ?::uuid[]) w (person, record_id)),
            contact as (
                select w.person, r.record_id, r.body from who w
                  join picture.reference f on f.to_record = w.record_id and f.field = 'person'
                  join picture.record r on r.record_id = f.from_record and r.shape = 'referral'
                union all
                select w.person, r.record_id, r.body from who w
                  join picture.reference f on f.to_record = w.record_id and f.field = 'person'
                  join picture.record i on i.record_id = f.from_record and i.shape = 'involvement'
                  join picture.reference e on e.from_record = i.record_id and e.field = 'event'
                  join picture.record r on r.record_id = e.to_record)
            select person, count(distinct record_id),
                   count(distinct record_id) filter (where body ->> 'outcome' = 'no_further_action' or body -> 'nfa_reason' is not null)
              from contact group by person""";

    private final AppTransactions app;

    EarlierContacts(AppTransactions app) {
        this.app = app;
    }

    /**
     * What was counted of one person.
     *
     * @param all referrals about them, and events that they were involved in
     * @param closedWithoutFurtherAction of these
     */
    public record Counted(long all, long closedWithoutFurtherAction) {
        static final Counted NONE = new Counted(0, 0);
    }

    /** Of one person, by the records that show. */
    public Counted of(Rights rights, Collection<UUID> records) {
        return app.read(rights, sql -> of(sql, List.of(records)).get(0));
    }

    /** Of several, in their order, in a transaction that carries the rights of who asks. */
    static List<Counted> of(JdbcClient sql, List<? extends Collection<UUID>> persons) {
        List<Integer> places = new ArrayList<>();
        List<UUID> records = new ArrayList<>();
        @Nullable Counted[] counted = new Counted[persons.size()];
        for (int person = 0; person < counted.length; person++) {
            counted[person] = Counted.NONE;
            for (UUID record : persons.get(person)) {
                places.add(person);
                records.add(record);
            }
        }
        sql.sql(COUNT)
                .param(places.toArray(Integer[]::new))
                .param(records.toArray(UUID[]::new))
                .query(row -> {
                    counted[row.getInt(1)] = new Counted(row.getLong(2), row.getLong(3));
                });
        return List.of(counted);
    }
}
