package clew.app.identity;

import clew.app.identity.Register.Changes;
import clew.app.identity.Register.Issued;
import clew.app.identity.Register.Redirect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The register in the database, and the ids that the Picture in force gives. */
final class StoredRegister {
    private static final int ROWS_AT_A_TIME = 10_000;

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
        CopyLoader loader = new CopyLoader(connection, "register");
        try (loader) {
            CopyRows issued = loader.appended("issued (person_id, first_record)");
            for (Issued id : changes.issued()) {
                issued.uuid(id.person()).uuid(id.anchor()).end();
            }
            CopyRows moved = loader.appended("moved (person_id, to_record)");
            for (Issued id : changes.moved()) {
                moved.uuid(id.person()).uuid(id.anchor()).end();
            }
            CopyRows redirects = loader.appended("redirect (from_person, to_person, reason)");
            for (Redirect redirect : changes.redirects()) {
                redirects
                        .uuid(redirect.from())
                        .uuid(redirect.to())
                        .text(redirect.reason())
                        .end();
            }
            loader.finish();
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
