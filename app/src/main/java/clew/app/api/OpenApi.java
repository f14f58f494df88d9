package clew.app.api;

import clew.core.standard.Standard;
import clew.core.standard.publish.JsonSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The description of the calls (OpenAPI 3.1), from the standard's own schemas: what is sent is described where it is defined, and nowhere else. */
final class OpenApi {

    private static final Map<String, Object> PROBLEM = Map.of(
            "description",
            "Problem details (RFC 9457)",
            "content",
            Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))));

    private OpenApi() {}

    /** The whole of it, as JSON. */
    static String document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Clew",
                        "version", String.valueOf(Standard.VERSION),
                        "description",
                                "Each call is decided by the rights of the token's user and stands in the ledger. Send the purpose of a call in the header Clew-Purpose."));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths());
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas",
                        schemas()));
        return JsonMapper.shared().writeValueAsString(document);
    }

    private static Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        paths.put(
                "/api/records",
                Map.of(
                        "post",
                        call(
                                "Sends records of the standard: all are accepted, or none and each error is told",
                                List.of(Map.of(
                                        "name", "Idempotency-Key",
                                        "in", "header",
                                        "required", false,
                                        "description",
                                                "The same key and body get the same reply, for a week; the same key with another body is refused",
                                        "schema", Map.of("type", "string", "maxLength", 200))),
                                Map.of("$ref", "#/components/schemas/records"),
                                "201")));
        paths.put(
                "/api/match",
                Map.of(
                        "post",
                        call(
                                "Asks what is held on a person; nothing is stored but the ledger's row",
                                List.of(),
                                Map.of("$ref", "#/components/schemas/match"),
                                "200")));
        paths.put(
                "/api/roll-lookups",
                Map.of(
                        "post",
                        call(
                                "Asks of whom on a whole roll something is held, under a dated impact assessment; nothing of the roll is stored",
                                List.of(),
                                Map.of("$ref", "#/components/schemas/roll"),
                                "200")));
        paths.put(
                "/api/persons/{id}",
                Map.of("get", read("A person, by any of their records or by a number that they have or had")));
        paths.put(
                "/api/persons/{id}/why",
                Map.of(
                        "get",
                        read("Why the records are thought to be one person: each weight is the sum of its parts")));
        paths.put(
                "/api/persons/{id}/how",
                Map.of("get", read("How the person came to be: records, numbers, joins, splits, decisions")));
        paths.put(
                "/api/openapi.json",
                Map.of(
                        "get",
                        Map.of(
                                "summary",
                                "This description",
                                "security",
                                List.of(),
                                "responses",
                                Map.of("200", Map.of("description", "OpenAPI 3.1")))));
        return paths;
    }

    private static Map<String, Object> read(String summary) {
        return call(
                summary,
                List.of(Map.of(
                        "name",
                        "id",
                        "in",
                        "path",
                        "required",
                        true,
                        "schema",
                        Map.of("type", "string", "format", "uuid"))),
                null,
                "200");
    }

    private static Map<String, Object> call(
            String summary,
            List<Map<String, Object>> parameters,
            @org.jspecify.annotations.Nullable Map<String, Object> body,
            String done) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("summary", summary);
        call.put("parameters", parameters);
        if (body != null) {
            call.put(
                    "requestBody",
                    Map.of("required", true, "content", Map.of("application/json", Map.of("schema", body))));
        }
        Map<String, Object> responses = new TreeMap<>();
        responses.put(done, Map.of("description", "Done"));
        for (String status : List.of("400", "401", "403", "404", "409", "422", "429", "503")) {
            responses.put(status, PROBLEM);
        }
        call.put("responses", responses);
        return call;
    }

    private static Map<String, Object> schemas() {
        Map<String, Object> schemas = new TreeMap<>();
        Map<String, Object> key =
                Map.of("type", "string", "minLength", 1, "description", "Your own lasting key of the record");
        Standard.shapes()
                .forEach(shape -> schemas.put(
                        "standard-" + shape.name(), JsonMapper.shared().readValue(JsonSchema.of(shape), Map.class)));
        schemas.put(
                "records",
                Map.of(
                        "type", "object",
                        "required", List.of("shape", "records"),
                        "properties",
                                Map.of(
                                        "shape",
                                                Map.of(
                                                        "enum",
                                                        Standard.shapes().stream()
                                                                .map(shape -> shape.name())
                                                                .toList()),
                                        "records",
                                                Map.of(
                                                        "type",
                                                        "array",
                                                        "minItems",
                                                        1,
                                                        "maxItems",
                                                        RecordsCall.MOST,
                                                        "items",
                                                        Map.of(
                                                                "type",
                                                                "object",
                                                                "description",
                                                                "The fields of the shape as texts, see the schemas standard-*, and record_key; a repeated field as a list",
                                                                "required",
                                                                List.of("record_key"),
                                                                "properties",
                                                                Map.of("record_key", key))))));
        schemas.put(
                "match",
                Map.of(
                        "type", "object",
                        "description",
                                "An identifier, two of the others, or things. The answer says of each person how like they are: one_person, may_be or identifier, with the probability and the reason, and counts earlier contacts",
                        "properties",
                                Map.of(
                                        "name", Map.of("type", "string"),
                                        "dateOfBirth", Map.of("type", "string", "format", "date"),
                                        "postcode", Map.of("type", "string"),
                                        "person",
                                                Map.of(
                                                        "type",
                                                        "object",
                                                        "description",
                                                        "Fields of standard-person as texts",
                                                        "additionalProperties",
                                                        Map.of("type", "string")),
                                        "things",
                                                Map.of(
                                                        "type",
                                                        "array",
                                                        "maxItems",
                                                        10,
                                                        "description",
                                                        "Vehicles, phones, places, accounts and organisations named beside or alone: shape, and its fields as texts",
                                                        "items",
                                                        Map.of(
                                                                "type",
                                                                "object",
                                                                "required",
                                                                List.of("shape"),
                                                                "additionalProperties",
                                                                Map.of("type", "string"))),
                                        "identifiers",
                                                Map.of(
                                                        "type",
                                                        "array",
                                                        "maxItems",
                                                        5,
                                                        "items",
                                                        Map.of("type", "string")))));
        schemas.put("roll", RollSchema.of());
        schemas.put(
                "problem",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of(
                                "type", Map.of("type", "string"),
                                "title", Map.of("type", "string"),
                                "status", Map.of("type", "integer"),
                                "errors",
                                        Map.of(
                                                "type",
                                                "array",
                                                "items",
                                                Map.of(
                                                        "type",
                                                        "object",
                                                        "properties",
                                                        Map.of(
                                                                "pointer", Map.of("type", "string"),
                                                                "expected", Map.of("type", "string"),
                                                                "found", Map.of("type", "string")))))));
        return schemas;
    }
}
