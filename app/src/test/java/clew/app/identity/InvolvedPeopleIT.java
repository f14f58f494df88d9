package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvolvedPeopleIT {

    @RegisterExtension
    static final DatabaseForTests database = new DatabaseForTests();

    @Test
    void an_involvement_is_complete_when_it_or_its_person_of_the_same_class_says_it() throws SQLException {
        try (Connection connection = database.engine().connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Picture.createNext(connection);
            person(statement, 1, 7, "{\"nationality\": [\"GBR\"]}");
            person(statement, 2, 7, "{}");
            person(statement, 3, 8, "{\"nationality\": [\"GBR\"]}");
            involvement(statement, 11, 1, "{\"role\": \"suspect\"}");
            involvement(statement, 12, 2, "{\"role\": \"suspect\"}");
            involvement(statement, 13, 3, "{\"role\": \"suspect\"}");
            involvement(statement, 14, 2, "{\"role\": \"suspect\", \"nationality\": [\"IRL\"]}");
            statement.execute(
                    "insert into picture_next.counted values (1, 7, 'involvement', 'suspect', 'nationality', '2026-01-01', 4, 1, 1)");

            InvolvedPeople.complete(connection);

            try (var row = statement.executeQuery(
                    "select records, said as present, said as valid from picture_next.counted")) {
                row.next();
                assertThat(row.getLong("records")).isEqualTo(4);
                assertThat(row.getLong("present")).isEqualTo(2);
                assertThat(row.getLong("valid")).isEqualTo(2);
            }
            connection.rollback();
        }
    }

    private static void person(Statement statement, int number, int classId, String body) throws SQLException {
        record(statement, number, classId, "person", body);
    }

    private static void involvement(Statement statement, int number, int person, String body) throws SQLException {
        record(statement, number, 7, "involvement", body);
        statement.execute("insert into picture_next.reference values ('%s', 'person', '%s', 7)"
                .formatted(id(number), id(person)));
    }

    private static void record(Statement statement, int number, int classId, String shape, String body)
            throws SQLException {
        statement.execute(
                "insert into picture_next.record values ('%s', 1, %d, 1, '%s', '', '%s', null, null, '2026-01-15', now(), %d)"
                        .formatted(id(number), classId, shape, body, classId));
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-%012d".formatted(number);
    }
}
