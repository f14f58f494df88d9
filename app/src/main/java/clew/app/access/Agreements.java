package clew.app.access;

import clew.app.store.AppTransactions;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Agreements to share, per pair of agencies: whose records, who may see them whole, for which purposes, on what basis, until when. An agency's content shows by such an
 * agreement and not otherwise. A new one is proposed by one information-governance lead and confirmed by another ({@link Proposals}); one ends it, at once.
 */
public final class Agreements {

    private static final String ALL = """
            select g.agreement_no, o.name, t.name, g.purposes, g.reference, g.basis, g.signed_by, g.holds_from, g.holds_until, g.from_agency = v.agency_id
              from access.agency v
              join access.agency o on o.partnership_id = v.partnership_id
              join access.agreement g on g.from_agency = o.agency_id
              left join access.agency t on t.agency_id = g.to_agency
             where v.agency_id = ? and (g.from_agency = v.agency_id or g.to_agency = v.agency_id or g.to_agency is null)
               and (now() at time zone 'Europe/London')::date <= g.holds_until
               and not exists (select from access.agreement_ended e where e.agreement_no = g.agreement_no)
             order by g.from_agency <> v.agency_id, o.name, g.holds_until, g.agreement_no""";

    private final AppTransactions app;

    Agreements(AppTransactions app) {
        this.app = app;
    }

    /**
     * An agreement that holds, or will.
     *
     * @param from whose records
     * @param to who may see them; null: every agency of the partnership
     * @param purposes names; empty: every purpose
     * @param reference of the document
     * @param basis in law
     * @param own whether it is about the records of the viewer's agency
     */
    public record Agreement(
            int number,
            String from,
            @Nullable String to,
            List<String> purposes,
            String reference,
            String basis,
            String signedBy,
            LocalDate holdsFrom,
            LocalDate holdsUntil,
            boolean own) {}

    /** What the viewer's agency shares with whom first, then what others share with it. */
    public List<Agreement> of(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql(ALL)
                        .param(viewer.agency())
                        .query((row, number) -> agreement(row))
                        .list());
    }

    /** Ends an agreement about the records of the viewer's agency; false when there is none of that number. */
    public boolean end(Viewer viewer, int number, String reason) {
        return app.write(
                viewer.rights(),
                sql -> sql.sql("select access.end_agreement(?, ?)")
                        .params(number, reason)
                        .query(Boolean.class)
                        .single());
    }

    private static Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                purposes(row.getArray(4)),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getBoolean(10));
    }

    private static List<String> purposes(@Nullable Array names) throws SQLException {
        return names == null ? List.of() : List.of((String[]) names.getArray());
    }
}
