package clew.app.oversight;

import clew.app.oversight.Finding.Outcome;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The work list of looks to review, by date: of the viewer's own agency, for supervisors and information-governance leads, never
 * their own looks. The database holds them to it.
 */
public final class Findings {

    private static final String LIST = """
            select f.finding_id, r.words, u.shown_name, f.subject, f.first_look, f.last_look, f.looks, f.fact, f.sensitive,
                   v.reviewed_at, v.outcome, v.reason, b.shown_name as reviewer
              from oversight.finding f
              join oversight.rule r on r.rule = f.rule and r.starts_on = f.starts_on
              join access.person_user u on u.user_id = f.user_id
              left join oversight.review v on v.finding_id = f.finding_id
              left join access.person_user b on b.user_id = v.reviewed_by
            """;

    private final AppTransactions app;

    Findings(AppTransactions app) {
        this.app = app;
    }

    /** What nobody has reviewed yet, oldest look first. */
    public List<Finding> open(Rights rights) {
        return list(rights, "where v.finding_id is null order by f.last_look, f.finding_id limit 200");
    }

    /** What was reviewed, latest first. */
    public List<Finding> reviewed(Rights rights) {
        return list(rights, "where v.finding_id is not null order by v.reviewed_at desc, f.finding_id limit 200");
    }

    public Optional<Finding> find(Rights rights, UUID id) {
        return app.read(
                rights,
                sql -> sql.sql(LIST + "where f.finding_id = ?")
                        .param(id)
                        .query((row, number) -> finding(row))
                        .optional());
    }

    /**
     * Reviews a finding, once.
     *
     * @throws IllegalArgumentException when the reason is empty
     */
    public void review(Rights rights, UUID finding, Outcome outcome, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("expected a reason, found none");
        }
        app.run(
                rights,
                sql -> sql.sql("""
                        insert into oversight.review (finding_id, reviewed_by, outcome, reason) values (?, ?, ?, ?)""")
                        .params(finding, rights.user(), outcome.word(), reason.strip())
                        .update());
    }

    private List<Finding> list(Rights rights, String which) {
        return app.read(
                rights,
                sql -> sql.sql(LIST + which)
                        .query((row, number) -> finding(row))
                        .list());
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getObject("finding_id", UUID.class),
                row.getString("words"),
                row.getString("shown_name"),
                row.getObject("subject", UUID.class),
                row.getObject("first_look", OffsetDateTime.class).toInstant(),
                row.getObject("last_look", OffsetDateTime.class).toInstant(),
                row.getInt("looks"),
                row.getString("fact"),
                row.getBoolean("sensitive"),
                review(row));
    }

    private static Finding.@Nullable Review review(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Finding.Review(
                        row.getString("reviewer"),
                        row.getObject("reviewed_at", OffsetDateTime.class).toInstant(),
                        Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                        row.getString("reason"));
    }
}
