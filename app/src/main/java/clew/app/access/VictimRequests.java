package clew.app.access;

import clew.app.store.AppTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Requests of a competent authority for information about a victim: to which reasonable line of enquiry it is relevant, why it is necessary and nothing that intrudes less
 * would do, and that the victim was told (Victims and Prisoners Act 2024 section 28). The database refuses a request without any of these.
 */
public final class VictimRequests {

    private static final String ALL = """
            select r.request_id, r.record_id, u.shown_name, f.name, t.name, r.asked_at, r.what, r.relevance, r.necessity, r.noticed_on, r.notice,
                   a.given, w.shown_name, a.reason, r.to_agency = access.viewer_agency() and access.viewer_answers()
              from access.victim_request r
              join access.person_user u on u.user_id = r.asked_by
              join access.agency f on f.agency_id = r.from_agency
              join access.agency t on t.agency_id = r.to_agency
              left join access.victim_answer a using (request_id)
              left join access.person_user w on w.user_id = a.answered_by
             order by a.request_id is not null, r.asked_at desc, r.request_id limit 200""";

    private final AppTransactions app;

    VictimRequests(AppTransactions app) {
        this.app = app;
    }

    /**
     * What is asked.
     *
     * @param record of the victim
     * @param to the agency that is asked
     * @param what information, and of which time
     * @param relevance to which reasonable line of enquiry
     * @param necessity why, and why by nothing that intrudes less
     * @param noticedOn when the victim was told; null when they were not
     * @param notice how they were told and what they said, or why they were not
     */
    public record Asked(
            UUID record,
            int to,
            String what,
            String relevance,
            String necessity,
            @Nullable LocalDate noticedOn,
            String notice) {}

    /**
     * A request as it is listed.
     *
     * @param given whether the information was given; null: not answered yet
     * @param answerable whether the viewer may answer it for their agency
     */
    public record Listed(
            UUID id,
            UUID record,
            String by,
            String from,
            String to,
            Instant at,
            String what,
            String relevance,
            String necessity,
            @Nullable LocalDate noticedOn,
            String notice,
            @Nullable Boolean given,
            @Nullable String answeredBy,
            @Nullable String answer,
            boolean answerable) {}

    /**
     * Asks.
     *
     * @return false when the database refuses it: something is missing, or the viewer's agency is no competent authority
     */
    public boolean ask(Viewer viewer, Asked asked) {
        try {
            app.run(
                    viewer.rights(),
                    sql -> sql.sql("""
                            insert into access.victim_request
                                   (request_id, record_id, asked_by, from_agency, to_agency, what, relevance, necessity, noticed_on, notice)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                            .param(UUID.randomUUID())
                            .param(asked.record())
                            .param(viewer.user())
                            .param(viewer.agency())
                            .param(asked.to())
                            .param(asked.what())
                            .param(asked.relevance())
                            .param(asked.necessity())
                            .param(asked.noticedOn())
                            .param(asked.notice())
                            .update());
            return true;
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** One's own, and for supervisors and information-governance leads those that their agency made or got; unanswered first. */
    public List<Listed> visible(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql(ALL).query((row, number) -> listed(row)).list());
    }

    /** Answers for the agency that is asked; false when it is not the viewer's to answer, or was answered. */
    public boolean answer(Viewer viewer, UUID request, boolean given, String reason) {
        boolean waits = visible(viewer).stream()
                .anyMatch(one -> one.id().equals(request) && one.answerable() && one.given() == null);
        if (waits) {
            app.run(
                    viewer.rights(),
                    sql -> sql.sql(
                                    "insert into access.victim_answer (request_id, given, answered_by, reason) values (?, ?, ?, ?)")
                            .params(request, given, viewer.user(), reason)
                            .update());
        }
        return waits;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, LocalDate.class),
                row.getString(11),
                row.getObject(12, Boolean.class),
                row.getString(13),
                row.getString(14),
                row.getBoolean(15));
    }
}
