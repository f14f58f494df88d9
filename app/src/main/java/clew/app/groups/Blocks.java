package clew.app.groups;

import clew.app.groups.Block.Kind;
import clew.app.groups.Block.Step;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The block list of one viewer: the entries whose records they may see, all of them, and what these touch. */
public final class Blocks {
    private static final String ENTRIES = """
            select b.block_id, b.records from groups.block b
             where (:id::uuid is null or b.block_id = :id) and (:records::uuid[] is null or b.records && :records)
             order by b.made_at desc, b.block_id""";
    private static final String STEPS = """
            select s.*, u.shown_name, s.made_by = access.me() as by_viewer, a.name as agency
              from groups.block_step s left join access.person_user u on u.user_id = s.made_by join access.agency a on a.agency_id = s.agency_id
             where s.block_id = any (?::uuid[]) order by s.made_at, s.step_id""";
    private static final String TOUCHED = """
            with of_block as (select b.block_id, unnest(b.records) as record_id from groups.block b where b.block_id = any (:blocks::uuid[])),
                 there as (select distinct o.block_id, coalesce(g.to_record, f.from_record) as event
                             from of_block o join picture.reference f on f.to_record = o.record_id
                             left join picture.reference g on g.from_record = f.from_record and g.field = 'event')
            select t.block_id, count(*)::int from there t
             where t.event = any (:evidence::uuid[])
                or exists (select from picture.reference h join picture.reference p on p.from_record = h.from_record and p.field <> 'event'
                            where h.to_record = t.event and h.field = 'event' and p.to_record = any (:members::uuid[]))
             group by 1""";
    private static final String OWN_CASES = """
            select c.case_id, v.evidence from groups.case_file c join groups.verdict v using (verdict_id)
             where not exists (select from groups.case_entry e where e.case_id = c.case_id and e.kind = 'closed')
               and (c.opened_by = access.me()
                    or exists (select from groups.case_entry e where e.case_id = c.case_id and e.kind = 'lead' and e.body ->> 'user' = access.me()::text))
             order by c.opened_at desc, c.case_id""";

    private final AppTransactions app;
    private final Terms terms;
    private final Clock clock;

    Blocks(AppTransactions app, Terms terms, Clock clock) {
        this.app = app;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * What an entry takes from a line, a pattern or a case.
     *
     * @param occasions on how many the thing is recorded with people of it, or at its evidence
     */
    public record Touch(Block block, int occasions) {}

    /** An entry that touches a case of which the viewer is the owner or a lead. */
    public record OfCase(Block block, UUID caseId) {}

    /**
     * What somebody is to be told.
     *
     * @param ofCases running entries that touch the evidence of a running case which they opened or lead
     * @param due those that they asked for or confirmed and whose review date is near, the newest first
     */
    public record Own(List<OfCase> ofCases, List<Block> due) {}

    /** All of them, whatever became of them, the newest first. */
    public List<Block> all(Rights rights) {
        return app.read(rights, sql -> read(sql, null, List.of()));
    }

    public Optional<Block> of(Rights rights, UUID id) {
        return app.read(rights, sql -> read(sql, id, List.of()).stream().findFirst());
    }

    /** Those of the thing that some records are of, the newest first. */
    public List<Block> of(Rights rights, Collection<UUID> records) {
        return records.isEmpty() ? List.of() : app.read(rights, sql -> read(sql, null, records));
    }

    /**
     * Running entries that touch something, the newest first.
     *
     * @param members records of the people and things in it
     * @param evidence records of its episodes, or of the thing itself
     */
    public List<Touch> touching(Rights rights, Collection<UUID> members, Collection<UUID> evidence) {
        return app.read(rights, sql -> touching(sql, running(read(sql, null, List.of())), members, evidence));
    }

    private static List<Block> running(List<Block> all) {
        return all.stream().filter(block -> block.state().isRunning()).toList();
    }

    private static List<Touch> touching(
            JdbcClient sql, List<Block> running, Collection<UUID> members, Collection<UUID> evidence) {
        if (running.isEmpty()) {
            return List.of();
        }
        Map<UUID, Integer> occasions = new HashMap<>();
        sql.sql(TOUCHED)
                .param("blocks", running.stream().map(Block::id).toArray(UUID[]::new))
                .param("members", members.toArray(UUID[]::new))
                .param("evidence", evidence.toArray(UUID[]::new))
                .query(row -> {
                    occasions.put(row.getObject(1, UUID.class), row.getInt(2));
                });
        return running.stream()
                .filter(block -> occasions.containsKey(block.id())
                        || block.records().stream()
                                .anyMatch(record -> members.contains(record) || evidence.contains(record)))
                .map(block -> new Touch(block, occasions.getOrDefault(block.id(), 0)))
                .toList();
    }

    /** What the viewer is to be told now. */
    public Own own(Rights rights) {
        return app.read(rights, sql -> {
            List<Block> all = read(sql, null, List.of());
            return new Own(
                    ofOwnCases(sql, running(all)),
                    all.stream()
                            .filter(block -> block.isDue() && block.isViewers())
                            .toList());
        });
    }

    private static List<OfCase> ofOwnCases(JdbcClient sql, List<Block> running) {
        List<OfCase> found = new ArrayList<>();
        if (!running.isEmpty()) {
            sql.sql(OWN_CASES).query(row -> {
                UUID id = row.getObject(1, UUID.class);
                List<UUID> evidence = List.of((UUID[]) row.getArray(2).getArray());
                touching(sql, running, List.of(), evidence).forEach(touch -> found.add(new OfCase(touch.block(), id)));
            });
        }
        return found;
    }

    private List<Block> read(JdbcClient sql, @Nullable UUID id, Collection<UUID> records) {
        Map<UUID, List<UUID>> entries = new LinkedHashMap<>();
        sql.sql(ENTRIES)
                .param("id", id, Types.OTHER)
                .param("records", records.isEmpty() ? null : records.toArray(UUID[]::new), Types.ARRAY)
                .query(row -> {
                    entries.put(row.getObject(1, UUID.class), List.of((UUID[])
                            row.getArray(2).getArray()));
                });
        Map<UUID, List<Step>> steps = new HashMap<>();
        if (!entries.isEmpty()) {
            sql.sql(STEPS).param(entries.keySet().toArray(UUID[]::new)).query(row -> {
                steps.computeIfAbsent(row.getObject("block_id", UUID.class), one -> new ArrayList<>())
                        .add(step(row));
            });
        }
        LocalDate today = today();
        return entries.entrySet().stream()
                .map(entry -> Block.of(
                        entry.getKey(), entry.getValue(), steps.getOrDefault(entry.getKey(), List.of()), today, terms))
                .toList();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                row.getObject("step_id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("shown_name"),
                row.getBoolean("by_viewer"),
                row.getString("agency"),
                row.getString("reason"),
                row.getObject("until_day", LocalDate.class),
                row.getObject("answers", UUID.class));
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), Standings.LONDON);
    }
}
