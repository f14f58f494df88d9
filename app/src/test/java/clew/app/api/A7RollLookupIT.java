package clew.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.ledger.LookLine;
import clew.app.ledger.Looks;
import clew.app.store.Rights;
import clew.app.web.RealPeople;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Row A7: a whole roll is looked up under a dated impact assessment, and nothing of it stays. */
class A7RollLookupIT extends RealPeople {

    private static final String MARKER = "Quillonarda";
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
               and c.relpersistence <> 't' order by 1""";
    private static String token = "";

    @Autowired
    private Looks looks;

    @Test
    void who_is_held_is_named_by_the_rolls_own_key_and_nothing_of_the_roll_stays() throws Exception {
        token();
        TreeMap<String, Long> before = rows();
        HttpResponse<String> answer = call(roll("pupil roll", "DPIA 7", "2026-01-02", people()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode found = JsonMapper.shared().readTree(answer.body()).path("people");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("key").asString()).isEqualTo("roll-known");
        assertThat(found.get(0).toString()).contains(town().care(62).toString());

        TreeMap<String, Long> after = rows();
        after.entrySet().removeAll(before.entrySet());
        assertThat(after.keySet())
                .as("tables that grew")
                .allMatch(table -> table.startsWith("ledger.") || table.equals("access.tally"));
        for (String table : rows().keySet()) {
            assertThat(holdingMarker(table)).as(table).isZero();
        }
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from ledger.entry where note = 'a roll called' and subjects = array[?::uuid] and user_id = (select user_id from access.person_user where sign_in_name = 'machine.roll')")
                        .param(town().care(62))
                        .query(Long.class)
                        .single())
                .as("one row, with what was shown")
                .isEqualTo(1);
        assertThat(searched())
                .isEqualTo(
                        "a roll of kind pupil roll, impact assessment DPIA 7 of 2026-01-02: 13 people, of whom 1 found");
    }

    @Test
    void without_a_dated_assessment_or_of_no_kind_it_is_refused_and_leaves_nothing() throws Exception {
        String tomorrow = LocalDate.now().plusDays(2).toString();
        for (String refused : List.of(
                roll("pupil roll", "", "2026-01-02", people()),
                roll("pupil roll", "DPIA 7", null, people()),
                roll("pupil roll", "DPIA 7", tomorrow, people()),
                roll("", "DPIA 7", "2026-01-02", people()),
                roll("pupil roll", "DPIA 7", "2026-01-02", List.of()),
                roll(
                        "pupil roll",
                        "DPIA 7",
                        "2026-01-02",
                        List.of("{\"key\": \"k\", \"person\": {\"full_name\": \"Only " + MARKER + "\"}}")))) {
            HttpResponse<String> answer = call(refused);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("roll-refused").doesNotContain(MARKER);
        }
        for (String table : rows().keySet()) {
            assertThat(holdingMarker(table)).as(table).isZero();
        }
    }

    /** One who is held, and twelve who are not. */
    private List<String> people() {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            people.add(
                    "{\"key\": \"%s-%d\", \"person\": {\"full_name\": \"%s Zz%dq\", \"date_of_birth\": \"1931-05-%02d\"}}"
                            .formatted(MARKER, i, MARKER, i, 1 + i % 28));
        }
        JsonNode known = JsonMapper.shared()
                .readTree(DATABASE.engine()
                        .<String>in(sql -> sql.sql("select body::text from picture.record where record_id = ?")
                                .param(town().care(62))
                                .query(String.class)
                                .single()));
        people.add("{\"key\": \"roll-known\", \"person\": {\"full_name\": \"%s %s\", \"date_of_birth\": \"%s\"}}"
                .formatted(
                        known.path("given_name").asString(),
                        known.path("family_name").asString(),
                        known.path("date_of_birth").asString()));
        return people;
    }

    private static String roll(
            String kind, String assessment, @org.jspecify.annotations.Nullable String day, List<String> people) {
        return "{\"kind\": \"%s\", \"impactAssessment\": \"%s\", %s \"people\": [%s]}"
                .formatted(
                        kind,
                        assessment,
                        day == null ? "" : "\"impactAssessmentDate\": \"" + day + "\",",
                        String.join(",", people));
    }

    private static TreeMap<String, Long> rows() {
        TreeMap<String, Long> rows = new TreeMap<>();
        for (String table : DATABASE.owner().sql(TABLES).query(String.class).list()) {
            rows.put(table, count("select count(*) from " + table));
        }
        return rows;
    }

    private static long holdingMarker(String table) {
        return count("select count(*) from " + table + " t where t::text ilike '%" + MARKER + "%'"
                + " or t::text ilike '%"
                + java.util.HexFormat.of().formatHex(MARKER.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "%'");
    }

    private static long count(String query) {
        return DATABASE.owner().sql(query).query(Long.class).single();
    }

    /** What the sealed terms of the last look at a roll say. */
    private String searched() {
        UUID machine = DATABASE.owner()
                .sql("select user_id from access.person_user where sign_in_name = 'machine.roll'")
                .query(UUID.class)
                .single();
        Instant now = Instant.now();
        return looks.own(Rights.of(machine, Set.of()), now.minusSeconds(3_600), now.plusSeconds(60)).stream()
                .filter(line -> line.terms() != null)
                .findFirst()
                .map(LookLine::terms)
                .orElse("");
    }

    private String token() {
        if (token.isEmpty()) {
            token = new Tokens(DATABASE.engine())
                    .make(
                            town().senders.agencies.find("school").orElseThrow(),
                            "machine.roll",
                            "Machine of the roll",
                            Duration.ofDays(1),
                            Role.DATA_STEWARD);
        }
        return token;
    }

    private HttpResponse<String> call(String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/api/roll-lookups"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
