package clew.app.identity;

import clew.app.store.OneMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stands in the Picture around records that are to be linked anew, as the engine sees it. */
final class Surroundings implements Around, AutoCloseable {
    private static final String WHOLES = """
            select distinct c.whole_id from picture.membership m join picture.component c using (component_id) where m.record_id = any (?)""";
    private static final String SHARING = """
            select r.record_id, r.shape, r.class_id, r.received_at, r.body from picture.record r
             where r.record_id in (select b.record_id from picture.blocking b where b.key = any (?::bigint[]))""";
    private static final String MEMBERS = """
            select m.record_id, m.class_id, m.component_id, m.person_id
              from picture.component c join picture.membership m using (component_id) where c.whole_id = any (?)""";
    private static final String BODIES = """
            select r.record_id, r.shape, r.class_id, r.received_at, r.body from picture.record r where r.record_id = any (?)""";
    private static final String STANDING = """
            with w as materialized (
                select c.whole_id from picture.membership m join picture.component c using (component_id) where m.record_id = any (?)
                union
                select unnest(?::uuid[]))
            select c.whole_id, m.record_id, m.class_id, m.component_id, m.person_id, r.shape, r.class_id, r.received_at, r.body,
                   exists (select from decisions.about a where a.record_id = m.record_id)
              from w join picture.component c using (whole_id) join picture.membership m using (component_id)
              left join picture.record r on r.record_id = m.record_id""";
    private static final String ABOUT =
            "select distinct a.decision_id from decisions.about a where a.record_id = any (?)";
    private static final String JUDGED =
            "select distinct left_record, right_record, same from decisions.judged where decision_id = any (?)";

    private final Connection connection;
    private final OneMessage meanwhile;
    private @Nullable Sending underWay;

    /** @param meanwhile what goes while it is worked out whom the sharing are like: it must change nothing that is asked of others than the records themselves */
    Surroundings(Connection connection, OneMessage meanwhile) {
        this.connection = connection;
        this.meanwhile = meanwhile;
    }

    /** Waits until the database has taken in what went meanwhile. */
    @Override
    public void close() throws SQLException {
        Sending sending = underWay;
        underWay = null;
        if (sending != null) {
            sending.close();
        }
    }

    @Override
    public Set<UUID> wholesOf(Collection<UUID> records) throws SQLException {
        return ids(WHOLES, array("uuid", records));
    }

    @Override
    public List<Held> sharing(Collection<Long> keys) throws SQLException {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Held> sharing = held(SHARING, array("bigint", keys));
        underWay = Sending.of(meanwhile);
        return sharing;
    }

    @Override
    public List<PersonRows.Member> members(Collection<UUID> wholes) throws SQLException {
        List<PersonRows.Member> members = new ArrayList<>();
        if (wholes.isEmpty()) {
            return members;
        }
        try (PreparedStatement statement = with(MEMBERS, array("uuid", wholes));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                members.add(new PersonRows.Member(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)));
            }
        }
        return members;
    }

    @Override
    public List<Held> held(Collection<UUID> records) throws SQLException {
        return records.isEmpty() ? List.of() : held(BODIES, array("uuid", records));
    }

    /** Adds these records as they stand to a list, when the message is sent. */
    static void ask(OneMessage message, Collection<UUID> records, List<Held> held) throws SQLException {
        message.ask(BODIES, row -> held.add(held(row)), message.array("uuid", records));
    }

    private List<Held> held(String query, Array values) throws SQLException {
        List<Held> held = new ArrayList<>();
        try (PreparedStatement statement = with(query, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                held.add(held(row));
            }
        }
        return held;
    }

    static Held held(ResultSet row) throws SQLException {
        Subject subject = new Subject(
                row.getObject(1, UUID.class),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
        return new Held(subject, row.getString(2), row.getString(5));
    }

    @Override
    public Standing standing(Collection<UUID> records, Collection<UUID> wholes) throws SQLException {
        Set<UUID> all = new HashSet<>(wholes);
        List<PersonRows.Member> members = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        boolean judged = false;
        try (PreparedStatement statement = with(STANDING, array("uuid", records))) {
            statement.setArray(2, array("uuid", wholes));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID record = row.getObject(2, UUID.class);
                    all.add(row.getObject(1, UUID.class));
                    members.add(new PersonRows.Member(
                            record, row.getInt(3), row.getObject(4, UUID.class), row.getObject(5, UUID.class)));
                    if (row.getString(6) != null) {
                        held.add(new Held(
                                new Subject(
                                        record,
                                        row.getInt(7),
                                        row.getObject(8, OffsetDateTime.class).toInstant()),
                                row.getString(6),
                                row.getString(9)));
                    }
                    judged |= row.getBoolean(10);
                }
            }
        }
        return new Standing(all, members, held, judged);
    }

    @Override
    public List<Said> said(Collection<UUID> records) throws SQLException {
        Set<UUID> decisions = ids(ABOUT, array("uuid", records));
        List<Said> said = new ArrayList<>();
        if (decisions.isEmpty()) {
            return said;
        }
        try (PreparedStatement statement = with(JUDGED, array("uuid", decisions));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                said.add(new Said(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
            }
        }
        return said;
    }

    private Set<UUID> ids(String query, Array values) throws SQLException {
        Set<UUID> ids = new HashSet<>();
        try (PreparedStatement statement = with(query, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    private PreparedStatement with(String query, Array values) throws SQLException {
        close();
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setArray(1, values);
        return statement;
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
