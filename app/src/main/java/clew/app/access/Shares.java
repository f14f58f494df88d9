package clew.app.access;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What was taken out of Clew: each export is a share with a purpose, a reason and who gets it, written down before the file leaves. Of the file only the
 * records are kept that it rests on, so that their owners see where their records went.
 */
public final class Shares {

    /** Lines that a list shows at most. */
    public static final int MOST = 200;

    private final AppTransactions app;

    Shares(AppTransactions app) {
        this.app = app;
    }

    /**
     * A share to be made.
     *
     * @param what the list that is shared, in fixed words that name nobody
     * @param givenTo the person or body that gets it
     * @param format of the file: {@code csv}, {@code xlsx}, {@code graphml}
     * @param lines how many the file has
     * @param met how the conditions of graded items among the records are met; empty where none has a condition
     * @param records on which it rests
     */
    public record Share(
            String what,
            String givenTo,
            String reason,
            String format,
            int lines,
            String met,
            Collection<UUID> records) {}

    /** A share that was made, as it is listed. */
    public record Made(
            UUID id,
            Instant at,
            String who,
            String agency,
            String purpose,
            String what,
            String givenTo,
            String reason,
            String format,
            int lines,
            List<String> graded) {}

    /** The conditions on which some records may be shared (handling C of 3x5x2), each once. */
    public List<String> conditions(Rights rights, Collection<UUID> records) {
        return app.read(
                rights,
                sql -> sql.sql("""
                        select distinct coalesce(body ->> 'handling_conditions', 'ask who owns it') from picture.record
                         where record_id = any (?) and body ->> 'handling' = 'C' order by 1""")
                        .param(records.toArray(UUID[]::new))
                        .query(String.class)
                        .list());
    }

    /** Writes a share down, committed when this returns; its id stands in the file. */
    public UUID add(Viewer viewer, Share share) {
        UUID id = UUID.randomUUID();
        app.run(viewer.rights(), sql -> {
            sql.sql("""
                            insert into access.share (share_id, made_by, agency_id, purpose, what, given_to, reason, format, lines)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            viewer.user(),
                            viewer.agency(),
                            viewer.purpose().name(),
                            share.what(),
                            share.givenTo(),
                            share.reason(),
                            share.format(),
                            share.lines())
                    .update();
            sql.sql("insert into access.share_record select ?, r from unnest(?::uuid[]) r group by r")
                    .params(id, share.records().toArray(UUID[]::new))
                    .update();
            sql.sql("""
                            insert into access.dissemination
                            select ?, r.record_id, coalesce(body ->> 'source_evaluation', '') || coalesce(body ->> 'information_assessment', ''),
                                   body ->> 'handling', coalesce(body ->> 'handling_conditions', ''),
                                   case when body ->> 'handling' = 'C' then ? else '' end
                              from picture.record r where r.record_id = any (?) and body ->> 'handling' is not null""")
                    .params(id, share.met(), share.records().toArray(UUID[]::new))
                    .update();
        });
        return id;
    }

    /** One's own shares, and for an information-governance lead those of the agency; the latest first. */
    public List<Made> visible(Rights rights) {
        return list(rights, """
                select s.share_id, s.made_at, u.shown_name, a.name, s.purpose, s.what, s.given_to, s.reason, s.format, s.lines, access.graded_in(s.share_id)
                  from access.share s join access.person_user u on u.user_id = s.made_by join access.agency a on a.agency_id = s.agency_id
                 order by s.made_at desc, s.share_id limit\s""" + MOST);
    }

    /** Where a record went, for the agency that owns it; one's own shares of it for anybody else. */
    public List<Made> about(Rights rights, UUID record) {
        return list(rights, "select s.*, access.graded_in(s.share_id) from access.shares_about(?) s", record);
    }

    private List<Made> list(Rights rights, String query, Object... parameters) {
        return app.read(
                rights,
                sql -> sql.sql(query)
                        .params(parameters)
                        .query((row, number) -> made(row))
                        .list());
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                row.getObject(1, UUID.class),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                List.of((String[]) row.getArray(11).getArray()));
    }
}
