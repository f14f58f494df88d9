package clew.app.corrections;

import clew.app.corrections.Statement.Kind;
import clew.core.standard.Standard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads statements about records, under the rights of the transaction. */
final class Statements {

    private static final String SELECT = """
            select d.decision_id, d.kind, d.made_at, d.reason, d.body, a.record_id, u.shown_name, g.name as agency,
                   p.shape, m.state, ended.made_at as ended_at, answer.kind as answer, answer.reason as answer_reason, answer.made_at as answered_at
              from decisions.decision d
              join decisions.about a using (decision_id)
              left join access.person_user u on u.user_id = d.made_by
              join access.agency g on g.agency_id = d.agency_id
              left join picture.record p on p.record_id = a.record_id
              left join picture.mended m on m.decision_id = d.decision_id
              left join decisions.decision ended on ended.kind = 'correction_ended' and ended.body ->> 'correction' = d.decision_id::text
              left join decisions.decision answer on answer.kind in ('proposal_accepted', 'proposal_refused') and answer.body ->> 'proposal' = d.decision_id::text
             where d.kind in ('correction', 'addendum', 'correction_ended', 'correction_proposed', 'proposal_accepted', 'proposal_refused')
            """;

    private final JdbcClient sql;

    Statements(JdbcClient sql) {
        this.sql = sql;
    }

    List<Statement> about(Collection<UUID> records) {
        return sql.sql(SELECT + " and a.record_id = any(cast(? as uuid[])) order by d.made_at, d.decision_id")
                .param(records.toString().replace('[', '{').replace(']', '}'))
                .query((row, number) -> statement(row))
                .list();
    }

    /** @param condition fixed text with a question mark for each value */
    List<Statement> where(String condition, Object... values) {
        return sql.sql(SELECT + condition + " order by d.made_at, d.decision_id limit 200")
                .params(values)
                .query((row, number) -> statement(row))
                .list();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        JsonNode body = JsonMapper.shared().readTree(row.getString("body"));
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        boolean disposed = body.isEmpty();
        return new Statement(
                row.getObject("decision_id", UUID.class),
                row.getObject("record_id", UUID.class),
                kind,
                title(row.getString("shape"), body.path("field").asString("")),
                String.join("; ", Mending.texts(body.path("old"))),
                body.has("text") ? body.get("text").asString() : String.join("; ", Mending.texts(body.path("new"))),
                row.getString("shown_name"),
                row.getString("agency"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                disposed ? "disposed of" : state(kind, row),
                !disposed && row.getObject("ended_at") == null && row.getObject("answered_at") == null,
                about(body));
    }

    private static @Nullable UUID about(JsonNode body) {
        String about = body.path("correction").asString(body.path("proposal").asString(""));
        return about.isEmpty() ? null : UUID.fromString(about);
    }

    private static String title(@Nullable String shape, String field) {
        return shape == null || field.isEmpty()
                ? field
                : Standard.shape(shape).find(field).map(found -> found.title()).orElse(field);
    }

    private static String state(Kind kind, ResultSet row) throws SQLException {
        return switch (kind) {
            case CORRECTION -> correction(row);
            case CORRECTION_PROPOSED -> proposal(row);
            default -> "";
        };
    }

    private static String correction(ResultSet row) throws SQLException {
        if (row.getObject("ended_at") != null) {
            return "ended: what the sender says is used again";
        }
        @Nullable String state = row.getString("state");
        return switch (state == null ? "" : state) {
            case "in_force" -> "used in place of what was received";
            case "mended_by_sender" -> "fallen away: the sender has since sent this value";
            case "overtaken" -> "fallen away: the sender has since sent another value, look again";
            default -> "shown at once; used to join records from the next joining on";
        };
    }

    private static String proposal(ResultSet row) throws SQLException {
        @Nullable String answer = row.getString("answer");
        if (answer == null) {
            return "waits for an answer";
        }
        return (answer.equals("proposal_accepted") ? "accepted: " : "refused: ") + row.getString("answer_reason");
    }
}
