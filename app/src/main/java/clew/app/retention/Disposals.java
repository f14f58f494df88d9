package clew.app.retention;

import clew.app.events.Outbox;
import clew.app.retention.Candidates.Found;
import clew.app.retention.Candidates.RowKey;
import clew.app.retention.Outcome.Done;
import clew.app.retention.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Standard;
import clew.core.standard.Types;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Disposal by two people: one proposes what a preview shows, another confirms within 14 days, and one function of the database,
 * which alone can delete payloads, checks all of it again and leaves a tombstone.
 */
public final class Disposals {

    private static final String LIST = """
            select d.disposal_id, d.type, p.shown_name as proposer, d.proposed_by = ? as by_viewer, d.proposed_at, d.expires_at, d.reason,
                   d.preview, c.confirmed_at, c.reason as confirmed_reason, u.shown_name as confirmer
              from retention.disposal d
              left join access.person_user p on p.user_id = d.proposed_by
              left join retention.carried_out c on c.disposal_id = d.disposal_id
              left join access.person_user u on u.user_id = c.confirmed_by
            """;

    private final AppTransactions app;
    private final Schedule schedule;
    private final Clock clock;

    Disposals(AppTransactions app, Schedule schedule, Clock clock) {
        this.app = app;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** What would go under a line of the schedule today; nothing is changed. */
    public Preview preview(Rights rights, Type type) {
        return app.read(rights, sql -> work(sql, type).preview);
    }

    /** Proposes to dispose of what the preview shows, for a second person to confirm within 14 days. */
    public Outcome propose(Rights rights, Type type, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        return app.write(rights, sql -> {
            Work work = work(sql, type);
            if (work.rows.isEmpty()) {
                return new Wrong("reason", "There is nothing to dispose of under this line of the schedule");
            }
            UUID id = UUID.randomUUID();
            sql.sql("""
                            insert into retention.disposal (disposal_id, agency_id, type, proposed_by, reason, preview)
                            values (?, (select access.viewer_agency()), ?, ?, ?, ?::jsonb)""")
                    .params(
                            id,
                            type.name(),
                            rights.user(),
                            reason.strip(),
                            JsonMapper.shared().writeValueAsString(work.preview.body()))
                    .update();
            sql.sql("""
                            insert into retention.disposal_row (disposal_id, import_no, row_no)
                            select ?, * from unnest(cast(? as int[]), cast(? as bigint[]))""")
                    .params(
                            id,
                            Candidates.array(
                                    work.rows.stream().map(RowKey::importNo).toList()),
                            Candidates.array(
                                    work.rows.stream().map(RowKey::rowNo).toList()))
                    .update();
            return new Done(id);
        });
    }

    /** Proposals of the viewer's agency, the latest first. */
    public List<Disposal> all(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql(LIST + " order by d.proposed_at desc limit 100")
                        .param(rights.user())
                        .query((row, number) -> disposal(row))
                        .list());
    }

    public Optional<Disposal> find(Rights rights, UUID id) {
        return app.read(
                rights,
                sql -> sql.sql(LIST + " where d.disposal_id = ?")
                        .params(rights.user(), id)
                        .query((row, number) -> disposal(row))
                        .optional());
    }

    /** Confirms a proposal of another person, and carries it out: whole, or not at all. */
    public Outcome confirm(Rights rights, UUID proposal, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason");
        }
        try {
            app.run(rights, sql -> {
                sql.sql("select retention.dispose(?, ?)")
                        .params(proposal, reason.strip())
                        .query((row, number) -> true)
                        .list();
                Outbox.put(sql, "RecordsDisposed", "{\"disposal\": \"" + proposal + "\"}");
            });
            return new Done(proposal);
        } catch (DataAccessException e) {
            return new Wrong("reason", refusal(e));
        }
    }

    // The function says in words what it expected; anything else is a failure and not for people.
    private static String refusal(DataAccessException e) {
        String message = String.valueOf(e.getMostSpecificCause().getMessage());
        int words = message.indexOf("expected ");
        if (words < 0) {
            throw e;
        }
        return "This cannot be confirmed: "
                + message.substring(words).lines().findFirst().orElse("");
    }

    private record Work(Preview preview, List<RowKey> rows) {}

    private Work work(JdbcClient sql, Type type) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        Found found = new Candidates(sql, schedule, today).under(type);
        Map<RowKey, String> holds = holds(sql, found);
        List<RowKey> rows = found.rows().keySet().stream()
                .filter(row -> !holds.containsKey(row))
                .toList();
        SortedMap<String, Integer> records = new TreeMap<>();
        rows.forEach(row -> found.rows()
                .getOrDefault(row, Map.of())
                .values()
                .forEach(shape -> records.merge(Standard.shape(shape).title(), 1, Integer::sum)));
        SortedMap<String, Integer> held = new TreeMap<>();
        holds.values().forEach(name -> held.merge(name, 1, Integer::sum));
        String agency = sql.sql("select name from access.agency where agency_id = (select access.viewer_agency())")
                .query(String.class)
                .single();
        return new Work(new Preview(agency, rows.size(), records, held, found.blocked()), rows);
    }

    private static Map<RowKey, String> holds(JdbcClient sql, Found found) {
        Map<RowKey, String> holds = new TreeMap<>();
        sql.sql("""
                select r.import_no, r.row_no, min(h.name)
                  from unnest(cast(? as int[]), cast(? as bigint[])) r(import_no, row_no)
                  cross join lateral retention.holds_on(r.import_no, r.row_no) o(hold_id)
                  join retention.hold h on h.hold_id = o.hold_id group by 1, 2""")
                .params(
                        Candidates.array(found.rows().keySet().stream()
                                .map(RowKey::importNo)
                                .toList()),
                        Candidates.array(found.rows().keySet().stream()
                                .map(RowKey::rowNo)
                                .toList()))
                .query((row, number) -> holds.put(new RowKey(row.getInt(1), row.getLong(2)), row.getString(3)))
                .list();
        return holds;
    }

    private Disposal disposal(ResultSet row) throws SQLException {
        JsonNode preview = JsonMapper.shared().readTree(row.getString("preview"));
        SortedMap<String, Integer> records = new TreeMap<>();
        preview.get("records")
                .properties()
                .forEach(entry -> records.put(entry.getKey(), entry.getValue().asInt()));
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        String type = row.getString("type");
        return new Disposal(
                row.getObject("disposal_id", UUID.class),
                schedule.named(type).map(Type::record).orElse(type.toLowerCase(Locale.ROOT)),
                row.getString("proposer"),
                row.getBoolean("by_viewer"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                preview.get("rows").asInt(),
                records,
                row.getString("confirmer"),
                confirmed == null ? null : confirmed.toInstant(),
                row.getString("confirmed_reason"));
    }
}
