package clew.app.identity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What people decided about pairs of records, and did not take back, as linking must keep it. */
final class Judged {

    private Judged() {}

    /** All of it. */
    static List<Said> all(Connection connection) throws SQLException {
        List<Said> pairs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select distinct left_record, right_record, same from decisions.judged")) {
            while (row.next()) {
                pairs.add(new Said(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
            }
        }
        return pairs;
    }
}
