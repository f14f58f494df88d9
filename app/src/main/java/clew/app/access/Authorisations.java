package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency has decided about all of its records: how each type shows to others, to whom Part 3 data are released, which purposes are sensitive, which
 * identities are sealed. What shows less is decided here by one information-governance lead; what shows more goes by {@link Proposals}.
 */
public final class Authorisations {

    private final AppTransactions app;

    Authorisations(AppTransactions app) {
        this.app = app;
    }

    /** What others see of a type of record since a day; by whom. */
    public record Handling(String shape, String handling, LocalDate since, String by, String reason) {}

    /**
     * Part 3 data released by a named authority (DPA 2018 Part 3).
     *
     * @param to the agency; null for every agency of the partnership
     */
    public record Release(
            int number,
            @Nullable String to,
            List<String> what,
            String person,
            String post,
            String basis,
            LocalDate until) {}

    /** A purpose whose looks show to leads only, until when. */
    public record Sensitive(String purpose, Instant until, String reason) {}

    /** A seal in force. */
    public record Sealed(
            UUID seal, String ground, Instant at, @Nullable String by, String reason, int records) {}

    /** An agency to which can be released. */
    public record Recipient(int id, String name) {}

    /** The choices that hold today, by type; a type without one shows its content. */
    public List<Handling> handling(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select distinct on (h.shape) h.shape, h.handling, h.holds_from, h.decided_by, h.reason from access.handling_policy h
                         where h.agency_id = ? and h.holds_from <= (now() at time zone 'Europe/London')::date
                         order by h.shape, h.holds_from desc, h.policy_no desc""")
                        .param(viewer.agency())
                        .query((row, number) -> new Handling(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDate.class),
                                row.getString(4),
                                row.getString(5)))
                        .list());
    }

    /** What others see of a type of record today: {@code content}, {@code pointer} or {@code hidden}. */
    public String handlingOf(Viewer viewer, String shape) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("select access.handling_now(?, ?)")
                        .params(viewer.agency(), shape)
                        .query(String.class)
                        .single());
    }

    /** Shows less of a type of record from today on; false when it would not be less. */
    public boolean showLess(Viewer viewer, String shape, Agencies.Handling to, String reason) {
        return app.write(
                viewer.rights(),
                sql -> sql.sql("select access.show_less(?, ?, ?)")
                        .params(shape, to.word(), reason)
                        .query(Boolean.class)
                        .single());
    }

    /** Whether the viewer's agency is a competent authority, whose Part 3 data can be released at all. */
    public boolean isCompetentAuthority(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql(
                                "select coalesce(competent_authority, kind = 'police') from access.agency where agency_id = ?")
                        .param(viewer.agency())
                        .query(Boolean.class)
                        .single());
    }

    /** The other agencies of the partnership, by name. */
    public List<Recipient> recipients(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select o.agency_id, o.name from access.agency a join access.agency o using (partnership_id)
                         where a.agency_id = ? and o.agency_id <> a.agency_id order by o.name""")
                        .param(viewer.agency())
                        .query((row, number) -> new Recipient(row.getInt(1), row.getString(2)))
                        .list());
    }

    /** The releases of the viewer's agency that hold today. */
    public List<Release> releases(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("""
                        select p.authority_no, a.name, p.what, p.named_person, p.post, p.basis, p.holds_until
                          from access.part_3_authority p left join access.agency a on a.agency_id = p.to_agency
                         where p.from_agency = ? and (now() at time zone 'Europe/London')::date between p.holds_from and p.holds_until
                           and not exists (select from access.part_3_authority_ended e where e.authority_no = p.authority_no)
                         order by p.holds_until, p.authority_no""")
                        .param(viewer.agency())
                        .query((row, number) -> new Release(
                                row.getInt(1),
                                row.getString(2),
                                List.of((String[]) row.getArray(3).getArray()),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class)))
                        .list());
    }

    /** Ends a release of the viewer's agency; false when there is none of that number. */
    public boolean endRelease(Viewer viewer, int number, String reason) {
        return app.write(
                viewer.rights(),
                sql -> sql.sql("select access.end_release(?, ?)")
                        .params(number, reason)
                        .query(Boolean.class)
                        .single());
    }

    /** The sensitive purposes of the viewer's agency that hold now or are still to come. */
    public List<Sensitive> sensitive(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql(
                                "select purpose, ends_at, reason from ledger.sensitive_purpose where ends_at > now() order by ends_at, purpose")
                        .query((row, number) -> new Sensitive(
                                row.getString(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3)))
                        .list());
    }

    /** The seals of the viewer's agency, for its leads. */
    public List<Sealed> seals(Rights rights) {
        return app.read(
                rights,
                sql -> sql.sql("select * from access.seals()")
                        .query((row, number) -> new Sealed(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6)))
                        .list());
    }
}
