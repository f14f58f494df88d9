package clew.app.groups;

import clew.app.groups.CaseFile.Entry;
import clew.app.groups.CaseFile.Kind;
import clew.app.groups.Outcome.Done;
import clew.app.groups.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.CodeLists;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cases of accepted lines and patterns, and of vehicles, phones and places. A case shows to who may see all it rests on, and to those who lead it. Everything done in it is kept. */
public final class Cases {
    private static final String CASES = """
            select c.case_id, c.opened_at, u.shown_name, c.about, v.reason, v.evidence
              from groups.case_file c join groups.verdict v using (verdict_id)
              left join access.person_user u on u.user_id = c.opened_by
             where (:id::uuid is null or c.case_id = :id) order by c.opened_at desc, c.case_id""";
    private static final String LED = """
            select c.case_id, c.opened_at, u.shown_name, c.about, '' as reason, '{}'::uuid[] as evidence
              from groups.case_file c left join access.person_user u on u.user_id = c.opened_by
             where (:id::uuid is null or c.case_id = :id) and not exists (select from groups.verdict v where v.verdict_id = c.verdict_id)
             order by c.opened_at desc, c.case_id""";
    private static final String ENTRIES = """
            select e.entry_id, e.case_id, e.kind, e.made_at, u.shown_name, e.words, e.body::text as body, l.shown_name as lead_name, a.name as lead_agency
              from groups.case_entry e
              left join access.person_user u on u.user_id = e.made_by
              left join access.person_user l on l.user_id::text = e.body ->> 'user'
              left join access.agency a on a.agency_id = l.agency_id
             order by e.made_at, e.entry_id""";

    private static final String INVOLVED = """
            select distinct r.to_record
              from picture.reference r
             where r.field = 'person' and (r.from_record = any(:evidence::uuid[])
                or r.from_record in (select o.from_record from picture.reference o where o.to_record = any(:evidence::uuid[])))
             order by 1""";

    private final AppTransactions app;
    private final Terms terms;
    private final Clock clock;

    Cases(AppTransactions app, Terms terms, Clock clock) {
        this.app = app;
        this.terms = terms;
        this.clock = clock;
    }

    /** Somebody who can lead a case for a side. */
    public record Person(UUID user, String name, String agency, String agencyKind) {}

    /**
     * What somebody wants to enter.
     *
     * @param words as typed
     * @param what a side, a strand, a tool's code, or the id of a tool's entry
     * @param on the user who leads, or what a tool is used on, in words
     * @param day a meeting was held, or something is due
     */
    public record Wish(
            Kind kind,
            String words,
            String what,
            String on,
            @Nullable LocalDate day) {}

    /** The newest first. */
    public List<CaseFile> all(Rights rights) {
        return app.read(rights, sql -> read(sql, null));
    }

    public Optional<CaseFile> of(Rights rights, UUID id) {
        return app.read(rights, sql -> read(sql, id).stream().findFirst());
    }

    /** Records of the people who stand in what a case rests on, as far as they show: named by it, or by what names it. Who of them is one person is for the viewer's own picture to say. */
    public List<UUID> involved(Rights rights, CaseFile file) {
        return app.read(
                rights,
                sql -> sql.sql(INVOLVED)
                        .param("evidence", file.evidence().toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** Who can lead: people of the viewer's partnership who may work on cases, by agency and name. */
    public List<Person> people(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select u.user_id, u.shown_name, a.name, a.kind from access.person_user u join access.agency a using (agency_id)
                         where u.ended_at is null and u.roles && array['hub_decision_maker', 'analyst', 'supervisor']
                           and a.partnership_id = (select partnership_id from access.agency where agency_id = access.viewer_agency())
                         order by a.name, u.shown_name""")
                        .query((row, number) -> new Person(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                        .list());
    }

    /** Enters something. */
    public Outcome enter(Rights rights, UUID id, Wish wish) {
        return app.write(
                rights,
                sql -> read(sql, id).stream()
                        .findFirst()
                        .map(file -> enter(sql, rights, file, wish))
                        .orElseGet(() -> new Wrong("words", "There is no such case that you may see")));
    }

    private Outcome enter(JdbcClient sql, Rights rights, CaseFile file, Wish wish) {
        if (file.isClosed()) {
            return new Wrong("words", "The case is closed");
        }
        if (wish.words().isBlank()) {
            return new Wrong("words", "Enter a few words: what and why");
        }
        if (!fits(file, wish)) {
            return new Wrong("what", "Choose one of those offered");
        }
        if ((wish.kind() == Kind.LEAD || wish.kind() == Kind.TOOL) && wish.on().isBlank()) {
            return new Wrong("on", wish.kind() == Kind.LEAD ? "Choose who leads" : "Enter on whom or what it is used");
        }
        if (wish.kind() == Kind.MEETING && (wish.day() == null || wish.day().isAfter(today()))) {
            return new Wrong("day-day", "Enter the day on which the meeting was held");
        }
        UUID entry = UUID.randomUUID();
        sql.sql(
                        "insert into groups.case_entry (entry_id, case_id, kind, made_by, words, body) values (?, ?, ?, ?, ?, ?::jsonb)")
                .params(
                        entry,
                        file.id(),
                        wish.kind().word(),
                        rights.user(),
                        wish.words().strip(),
                        body(wish))
                .update();
        return new Done(entry);
    }

    private static boolean fits(CaseFile file, Wish wish) {
        return switch (wish.kind()) {
            case LEAD -> isOne(CaseFile.Side.values(), wish.what());
            case PLAN -> isOne(CaseFile.Strand.values(), wish.what());
            case TOOL -> CodeLists.named("disruption_tool").find(wish.what()).isPresent();
            case OUTCOME ->
                file.of(Kind.TOOL).anyMatch(tool -> tool.id().toString().equals(wish.what()));
            default -> true;
        };
    }

    private static boolean isOne(Enum<?>[] values, String name) {
        return java.util.Arrays.stream(values).anyMatch(value -> value.name().equalsIgnoreCase(name));
    }

    private static String body(Wish wish) {
        Map<String, String> body = new HashMap<>();
        body.put("what", wish.what());
        body.put(wish.kind() == Kind.LEAD ? "user" : "on", wish.on());
        LocalDate day = wish.day();
        if (day != null) {
            body.put("day", day.toString());
        }
        return JsonMapper.shared().writeValueAsString(body);
    }

    private List<CaseFile> read(JdbcClient sql, @Nullable UUID id) {
        Map<UUID, List<Entry>> entries = new HashMap<>();
        sql.sql(ENTRIES).query(row -> {
            entries.computeIfAbsent(row.getObject("case_id", UUID.class), key -> new java.util.ArrayList<>())
                    .add(entry(row));
        });
        List<CaseFile> files = new java.util.ArrayList<>();
        for (String query : List.of(CASES, LED)) {
            files.addAll(sql.sql(query)
                    .param("id", id, java.sql.Types.OTHER)
                    .query((row, number) ->
                            file(row, entries.getOrDefault(row.getObject("case_id", UUID.class), List.of())))
                    .list());
        }
        return files;
    }

    private CaseFile file(ResultSet row, List<Entry> entries) throws SQLException {
        Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
        LocalDate begun = LocalDate.ofInstant(opened, Standings.LONDON);
        LocalDate reviewed = entries.stream()
                .filter(entry -> entry.kind() == Kind.REVIEW)
                .map(entry -> LocalDate.ofInstant(entry.at(), Standings.LONDON))
                .reduce(begun, (one, other) -> other);
        return new CaseFile(
                row.getObject("case_id", UUID.class),
                opened,
                row.getString("shown_name"),
                row.getString("about"),
                row.getString("reason"),
                List.of((UUID[]) row.getArray("evidence").getArray()),
                entries,
                terms.end("strategy_meeting", begun),
                terms.end("case_review", reviewed));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        JsonNode body = JsonMapper.shared().readTree(row.getString("body"));
        String lead = row.getString("lead_name");
        String day = body.path("day").asString("");
        return new Entry(
                row.getObject("entry_id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("shown_name"),
                row.getString("words"),
                body.path("what").asString(""),
                lead == null ? body.path("on").asString("") : lead + ", " + row.getString("lead_agency"),
                day.isEmpty() ? null : LocalDate.parse(day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Standings.LONDON);
    }
}
