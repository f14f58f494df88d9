package clew.core.linkage.files;

import clew.core.linkage.LinkModel;
import clew.core.linkage.RecordTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a model as JSON, property by property: the bytes that a mapper of records makes, without its looking at every class first, which took longer than
 * writing a small model. Values, of which a model of a million records has some hundred thousand, go straight into the stream of the generator.
 */
final class ModelJson {
    private static final byte[] TEXT = ascii("{\"text\":\"");
    private static final byte[] NEXT_TEXT = ascii(",{\"text\":\"");
    private static final byte[] RECORDS = ascii("\",\"records\":");
    private static final byte[] ADJUSTMENT = ascii(",\"adjustment\":");
    private static final byte[] END = ascii("}");

    private final OutputStream stream;
    private final JsonGenerator json;

    private ModelJson(OutputStream stream, JsonGenerator json) {
        this.stream = stream;
        this.json = json;
    }

    /** Writes a model; the stream is flushed, not closed. */
    static void write(LinkModel model, OutputStream stream) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(stream)) {
            new ModelJson(stream, json).model(model);
        }
    }

    private void model(LinkModel model) throws IOException {
        json.writeStartObject();
        json.writeNumberProperty("version", model.version());
        json.writeNumberProperty("records", model.records());
        json.writeNumberProperty("possible_pairs", model.possiblePairs());
        json.writeArrayPropertyStart("columns");
        model.columns().forEach(this::column);
        json.writeEndArray();
        json.writeArrayPropertyStart("reference");
        model.reference().forEach(this::reference);
        json.writeEndArray();
        json.writeNumberProperty("prior", model.prior());
        json.writeNumberProperty("lambda", model.lambda());
        json.writeName("prior_of_homes");
        if (model.priorOfHomes().isPresent()) {
            json.writeNumber(model.priorOfHomes().getAsLong());
        } else {
            json.writeNull();
        }
        json.writeArrayPropertyStart("comparisons");
        for (LinkModel.Comparison comparison : model.comparisons()) {
            comparison(comparison);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rules");
        model.rules().forEach(this::rule);
        json.writeEndArray();
        json.writeNumberProperty("blocking_recall", model.blockingRecall());
        json.writeNumberProperty("threshold", model.threshold());
        json.writeNumberProperty("training_rounds", model.trainingRounds());
        texts("warnings", model.warnings());
        numbers("best_weights", model.bestWeights());
        json.writeEndObject();
    }

    private void column(RecordTable.Column column) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        json.writeStringProperty("kind", column.kind().name());
        json.writeEndObject();
    }

    private void reference(LinkModel.Reference reference) {
        json.writeStartObject();
        json.writeStringProperty("name", reference.name());
        json.writeStringProperty("version", reference.version());
        json.writeEndObject();
    }

    private void comparison(LinkModel.Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("field", comparison.field());
        json.writeStringProperty("given", comparison.given());
        json.writeStringProperty("kind", comparison.kind().name());
        texts("columns", comparison.columns());
        json.writeNumberProperty("filled", comparison.filled());
        json.writeBooleanProperty("national", comparison.national());
        json.writeNumberProperty("pooled_level", comparison.pooledLevel());
        json.writeArrayPropertyStart("levels");
        for (LinkModel.Level level : comparison.levels()) {
            level(level);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void level(LinkModel.Level level) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("label", level.label());
        json.writeNumberProperty("m", level.m());
        json.writeNumberProperty("u", level.u());
        json.writeNumberProperty("weight", level.weight());
        json.writeNumberProperty("home", level.home());
        json.writeBooleanProperty("by_value", level.byValue());
        json.writeNumberProperty("pooled", level.pooled());
        json.writeArrayPropertyStart("values");
        if (!level.values().isEmpty()) {
            json.flush();
            values(level.values());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void values(List<LinkModel.Value> values) throws IOException {
        CsvLines lines = new CsvLines(stream);
        byte[] begin = TEXT;
        for (LinkModel.Value value : values) {
            lines.plain(begin);
            value(value, lines);
            begin = NEXT_TEXT;
        }
        lines.flush();
    }

    private static void value(LinkModel.Value value, CsvLines lines) throws IOException {
        lines.plain(quoted(value.text()));
        lines.plain(RECORDS);
        lines.number(value.records());
        lines.plain(ADJUSTMENT);
        lines.number(value.adjustment());
        lines.plain(END);
    }

    private static byte[] quoted(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte one : utf8) {
            if (one >= 0 && one < ' ' || one == '"' || one == '\\') {
                return JsonStringEncoder.getInstance().quoteAsUTF8(text);
            }
        }
        return utf8;
    }

    private void rule(LinkModel.Rule rule) {
        json.writeStartObject();
        json.writeStringProperty("name", rule.name());
        json.writeArrayPropertyStart("parts");
        rule.parts().forEach(this::part);
        json.writeEndArray();
        json.writeBooleanProperty("any_order", rule.anyOrder());
        json.writeNumberProperty("pairs", rule.pairs());
        json.writeNumberProperty("new_pairs", rule.newPairs());
        json.writeNumberProperty("matches", rule.matches());
        json.writeArrayPropertyStart("stop_keys");
        rule.stopKeys().forEach(this::stopKey);
        json.writeEndArray();
        numbers("stops", rule.stops());
        json.writeEndObject();
    }

    private void part(LinkModel.Part part) {
        json.writeStartObject();
        json.writeStringProperty("name", part.name());
        json.writeStringProperty("form", part.form().name());
        texts("fields", part.fields());
        json.writeEndObject();
    }

    private void stopKey(LinkModel.StopKey stopKey) {
        json.writeStartObject();
        json.writeStringProperty("key", stopKey.key());
        json.writeNumberProperty("records", stopKey.records());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void numbers(String name, List<Long> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
