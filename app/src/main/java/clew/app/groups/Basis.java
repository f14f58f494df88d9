package clew.app.groups;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The state that lines rest on.
 *
 * @param built when the Picture was built; empty before there is one
 * @param upto the place of the last event that the Picture rests on
 * @param change the last change of a class
 * @param disposed the place of the last disposal
 * @param cuts how many splits and mergers people decided
 * @param blocked names the entries of the block list that are in force; empty for none
 */
record Basis(String built, long upto, long change, long disposed, long cuts, String blocked) {
    private static final String NOW = """
            select coalesce((select string_agg(built_at::text, ',') from picture.built), ''),
                   coalesce((select max(events_upto) from picture.built), 0),
                   access.last_change(),
                   (select coalesce(max(position), 0) from events.outbox where kind = 'RecordsDisposed'),
                   (select count(*) from groups.verdict where kind in ('split', 'merged')),
                   (select coalesce(md5(string_agg(block_id::text, ',' order by block_id)), '') from groups.blocked_on(?))""";
    private static final String ARRIVED = "RecordsAccepted";
    private static final List<String> DECIDED = List.of("RecordsCorrected", "RecordsTouched", "PersonDecided");

    /** @param day on which entries of the block list must be in force */
    static Basis now(JdbcClient sql, LocalDate day) {
        return sql.sql(NOW)
                .param(day)
                .query((row, number) -> new Basis(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)))
                .single();
    }

    /** As it is kept beside lines. */
    String text() {
        return built + " " + upto + " " + change + " " + disposed + " " + cuts
                + (blocked.isEmpty() ? "" : " " + blocked);
    }

    /** What arrived until this state since an earlier one. What came onto the block list or off it is read of nobody's records: it differs where evidence is made of them. */
    Arrived since(Basis earlier, JdbcClient sql) {
        if (!built.equals(earlier.built)) {
            return Arrived.all("the Picture was built anew, and with it begins a new epoch");
        }
        if (change != earlier.change || disposed != earlier.disposed) {
            return Arrived.all("a record changed its class or was disposed of");
        }
        if (cuts != earlier.cuts) {
            return Arrived.all("a split or a merger was decided");
        }
        boolean decided = sql.sql(
                        "select exists (select from events.outbox where position > ? and position <= ? and kind = any (?))")
                .params(earlier.upto, upto, DECIDED.toArray(String[]::new))
                .query(Boolean.class)
                .single();
        return decided
                ? Arrived.all("something was corrected, or decided on who is who")
                : Arrived.read(sql, ARRIVED, earlier.upto, upto);
    }
}
