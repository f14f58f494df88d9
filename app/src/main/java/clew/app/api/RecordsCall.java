package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.api.AnsweredCalls.Reply;
import clew.app.intake.SentRows;
import clew.app.intake.SentRows.Answer;
import clew.app.ledger.Look;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/records}: rows of the standard, all accepted or none. */
@RestController
class RecordsCall {

    /** Rows of one call. More belong into a file. */
    static final int MOST = 100;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SentRows rows;
    private final AnsweredCalls calls;
    private final AppTransactions app;

    RecordsCall(SentRows rows, AnsweredCalls calls, AppTransactions app) {
        this.rows = rows;
        this.calls = calls;
        this.app = app;
    }

    /** What was accepted: the id of each row's record, in their order. */
    record Accepted(List<UUID> records, long added, long changed, long unchanged) {}

    @EntryPoint(value = Action.IMPORT, note = "records sent by a call")
    @PostMapping(value = "/api/records", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> send(
            @RequestBody String body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer,
            Rights rights,
            Look look) {
        Reply reply = calls.to(rights, key, body, () -> answer(body, viewer, look));
        return ResponseEntity.status(reply.status())
                .contentType(reply.status() < 300 ? MediaType.APPLICATION_JSON : Problem.TYPE)
                .body(reply.body());
    }

    private Reply answer(String body, Viewer viewer, Look look) {
        List<Problem.Fault> faults = new ArrayList<>();
        JsonNode call = read(body, faults);
        Shape shape = shape(call, faults);
        List<String> sent = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        if (shape != null) {
            rows(call.path("records"), sent, keys, faults);
        }
        if (!faults.isEmpty() || shape == null) {
            return problem(faults);
        }
        return switch (rows.send(slug(viewer), shape, sent, keys)) {
            case Answer.Accepted accepted -> {
                look.at(accepted.records());
                yield new Reply(
                        201,
                        JSON.writeValueAsString(new Accepted(
                                accepted.records(), accepted.added(), accepted.changed(), accepted.unchanged())));
            }
            case Answer.Refused refused ->
                problem(refused.faults().stream()
                        .map(fault -> new Problem.Fault(
                                "/records/" + fault.row() + "/" + fault.field().replaceFirst(" \\(.*", ""),
                                fault.expected(),
                                fault.found()))
                        .toList());
        };
    }

    private static JsonNode read(String body, List<Problem.Fault> faults) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            faults.add(new Problem.Fault("", "a JSON object", "something else"));
            return JSON.createObjectNode();
        }
    }

    private static @Nullable Shape shape(JsonNode call, List<Problem.Fault> faults) {
        String name = call.path("shape").asString("");
        Shape shape = Standard.shapes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
        if (shape == null && faults.isEmpty()) {
            faults.add(new Problem.Fault(
                    "/shape", "the name of a shape of the standard", name.isEmpty() ? "nothing" : name));
        }
        return shape;
    }

    private static void rows(JsonNode records, List<String> sent, List<String> keys, List<Problem.Fault> faults) {
        if (!records.isArray() || records.isEmpty() || records.size() > MOST) {
            faults.add(new Problem.Fault(
                    "/records",
                    "1 to " + MOST + " records",
                    records.isArray() ? String.valueOf(records.size()) : "none"));
            return;
        }
        for (int row = 0; row < records.size(); row++) {
            JsonNode one = records.get(row);
            String key = one.path("record_key").asString("");
            if (key.isBlank()) {
                faults.add(
                        new Problem.Fault("/records/" + row + "/record_key", "your own lasting key of it", "nothing"));
            }
            keys.add(key);
            sent.add(JSON.writeValueAsString(one));
        }
    }

    private String slug(Viewer viewer) {
        return app.read(
                viewer.rights(),
                sql -> sql.sql("select slug from access.agency where agency_id = ?")
                        .param(viewer.agency())
                        .query(String.class)
                        .single());
    }

    private static Reply problem(List<Problem.Fault> faults) {
        return new Reply(
                422,
                JSON.writeValueAsString(Problem.of(
                        422,
                        "not-accepted",
                        "Nothing was accepted: see what was expected, and send all of it again",
                        faults)));
    }
}
