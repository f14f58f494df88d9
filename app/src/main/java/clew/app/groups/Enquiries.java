package clew.app.groups;

import clew.app.groups.Verdict.Kind;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The draft lines of enquiry of one viewer: all that they may see whole, and nothing of any other. Always by date of evidence. */
public final class Enquiries {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String LINE = """
            select l.anchor, l.evidence_key, l.first_day, l.last_day, l.known_day, l.received_at, l.conduct <> '{}' or pattern.names_user(l.names) as conduct, l.agencies, l.body::text as body
              from pattern.line l
             where l.about = 'line' and (:record::uuid is null or l.line_no = (
                    select e.line_no from pattern.evidence e join pattern.line o using (line_no)
                     where e.record_id = :record and o.about = 'line' order by o.anchor <> e.record_id, o.last_day, o.anchor, o.evidence_key limit 1))
             order by l.last_day desc, l.anchor""";
    private static final String OF_SUBJECTS = """
            select distinct l.anchor, l.last_day from pattern.rests_on r join pattern.line l using (line_no)
             where l.about = 'line' and r.record_id = any (?::uuid[]) and r.subject is not null order by l.last_day desc, l.anchor""";
    private static final String TITLES = """
            select l.anchor, l.adults, l.children, l.first_day, l.last_day, l.received_at,
                   (select array_agg(e.record_id order by e.record_id) from pattern.evidence e where e.line_no = l.line_no) as evidence
              from pattern.line l where l.about = 'line' and l.evidence_key <> ?
             order by l.last_day desc, l.anchor""";
    private static final String VERDICTS = """
            select v.*, u.shown_name, v.made_by = access.me() as by_viewer, a.name as agency, c.case_id
              from groups.verdict v
              left join access.person_user u on u.user_id = v.made_by
              join access.agency a on a.agency_id = v.agency_id
              left join groups.case_file c on c.verdict_id = v.verdict_id
             order by v.made_at, v.verdict_id""";

    private final AppTransactions app;
    private final Finding finding;
    private final Terms terms;
    private final KeyedHash hash;
    private final Clock clock;

    Enquiries(AppTransactions app, Finding finding, Terms terms, KeyedHash hash, Clock clock) {
        this.app = app;
        this.finding = finding;
        this.terms = terms;
        this.hash = hash;
        this.clock = clock;
    }

    /** All of them, the newest evidence first. */
    public List<Line> all(Rights rights) {
        finding.ensureFor(rights);
        return app.read(rights, sql -> lines(sql, null));
    }

    /** The one that rests on a record; of several, the one that begins with it. */
    public Optional<Line> of(Rights rights, UUID record) {
        finding.ensureFor(rights);
        return app.read(rights, sql -> find(sql, record));
    }

    /** Everything that was decided on it, oldest first. */
    public List<Verdict> verdicts(Rights rights, Proposal proposal) {
        return app.read(rights, sql -> standings(sql).about(Matter.of(proposal)));
    }

    /** Those in which somebody or something is, by any of their records, the newest evidence first. */
    public List<Line> with(Rights rights, Collection<UUID> records) {
        finding.ensureFor(rights);
        return app.read(
                rights,
                sql -> sql
                        .sql(OF_SUBJECTS)
                        .param(records.toArray(UUID[]::new))
                        .query((row, number) -> row.getObject(1, UUID.class))
                        .list()
                        .stream()
                        .flatMap(anchor -> find(sql, anchor).stream())
                        .toList());
    }

    /** Titles of the lines beside one on which somebody can still decide, the newest evidence first. */
    public List<LineTitle> openBeside(Rights rights, Line line) {
        return app.read(rights, sql -> {
            Standings standings = standings(sql);
            return sql
                    .sql(TITLES)
                    .param(line.evidenceKey())
                    .query((row, number) -> isOpen(row, standings) ? title(row) : null)
                    .list()
                    .stream()
                    .filter(Objects::nonNull)
                    .toList();
        });
    }

    private static boolean isOpen(ResultSet row, Standings standings) throws SQLException {
        List<UUID> evidence = List.of((UUID[]) row.getArray("evidence").getArray());
        var received = row.getObject("received_at", OffsetDateTime.class).toInstant();
        return standings.of(Matter.ofLine(evidence), received).state().isOpen();
    }

    private static LineTitle title(ResultSet row) throws SQLException {
        return new LineTitle(
                row.getObject("anchor", UUID.class),
                row.getInt("adults"),
                row.getInt("children"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    /** Own records of an information-governance lead's agency that complete a line which nobody may see whole, by line. */
    public List<List<UUID>> completing(Rights rights) {
        return app.read(
                rights,
                sql -> List.copyOf(sql
                        .sql("select line, record from pattern.completing()")
                        .query((row, number) -> new Completing(row.getInt(1), row.getObject(2, UUID.class)))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Completing::line,
                                java.util.TreeMap::new,
                                Collectors.mapping(Completing::record, Collectors.toList())))
                        .values()));
    }

    private record Completing(int line, UUID record) {}

    /** Within a transaction of the viewer's. */
    Optional<Line> find(JdbcClient sql, UUID record) {
        return lines(sql, record).stream().findFirst();
    }

    Standings standings(JdbcClient sql) {
        return new Standings(
                sql.sql(VERDICTS).query((row, number) -> verdict(row)).list(), terms, hash, today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Standings.LONDON);
    }

    private List<Line> lines(JdbcClient sql, @Nullable UUID record) {
        Standings standings = standings(sql);
        return sql.sql(LINE)
                .param("record", record, java.sql.Types.OTHER)
                .query((row, number) -> line(row, standings))
                .list();
    }

    private static Line line(ResultSet row, Standings standings) throws SQLException {
        Found found = JSON.readValue(row.getString("body"), Found.class);
        var received = row.getObject("received_at", OffsetDateTime.class).toInstant();
        return new Line(
                row.getObject("anchor", UUID.class),
                row.getObject("evidence_key", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("known_day", LocalDate.class),
                received,
                row.getBoolean("conduct"),
                List.of((String[]) row.getArray("agencies").getArray()),
                found,
                standings.of(Matter.ofLine(found.evidence()), received));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                row.getObject("verdict_id", UUID.class),
                row.getString("about"),
                hexadecimal(row, "subjects"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("shown_name"),
                row.getBoolean("by_viewer"),
                row.getString("agency"),
                row.getString("reason"),
                Set.of((UUID[]) row.getArray("evidence").getArray()),
                hexadecimal(row, "hashes"),
                row.getObject("until_day", LocalDate.class),
                row.getObject("answers", UUID.class),
                row.getObject("case_id", UUID.class));
    }

    private static Set<String> hexadecimal(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(bytes -> HexFormat.of().formatHex((byte[]) bytes))
                .collect(Collectors.toSet());
    }
}
