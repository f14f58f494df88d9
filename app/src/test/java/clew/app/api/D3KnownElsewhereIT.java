package clew.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.intake.ImportReport;
import clew.app.intake.Intake;
import clew.app.web.RealPeople;
import clew.core.standard.RecordIdentity;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other agencies know at the moment of a concern, in one call: the people, vehicles, phones and places that it names, however they are written, and how many earlier contacts were
 * closed without further action; never by what does not show to who asks.
 */
class D3KnownElsewhereIT extends RealPeople {

    private static final String MAP = """
            map: concerns
            version: 1
            standard: 1
            system: CONCERNS
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [ID]
                handling: {column: SEEN}
                fields:
                  full_name: NAME
                  date_of_birth: {column: DOB, format: dd/MM/yyyy}
                  postcode: POSTCODE
                  simulated: {value: "yes"}
              - shape: referral
                key: [REF]
                handling: {column: SEEN}
                fields:
                  person: {ref: person, key: [ID]}
                  received_on: {column: ON, format: dd/MM/yyyy}
                  outcome: OUTCOME
                  nfa_reason: WHY
                  simulated: {value: "yes"}
              - shape: vehicle
                key: [VRM]
                when: VRM
                handling: {column: SEEN}
                fields:
                  registration: VRM
                  simulated: {value: "yes"}
              - shape: phone
                key: [TEL]
                when: TEL
                handling: {column: SEEN}
                fields:
                  number: TEL
                  simulated: {value: "yes"}
              - shape: place
                key: [ADDRESS]
                when: ADDRESS
                handling: {column: SEEN}
                fields:
                  address: ADDRESS
                  town: TOWN
                  simulated: {value: "yes"}
            """;
    private static final String HEADER = "ID,NAME,DOB,POSTCODE,REF,ON,OUTCOME,WHY,VRM,TEL,ADDRESS,TOWN,SEEN\n";
    private static final String NIA = "1,Nia Merrowdale,05/06/2012,LS7 7AB,";
    private static final String CONCERN = """
            {"name": "Nia Merrowdale", "dateOfBirth": "2012-06-05", "postcode": "LS7 7AB", "things": [
              {"shape": "vehicle", "registration": "ab12cde"}, {"shape": "phone", "number": "+44 7700 900123"},
              {"shape": "place", "address": "14 HIGH STREET, FLAT 2", "town": "saltby"}, {"shape": "vehicle", "registration": "ZZ99 ZZZ"}]}""";

    private static final Map<String, String> TOKENS = new HashMap<>();
    private static boolean sent;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void contacts_of_two_agencies_of_which_one_shows_nothing() {
        if (!sent) {
            ImportReport report = town().senders
                    .sendAs(
                            "care",
                            MAP,
                            HEADER + NIA
                                    + "R1,02/02/2024,no_further_action,below_threshold,AB12 CDE,07700 900123,\"Flat 2, 14 High St\",Saltby,\n"
                                    + NIA + "R2,03/03/2024,no_further_action,below_threshold,,,,,\n" + NIA
                                    + "R3,04/04/2024,assessment,,,,,,\n");
            town().senders
                    .sendAs(
                            "refuge",
                            MAP,
                            HEADER + NIA + "R9,05/05/2024,no_further_action,below_threshold,AB12 CDE,,,,\n");
            assertThat(report.quarantined()).isZero();
            town().senders.linked();
            sent = true;
        }
    }

    @Test
    void a_concern_is_answered_with_people_vehicles_phones_places_and_contacts_closed_without_action()
            throws Exception {
        JsonNode held = json(post("/api/match", CONCERN, token("school")));
        UUID nia = record("care", "person", "1");
        JsonNode found = held.path("people").get(0);
        assertThat(found.path("record").asString()).isEqualTo(nia.toString());
        assertThat(found.path("agencies").toString()).contains("Agency care").doesNotContain("refuge");
        assertThat(contacts(found)).containsExactly(3, 2);

        JsonNode things = held.path("things");
        assertThat(things).hasSize(4);
        assertThat(things.get(3)).as("a car that nobody knows").isEmpty();
        assertThat(one(things.get(0))).isEqualTo(record("care", "vehicle", "AB12 CDE"));
        assertThat(one(things.get(1))).isEqualTo(record("care", "phone", "07700 900123"));
        assertThat(one(things.get(2))).isEqualTo(record("care", "place", "Flat 2, 14 High St"));
        assertThat(things.get(0).get(0).path("agency").asString()).isEqualTo("Agency care");
        assertThat(things.get(0).get(0).path("says").path("registration").toString())
                .contains("AB12");
        assertThat(contacts(json(get("/api/persons/" + nia, token("school"))))).containsExactly(3, 2);
        assertThat(DATABASE.owner()
                        .sql(
                                "select count(*) from ledger.entry where subjects @> array[?::uuid, ?::uuid] and note = 'match called'")
                        .params(nia, record("care", "vehicle", "AB12 CDE"))
                        .query(Long.class)
                        .single())
                .as("what was shown stands in the ledger")
                .isPositive();
    }

    @Test
    void who_holds_more_is_told_more_and_nobody_else() throws Exception {
        JsonNode held = json(post("/api/match", CONCERN, token("refuge")));
        JsonNode all = held.path("people");
        int contacts = 0;
        for (JsonNode person : all) {
            contacts += contacts(person).get(0);
        }
        assertThat(contacts).isEqualTo(4);
        assertThat(held.path("things").get(0)).hasSize(2);
    }

    @Test
    void things_can_be_asked_about_alone_and_what_is_wrong_is_said() throws Exception {
        JsonNode held = json(post(
                "/api/match",
                "{\"things\": [{\"shape\": \"vehicle\", \"registration\": \"AB12CDE\"}]}",
                token("school")));
        assertThat(held.path("people")).isEmpty();
        assertThat(one(held.path("things").get(0))).isEqualTo(record("care", "vehicle", "AB12 CDE"));
        HttpResponse<String> wrong = post("/api/match", "{\"things\": [{\"shape\": \"person\"}]}", token("school"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("/things/0/shape", "\"expected\":", "\"found\":\"person\"");
    }

    private static List<Integer> contacts(JsonNode person) {
        JsonNode contacts = person.path("contacts");
        return List.of(
                contacts.path("all").asInt(),
                contacts.path("closedWithoutFurtherAction").asInt());
    }

    private static UUID one(JsonNode records) {
        assertThat(records).hasSize(1);
        return UUID.fromString(records.get(0).path("record").asString());
    }

    private UUID record(String agency, String shape, String key) {
        return RecordIdentity.of(agency, "CONCERNS", shape, List.of(key), "")
                .id(Intake.recordKey(town().senders.store.secrets()));
    }

    private String token(String agency) {
        return TOKENS.computeIfAbsent(
                agency,
                key -> new Tokens(DATABASE.engine())
                        .make(
                                town().senders.agencies.find(agency).orElseThrow(),
                                "concerns." + agency,
                                "Concerns of " + agency,
                                Duration.ofDays(1),
                                Role.DATA_STEWARD));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path)), token);
    }

    private HttpResponse<String> post(String path, String body, String token) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                token);
    }

    private HttpResponse<String> send(HttpRequest.Builder call, String token) throws Exception {
        return client.send(
                call.header("Authorization", "Bearer " + token).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
