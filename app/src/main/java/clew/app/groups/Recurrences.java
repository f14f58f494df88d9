package clew.app.groups;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The patterns beside the lines of one viewer, and what is too busy to tie anybody: all that they may see whole, and nothing of any other. By date of evidence. */
public final class Recurrences {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATTERNS = """
            select l.anchor, l.evidence_key, l.first_day, l.last_day, l.known_day, l.received_at, l.conduct <> '{}' or pattern.names_user(l.names) as conduct, l.agencies, l.body::text as body
              from pattern.line l
             where l.about not in ('line', 'over-connected') and (:kind::text is null or l.about = :kind)
               and (:record::uuid is null or exists (select from pattern.rests_on r
                     where r.line_no = l.line_no and r.record_id = :record and l.anchor in (r.subject, r.record_id)))
               and (:members::uuid[] is null or exists (select from pattern.rests_on r
                     where r.line_no = l.line_no and r.record_id = any (:members::uuid[]) and r.subject is not null))
             order by l.last_day desc, l.about, l.anchor""";
    private static final String BUSY =
            "select body::text from pattern.line where about = 'over-connected' order by last_day desc, anchor";

    private final AppTransactions app;
    private final Finding finding;
    private final Enquiries enquiries;

    Recurrences(AppTransactions app, Finding finding, Enquiries enquiries) {
        this.app = app;
        this.finding = finding;
        this.enquiries = enquiries;
    }

    /** All of them, the newest evidence first. */
    public List<OwnPattern> all(Rights rights) {
        finding.ensureFor(rights);
        return app.read(rights, sql -> patterns(sql, null, null, List.of()));
    }

    /** The one of a kind that is about whom or what a record is of, or has it as its address. */
    public Optional<OwnPattern> of(Rights rights, String kind, UUID record) {
        finding.ensureFor(rights);
        return app.read(rights, sql -> find(sql, kind, record));
    }

    /** Those in which somebody or something is, by any of their records, the newest evidence first. */
    public List<OwnPattern> of(Rights rights, List<UUID> records) {
        finding.ensureFor(rights);
        return app.read(rights, sql -> patterns(sql, null, null, records));
    }

    /** Vehicles, phones and accounts that tie nobody because everybody uses them, the newest evidence first. */
    public List<Busy> busy(Rights rights) {
        finding.ensureFor(rights);
        return app.read(
                rights,
                sql -> sql.sql(BUSY)
                        .query((row, number) -> JSON.readValue(row.getString(1), Busy.class))
                        .list());
    }

    /** Within a transaction of the viewer's. */
    Optional<OwnPattern> find(JdbcClient sql, String kind, UUID record) {
        return patterns(sql, kind, record, List.of()).stream().findFirst();
    }

    private List<OwnPattern> patterns(
            JdbcClient sql, @Nullable String kind, @Nullable UUID record, List<UUID> members) {
        Standings standings = enquiries.standings(sql);
        return sql.sql(PATTERNS)
                .param("kind", kind, Types.VARCHAR)
                .param("record", record, Types.OTHER)
                .param("members", members.isEmpty() ? null : members.toArray(UUID[]::new), Types.ARRAY)
                .query((row, number) -> pattern(row, standings))
                .list();
    }

    private static OwnPattern pattern(ResultSet row, Standings standings) throws SQLException {
        var received = row.getObject("received_at", OffsetDateTime.class).toInstant();
        Recurring recurring = JSON.readValue(row.getString("body"), Recurring.class);
        return new OwnPattern(
                row.getObject("anchor", UUID.class),
                row.getObject("evidence_key", UUID.class),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("known_day", LocalDate.class),
                received,
                row.getBoolean("conduct"),
                List.of((String[]) row.getArray("agencies").getArray()),
                recurring,
                standings.of(recurring.matter(), received));
    }
}
