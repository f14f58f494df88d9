package clew.app.identity;

import clew.app.identity.Register.Changes;
import clew.app.identity.Register.Issued;
import clew.app.identity.Register.Redirect;
import clew.app.store.OneMessage;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** The register in the database, and the ids that the Picture in force gives. */
final class StoredRegister {
    private static final int ROWS_AT_A_TIME = 10_000;
    private static final String AROUND = """
            select i.person_id, coalesce(m.to_record, i.first_record), r.to_person
              from (select person_id from register.issued where first_record = any (?)
                    union select person_id from register.moved where to_record = any (?)
                    union select unnest(?::uuid[])) w
              join register.issued i using (person_id)
              left join lateral (select to_record from register.moved
                                  where person_id = i.person_id order by move_no desc limit 1) m on true
              left join lateral (select to_person from register.redirect
                                  where from_person = i.person_id order by redirect_no desc limit 1) r on true
             order by i.issue_no""";

    private final Connection connection;

    /** @param connection in a transaction */
    StoredRegister(Connection connection) {
        this.connection = connection;
    }

    Register read() throws SQLException {
        List<Issued> issued = new ArrayList<>();
        query("""
                select i.person_id, coalesce(m.to_record, i.first_record)
                  from register.issued i
                  left join lateral (select to_record from register.moved
                                      where person_id = i.person_id order by move_no desc limit 1) m on true
                 order by i.issue_no""", (person, anchor) -> issued.add(new Issued(person, anchor)));
        Map<UUID, UUID> redirects = new HashMap<>();
        query("select from_person, to_person from register.redirect order by redirect_no", redirects::put);
        return new Register(issued, redirects);
    }

    /** As far as some records and person ids are concerned: every id that is anchored at one of them or is one of them. Known when the message was sent. */
    static Supplier<Register> around(OneMessage message, Collection<UUID> records, Collection<UUID> persons)
            throws SQLException {
        List<Issued> issued = new ArrayList<>();
        Map<UUID, UUID> redirects = new HashMap<>();
        Array anchors = message.array("uuid", records);
        message.ask(
                AROUND,
                row -> {
                    UUID person = row.getObject(1, UUID.class);
                    issued.add(new Issued(person, row.getObject(2, UUID.class)));
                    UUID leadsTo = row.getObject(3, UUID.class);
                    if (leadsTo != null) {
                        redirects.put(person, leadsTo);
                    }
                },
                anchors,
                anchors,
                message.array("uuid", persons));
        return () -> new Register(issued, redirects);
    }

    /** The person id of every record in the Picture in force; none when there is no Picture. */
    Map<UUID, UUID> before() throws SQLException {
        Map<UUID, UUID> before = new HashMap<>();
        try (Statement statement = connection.createStatement()) {
            if (!Picture.exists(statement, Picture.IN_FORCE)) {
                return before;
            }
        }
        query("select record_id, person_id from picture.membership", before::put);
        return before;
    }

    void append(Changes changes) throws SQLException {
        try (CopyLoader loader = new CopyLoader(connection, "register")) {
            append(changes, loader::appended);
            loader.finish();
        }
    }

    /** The same for a few changes. */
    static void appendFew(Changes changes, SmallCopy copy) throws SQLException {
        append(changes, name -> copy.rows("register." + name));
        copy.finish();
    }

    private static void append(Changes changes, Function<String, CopyRows> tables) {
        CopyRows issued = tables.apply("issued (person_id, first_record)");
        for (Issued id : changes.issued()) {
            issued.uuid(id.person()).uuid(id.anchor()).end();
        }
        CopyRows moved = tables.apply("moved (person_id, to_record)");
        for (Issued id : changes.moved()) {
            moved.uuid(id.person()).uuid(id.anchor()).end();
        }
        CopyRows redirects = tables.apply("redirect (from_person, to_person, reason)");
        for (Redirect redirect : changes.redirects()) {
            redirects
                    .uuid(redirect.from())
                    .uuid(redirect.to())
                    .text(redirect.reason())
                    .end();
        }
    }

    private void query(String query, Pairs pairs) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    pairs.take(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
        }
    }

    private interface Pairs {
        void take(UUID one, UUID other);
    }
}
