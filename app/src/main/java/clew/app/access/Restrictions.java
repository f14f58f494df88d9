package clew.app.access;

import clew.app.store.AppTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Records that show to nobody without a grant, existence included: a member of staff or their family is the subject. Restricted
 * by the agency that owns them; lifted by its information-governance lead.
 */
public final class Restrictions {

    private final AppTransactions app;
    private final Apart apart;

    Restrictions(AppTransactions app, Apart apart) {
        this.app = app;
        this.apart = apart;
    }

    /**
     * Restricts a record that the viewer sees and whose agency they belong to.
     *
     * @return false when it is not theirs to restrict
     */
    public boolean restrict(Viewer viewer, UUID record, String reason) {
        boolean own = app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select exists (select from records.current r join access.class c using (class_id)
                                        where r.record_id = ? and c.agency_id = ? and c.base <> 'subject')""")
                        .params(record, viewer.agency())
                        .query(Boolean.class)
                        .single());
        if (own) {
            apart.restrict(record, viewer.user(), reason);
        }
        return own;
    }

    /**
     * A record of the viewer's agency that shows to nobody without a grant.
     *
     * @param shape of the standard
     * @param reason why, as it was said or in fixed words
     */
    public record Restricted(UUID record, String shape, Instant since, String reason) {}

    /** What is restricted in the viewer's agency, the latest first and 200 at most; for its information-governance leads, nothing for anybody else. */
    public List<Restricted> here(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("select record_id, shape, since, reason from access.restricted_here()")
                        .query((row, number) -> new Restricted(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4)))
                        .list());
    }

    /**
     * Lifts a restriction.
     *
     * @return false when it is not this viewer's to lift
     */
    public boolean lift(Viewer viewer, UUID record, String reason) {
        boolean decides = app.read(
                viewer.rights(),
                sql -> sql.sql("select access.decides_on(?) and access.base_of(?) = 'subject'")
                        .params(record, record)
                        .query(Boolean.class)
                        .single());
        if (decides) {
            apart.lift(record, viewer.user(), reason);
        }
        return decides;
    }
}
