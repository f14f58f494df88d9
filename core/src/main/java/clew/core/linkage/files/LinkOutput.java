package clew.core.linkage.files;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what a link run found. The same result gives the same bytes. Streams are flushed, not closed. */
public final class LinkOutput {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private LinkOutput() {}

    /** {@code persons.csv}: header {@code source,record_id,person_id}; records in the order of the input, persons numbered from P1. */
    public static void writePersons(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        Writer writer = writer(stream);
        writer.write("source,record_id,person_id\n");
        for (int row = 0; row < table.rows(); row++) {
            writer.write(cell(table.sources().get(table.sourceOf(row))));
            writer.write(',');
            writer.write(cell(table.idOf(row)));
            writer.write(",P");
            writer.write(Integer.toString(result.personOf(row) + 1));
            writer.write('\n');
        }
        writer.flush();
    }

    /** {@code pairs.csv}: header {@code left_source,left_id,right_source,right_id,probability,weight_bits}; best first. */
    public static void writePairs(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        Writer writer = writer(stream);
        writer.write("left_source,left_id,right_source,right_id,probability,weight_bits\n");
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            record(writer, table, pairs.left(pair));
            record(writer, table, pairs.right(pair));
            writer.write(millionths(Math.round(pairs.probability(pair) * 1_000_000)));
            writer.write(',');
            writer.write(millionths(pairs.weight(pair)));
            writer.write('\n');
        }
        writer.flush();
    }

    /** {@code model.json}: the whole model, weights in millionths of a bit. */
    public static void writeModel(LinkModel model, OutputStream stream) throws IOException {
        stream.write(JSON.writeValueAsBytes(model));
        stream.write('\n');
        stream.flush();
    }

    /** A fixed-point number with six decimals. */
    static String millionths(long value) {
        long size = Math.abs(value);
        String fraction = Long.toString(size % Explanation.UNITS_PER_BIT);
        return (value < 0 ? "-" : "")
                + size / Explanation.UNITS_PER_BIT
                + '.'
                + "000000".substring(fraction.length())
                + fraction;
    }

    private static void record(Writer writer, RecordTable table, int row) throws IOException {
        writer.write(cell(table.sources().get(table.sourceOf(row))));
        writer.write(',');
        writer.write(cell(table.idOf(row)));
        writer.write(',');
    }

    private static String cell(String text) {
        boolean plain =
                text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Writer writer(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    }
}
