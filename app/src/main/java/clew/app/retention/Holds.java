package clew.app.retention;

import clew.app.retention.Outcome.Done;
import clew.app.retention.Outcome.Wrong;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Standard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Legal holds of the viewer's agency. One person places a hold; two lift it. */
public final class Holds {

    private final AppTransactions app;

    Holds(AppTransactions app) {
        this.app = app;
    }

    /** All, those in force first, then by date. */
    public List<Hold> all(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select h.*, p.shown_name as placer, a.reason as lift_reason, u.shown_name as asker,
                               a.made_by = ? as asked_by_viewer, l.made_at as lifted_at
                          from retention.hold h
                          left join access.person_user p on p.user_id = h.placed_by
                          left join retention.hold_step a on a.hold_id = h.hold_id and a.kind = 'lift_asked'
                          left join access.person_user u on u.user_id = a.made_by
                          left join retention.hold_step l on l.hold_id = h.hold_id and l.kind = 'lifted'
                         order by l.made_at is not null, h.placed_at, h.hold_id""")
                        .param(rights.user())
                        .query((row, number) -> hold(row))
                        .list());
    }

    /**
     * Places a hold at once.
     *
     * @param shape a type of record; blank for every type
     */
    public Outcome place(Rights rights, String name, String shape, String reason) {
        if (name.isBlank()) {
            return new Wrong("name", "Enter what the hold is for, such as the inquiry's name");
        }
        if (!shape.isBlank() && Standard.find(shape).isEmpty()) {
            return new Wrong("shape", "Choose which records");
        }
        if (reason.isBlank()) {
            return new Wrong("reason", "Enter a reason, with the date of the notice");
        }
        UUID id = UUID.randomUUID();
        app.run(
                rights,
                sql -> sql.sql("""
                        insert into retention.hold (hold_id, agency_id, shape, name, placed_by, reason)
                        values (?, (select access.viewer_agency()), nullif(?, ''), ?, ?, ?)""")
                        .params(id, shape, name.strip(), rights.user(), reason.strip())
                        .update());
        return new Done(id);
    }

    /** Asks for a hold to be lifted, or, when another person asked before, lifts it. */
    public Outcome lift(Rights rights, UUID hold, String reason) {
        if (reason.isBlank()) {
            return new Wrong("reason-" + hold, "Enter a reason");
        }
        Hold found = all(rights).stream()
                .filter(one -> one.id().equals(hold) && one.liftedAt() == null)
                .findFirst()
                .orElse(null);
        if (found == null || found.askedByViewer()) {
            return new Wrong("reason-" + hold, "A second person must confirm that this hold is lifted");
        }
        app.run(
                rights,
                sql -> sql.sql("insert into retention.hold_step (hold_id, kind, made_by, reason) values (?, ?, ?, ?)")
                        .params(
                                hold,
                                found.liftAskedBy() == null ? "lift_asked" : "lifted",
                                rights.user(),
                                reason.strip())
                        .update());
        return new Done(hold);
    }

    private static Hold hold(ResultSet row) throws SQLException {
        @Nullable String shape = row.getString("shape");
        return new Hold(
                row.getObject("hold_id", UUID.class),
                row.getString("name"),
                shape == null ? "" : Standard.shape(shape).title(),
                row.getObject("record_id", UUID.class),
                row.getString("placer"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("asker"),
                row.getString("lift_reason"),
                row.getBoolean("asked_by_viewer"),
                lifted(row));
    }

    private static @Nullable Instant lifted(ResultSet row) throws SQLException {
        OffsetDateTime lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return lifted == null ? null : lifted.toInstant();
    }
}
