package clew.app.identity;

import clew.core.explain.Explanation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Explanations as they are kept: {@code [value, "description", [parts]]}, which is short, because there are millions of them. */
final class ExplanationJson {
    private static final ObjectMapper JSON = JsonMapper.shared();

    private ExplanationJson() {}

    static String write(Explanation explanation) {
        StringBuilder json = new StringBuilder(512);
        write(explanation, json);
        return json.toString();
    }

    /** Reads what {@link #write} wrote; a tree whose parts do not add up is refused. */
    static Explanation read(String json) {
        return read(JSON.readTree(json));
    }

    private static void write(Explanation explanation, StringBuilder json) {
        json.append('[').append(explanation.value()).append(',');
        json.append(JSON.writeValueAsString(explanation.description()));
        if (!explanation.details().isEmpty()) {
            char before = '[';
            json.append(',');
            for (Explanation detail : explanation.details()) {
                json.append(before);
                write(detail, json);
                before = ',';
            }
            json.append(']');
        }
        json.append(']');
    }

    private static Explanation read(JsonNode node) {
        List<Explanation> details = new ArrayList<>();
        node.path(2).forEach(part -> details.add(read(part)));
        return new Explanation(node.get(0).asLong(), node.get(1).asString(), details);
    }
}
