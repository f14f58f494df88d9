package clew.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.identity.Seals;
import clew.app.web.RealPeople;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of other systems: by token, under the rights of its user, in the ledger, told in problem details, done once for each key. */
class I7ApiIT extends RealPeople {

    private static final Map<String, String> TOKENS = new HashMap<>();
    private static final String ROW = """
            {"record_key": "%s", "given_name": "Marla", "family_name": "Tidewell", "date_of_birth": "%s", "postcode": "LS1 1AA",
             "controller": "Agency school", "regime": "uk_gdpr", "purpose": "safeguarding children", "reason_for_inclusion": "known to the service",
             "simulated": "yes"}""";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void without_a_good_token_nothing_is_answered_and_the_ledger_knows() throws Exception {
        assertThat(get("/api/persons/" + town().school(1), "").statusCode()).isEqualTo(401);
        HttpResponse<String> refused = get("/api/persons/" + town().school(1), "clew_guessed");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(refused.headers().firstValue("www-authenticate")).contains("Bearer");
        assertThat(entries("request", "denied")).isPositive();
        assertThat(tokenRows("clew_guessed")).isZero();

        String ended = new Tokens(DATABASE.engine())
                .make(agency("school"), "ended.machine", "Ended", Duration.ofDays(1), Role.DATA_STEWARD);
        assertThat(get("/api/persons/" + town().school(1), ended).statusCode()).isEqualTo(200);
        new Tokens(DATABASE.engine()).end(userOf("ended.machine"));
        assertThat(get("/api/persons/" + town().school(1), ended).statusCode()).isEqualTo(401);
        String late = new Tokens(DATABASE.engine())
                .make(agency("school"), "late.machine", "Late", Duration.ofDays(1), Role.DATA_STEWARD);
        DATABASE.owner()
                .sql("update access.api_token set expires_at = now() - interval '1 second' where user_id = ?")
                .param(userOf("late.machine"))
                .update();
        assertThat(get("/api/persons/" + town().school(1), late).statusCode()).isEqualTo(401);
    }

    @Test
    void a_person_is_told_as_the_callers_rights_allow_with_reasons_and_history_and_stands_in_the_ledger()
            throws Exception {
        String school = token("school", Role.DATA_STEWARD);
        JsonNode person = json(get("/api/persons/" + town().care(61), school));
        assertThat(person.path("name").asString()).isNotBlank();
        assertThat(person.path("records")).hasSize(1);
        assertThat(json(get("/api/persons/" + town().care(61) + "/why", school)).isArray())
                .isTrue();
        assertThat(json(get("/api/persons/" + town().care(61) + "/how", school)).toString())
                .contains("record_received", "Agency care");
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from ledger.entry where subjects @> array[?::uuid] and user_id = ? and note like '% of a person called'")
                        .params(town().care(61), userOf("machine.school.data_steward"))
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(get("/api/persons/" + town().refuge(122), school).body())
                .isEqualTo(get("/api/persons/" + UUID.randomUUID(), school).body())
                .contains("\"status\":404");
        String practitioner = token("school", Role.PRACTITIONER);
        assertThat(get("/api/persons/" + town().care(61), practitioner).statusCode())
                .isEqualTo(404);
        assertThat(get("/api/persons/" + town().care(61), token("school", Role.AUDITOR))
                        .statusCode())
                .isEqualTo(403);
        UUID number = DATABASE.engine()
                .in(sql -> sql.sql("select person_id from picture.membership where record_id = ?")
                        .param(town().care(61))
                        .query(UUID.class)
                        .single());
        assertThat(get("/api/persons/" + number + "/how", school)
                        .headers()
                        .firstValue("location")
                        .orElse(""))
                .endsWith("/api/persons/" + town().care(61) + "/how");
        assertThat(get("/api/persons/no-id", school).body())
                .contains("cannot be read")
                .doesNotContain("no-id");
    }

    @Test
    void what_is_asked_about_a_person_stores_nothing_but_the_ledgers_row_with_its_terms() throws Exception {
        String school = token("school", Role.DATA_STEWARD);
        JsonNode some = person(town().care(62));
        long records = count("records.header");
        JsonNode held = json(post("/api/match", asked(some), school, ""));
        JsonNode found = held.path("people").get(0);
        assertThat(found.path("record").asString()).isEqualTo(town().care(62).toString());
        assertThat(found.path("likeness").asString()).isIn("one_person", "may_be");
        assertThat(found.path("probability").asDouble()).isBetween(0.05, 1.0);
        double parts = 0;
        for (JsonNode part : found.path("reason").path("parts")) {
            parts += part.path("bits").asDouble();
        }
        assertThat(found.path("reason").path("bits").asDouble())
                .as("explanation and weight are one")
                .isCloseTo(parts, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(found.path("reason").toString()).contains("date of birth");
        assertThat(count("records.header")).isEqualTo(records);
        assertThat(count("ledger.search_terms")).isPositive();
        assertThat(post("/api/match", "{\"name\": \"Smith\"}", school, "").statusCode())
                .isEqualTo(422);
        assertThat(post("/api/match", "{\"name\": ", school, "").body()).contains("cannot be read");
        assertThat(post("/api/match", "{\"name\": \"" + "x".repeat(1 << 20) + "\"}", school, "")
                        .statusCode())
                .isEqualTo(413);
        JsonNode hidden = person(town().refuge(123));
        String refuge = token("refuge", Role.DATA_STEWARD);
        assertThat(post("/api/match", asked(hidden), refuge, "").body())
                .contains(town().refuge(123).toString());
        assertThat(json(post("/api/match", asked(hidden), school, "")).toString())
                .doesNotContain(town().refuge(123).toString());
    }

    private static String asked(JsonNode person) {
        return "{\"name\": \"%s %s\", \"dateOfBirth\": \"%s\"}"
                .formatted(
                        person.path("given_name").asString(),
                        person.path("family_name").asString(),
                        person.path("date_of_birth").asString());
    }

    @Test
    void records_are_accepted_all_or_none_and_once_for_each_key() throws Exception {
        String school = token("school", Role.DATA_STEWARD);
        String good = "{\"shape\": \"person\", \"records\": [" + ROW.formatted("P-1", "2011-04-03") + "]}";
        HttpResponse<String> first = post("/api/records", good, school, "key-1");
        assertThat(first.body()).as(first.body()).contains("\"added\":1");
        assertThat(first.statusCode()).isEqualTo(201);
        long imports = count("records.import");
        assertThat(post("/api/records", good, school, "key-1").body()).isEqualTo(first.body());
        assertThat(count("records.import")).isEqualTo(imports);
        HttpResponse<String> other = post("/api/records", good.replace("P-1", "P-2"), school, "key-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("urn:clew:problem:key-used");
        UUID record = UUID.fromString(json(first.body()).path("records").get(0).asString());
        assertThat(DATABASE.owner()
                        .sql("select count(*) from records.header where record_id = ?")
                        .param(record)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(DATABASE.owner().sql("""
                                select count(*) from events.outbox o join records.header h on o.body ->> 'import' = h.import_no::text
                                  join records.import i using (import_no)
                                 where h.record_id = ? and o.kind = 'RecordsAccepted' and i.file_name = 'received'""").param(record).query(Long.class).single())
                .as("told to the leader, as every arrival is")
                .isEqualTo(1);

        String bad = "{\"shape\": \"person\", \"records\": [" + ROW.formatted("P-3", "2011-04-03") + ","
                + ROW.formatted("P-4", "2011-04-03").replace("\"uk_gdpr\"", "\"no law\"") + "]}";
        HttpResponse<String> refused = post("/api/records", bad, school, "key-2");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/records/1/", "\"expected\":", "\"found\":");
        assertThat(count("records.import")).isEqualTo(imports);
        assertThat(post("/api/records", good, token("school", Role.PRACTITIONER), "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/records", "{\"shape\": \"nothing\"}", school, "").body())
                .contains("/shape");
    }

    @Test
    void a_sealed_identity_is_told_to_nobody() throws Exception {
        UUID sealed = town().school(25);
        String school = token("school", Role.DATA_STEWARD);
        JsonNode said = person(sealed);
        assertThat(get("/api/persons/" + sealed, school).statusCode()).isEqualTo(200);
        new Seals(DATABASE.engine())
                .seal(new Seals.Seal(
                        Seals.Ground.REFUGE,
                        Set.of(sealed),
                        Set.of(),
                        town().idOf("steward.school"),
                        agency("school"),
                        "moved to a refuge"));
        for (String part : List.of("", "/why", "/how")) {
            assertThat(get("/api/persons/" + sealed + part, school).statusCode())
                    .isEqualTo(404);
        }
        assertThat(post("/api/match", asked(said), school, "").body()).doesNotContain(sealed.toString());
    }

    @Test
    void the_description_names_every_call_and_no_other_and_is_open() throws Exception {
        JsonNode document = json(get("/api/openapi.json", ""));
        Set<String> described = new TreeSet<>(document.path("paths").propertyNames());
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPathPatternsCondition().getPatternValues().stream())
                .filter(path -> path.startsWith("/api/"))
                .forEach(mapped::add);
        assertThat(described).isEqualTo(mapped);
        assertThat(document.path("components").path("schemas").propertyNames()).contains("standard-person", "problem");
    }

    private String token(String agency, Role role) {
        return TOKENS.computeIfAbsent(
                agency + role,
                key -> new Tokens(DATABASE.engine())
                        .make(
                                agency(agency),
                                "machine." + agency + "." + role.word(),
                                "Machine of " + agency,
                                Duration.ofDays(1),
                                role));
    }

    private int agency(String slug) {
        return town().senders.agencies.find(slug).orElseThrow();
    }

    private JsonNode person(UUID record) {
        return JsonMapper.shared()
                .readTree(DATABASE.engine()
                        .<String>in(sql -> sql.sql("select body::text from picture.record where record_id = ?")
                                .param(record)
                                .query(String.class)
                                .single()));
    }

    private static UUID userOf(String name) {
        return DATABASE.owner()
                .sql("select user_id from access.person_user where sign_in_name = ?")
                .param(name)
                .query(UUID.class)
                .single();
    }

    private static long tokenRows(String token) {
        return DATABASE.owner()
                .sql("select count(*) from access.api_token where token_hash = convert_to(?, 'UTF8')")
                .param(token)
                .query(Long.class)
                .single();
    }

    private static long entries(String action, String outcome) {
        return DATABASE.owner()
                .sql("select count(*) from ledger.entry where action = ? and outcome = ?")
                .params(action, outcome)
                .query(Long.class)
                .single();
    }

    private static long count(String table) {
        return DATABASE.owner()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
        return send(call, token);
    }

    private HttpResponse<String> post(String path, String body, String token, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key.isEmpty() ? call : call.header("Idempotency-Key", key), token);
    }

    private HttpResponse<String> send(HttpRequest.Builder call, String token) throws IOException, InterruptedException {
        return client.send(
                (token.isEmpty() ? call : call.header("Authorization", "Bearer " + token)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return json(answer.body());
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }
}
