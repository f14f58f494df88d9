package clew.app.corrections;

import clew.app.corrections.Outcome.Done;
import clew.app.corrections.Outcome.Wrong;
import clew.app.corrections.Rectification.AskedBy;
import clew.app.corrections.Rectification.Kind;
import clew.app.corrections.Rectification.Recipient;
import clew.app.corrections.Rectification.Step;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Types;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rectification cases of the viewer's agency (UK GDPR articles 12, 16, 18 and 19; Data Protection Act 2018 sections 46, 48 and
 * 54). While a case is open no other agency sees the disputed records; who saw them before is taken from the ledger, to be told.
 */
public final class Rectifications {

    private static final String CASES = """
            select r.case_id, u.shown_name, r.opened_at, r.received_on, r.regime, r.asked_by, r.disputed,
                   array(select d.record_id from corrections.disputed d where d.case_id = r.case_id order by 1) as records,
                   exists (select from corrections.step s where s.case_id = r.case_id and s.kind = 'extended') as extended
              from corrections.rectification r left join access.person_user u on u.user_id = r.opened_by
            """;

    private final AppTransactions app;
    private final Clock clock;

    Rectifications(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /** The cases of the viewer's agency, the one that was received first at the top. */
    public List<Rectification> all(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql(CASES + " order by r.received_on, r.case_id limit 200")
                        .query((row, number) -> read(sql, row))
                        .list());
    }

    public Optional<Rectification> find(Rights rights, UUID id) {
        return app.read(rights, sql -> find(sql, id));
    }

    /** The agencies that saw the disputed records and those that were told. */
    public List<Recipient> recipients(Rights rights, UUID id) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select r.agency_id, r.name, r.looks, r.last_look,
                               exists (select from corrections.step s where s.case_id = ? and s.kind = 'told' and s.told = r.agency_id)
                          from corrections.recipients(?) r""")
                        .params(id, id)
                        .query((row, number) -> new Recipient(
                                row.getInt(1),
                                row.getString(2),
                                row.getLong(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getBoolean(5)))
                        .list());
    }

    /**
     * Opens a case and pauses the sharing of the records at once.
     *
     * @param records of the viewer's own agency
     * @param receivedOn the day on which the request came in, not after today
     */
    public Outcome open(
            Rights rights, Collection<UUID> records, @Nullable LocalDate receivedOn, AskedBy askedBy, String disputed) {
        if (receivedOn == null || receivedOn.isAfter(today())) {
            return new Wrong("received-day", "Enter the day on which the request came in, not after today");
        }
        if (disputed.isBlank()) {
            return new Wrong("disputed", "Enter what is said to be wrong");
        }
        return app.write(rights, sql -> {
            if (records.isEmpty() || !areOwn(sql, records)) {
                return new Wrong("record", "A case can be opened for records of your own agency only");
            }
            UUID id = UUID.randomUUID();
            sql.sql("""
                            insert into corrections.rectification (case_id, agency_id, opened_by, received_on, regime, asked_by, disputed)
                            values (?, (select access.viewer_agency()), ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            rights.user(),
                            receivedOn,
                            regime(sql, records),
                            askedBy.name().toLowerCase(Locale.ROOT),
                            disputed.strip())
                    .update();
            records.forEach(record -> call(sql, "select corrections.pause(?, ?)", id, record));
            return new Done(id);
        });
    }

    /** Takes two further months, once and within the first; the person must be told why. */
    public Outcome extend(Rights rights, UUID id, String reason) {
        return step(rights, id, Kind.EXTENDED, reason, null);
    }

    /** Records the outcome and lets the records be shared again. */
    public Outcome decide(Rights rights, UUID id, Kind outcome, String reason) {
        if (!outcome.isOutcome()) {
            throw new IllegalArgumentException("expected an outcome, found " + outcome);
        }
        return step(rights, id, outcome, reason, null);
    }

    /** Ticks a recipient off as told. */
    public Outcome told(Rights rights, UUID id, int agency, String how) {
        return step(rights, id, Kind.TOLD, how, agency);
    }

    /** Notes that the person complains about the outcome or how it was reached. */
    public Outcome complain(Rights rights, UUID id, String what) {
        return step(rights, id, Kind.COMPLAINT, what, null);
    }

    private Outcome step(Rights rights, UUID id, Kind kind, String reason, @Nullable Integer told) {
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason, or how it was done");
        }
        return app.write(rights, sql -> {
            Optional<Rectification> found = find(sql, id);
            if (found.isEmpty() || (kind.isOutcome() && !found.get().isOpen())) {
                return new Wrong("reason", "This case has its outcome already");
            }
            if (kind == Kind.EXTENDED
                    && !(found.get().isOpen() && found.get().clock().mayExtendOn(today()))) {
                return new Wrong("reason", "Two further months can be taken once, and only within the first month");
            }
            sql.sql("insert into corrections.step (case_id, kind, made_by, reason, told) values (?, ?, ?, ?, ?)")
                    .params(id, kind.word(), rights.user(), reason.strip())
                    .param(told)
                    .update();
            if (kind.isOutcome()) {
                call(sql, "select corrections.resume(?)", id);
            }
            return new Done(id);
        });
    }

    private static boolean areOwn(JdbcClient sql, Collection<UUID> records) {
        return records.stream()
                .allMatch(
                        record -> sql.sql("select coalesce(records.owner(?) = (select access.viewer_agency()), false)")
                                .param(record)
                                .query(Boolean.class)
                                .single());
    }

    // A record of unknown regime counts under the stricter clock.
    private static String regime(JdbcClient sql, Collection<UUID> records) {
        return sql.sql("""
                        select case when bool_and(body ->> 'regime' = 'uk_gdpr') then 'uk_gdpr' else 'dpa_part3' end
                          from picture.record where record_id = any(cast(? as uuid[]))""")
                .param(records.toString().replace('[', '{').replace(']', '}'))
                .query(String.class)
                .single();
    }

    private static void call(JdbcClient sql, String function, Object... parameters) {
        sql.sql(function).params(parameters).query((row, number) -> true).list();
    }

    private Optional<Rectification> find(JdbcClient sql, UUID id) {
        return sql.sql(CASES + " where r.case_id = ?")
                .param(id)
                .query((row, number) -> read(sql, row))
                .optional();
    }

    private Rectification read(JdbcClient sql, ResultSet row) throws SQLException {
        UUID id = row.getObject("case_id", UUID.class);
        return new Rectification(
                id,
                row.getString("shown_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                new RectificationClock(
                        row.getObject("received_on", LocalDate.class),
                        row.getString("regime").equals("dpa_part3"),
                        row.getBoolean("extended")),
                AskedBy.valueOf(row.getString("asked_by").toUpperCase(Locale.ROOT)),
                row.getString("disputed"),
                Arrays.asList((UUID[]) row.getArray("records").getArray()),
                steps(sql, id),
                today());
    }

    private static List<Step> steps(JdbcClient sql, UUID id) {
        return sql.sql("""
                        select s.kind, u.shown_name, s.made_at, s.reason, coalesce(a.name, '')
                          from corrections.step s
                          left join access.person_user u on u.user_id = s.made_by
                          left join access.agency a on a.agency_id = s.told
                         where s.case_id = ? order by s.step_no""")
                .param(id)
                .query((row, number) -> new Step(
                        Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
    }
}
