package clew.core.linkage.files;

import clew.core.linkage.Attention;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.ScoredPairs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Writes what a link run found. The same result gives the same bytes. Streams are flushed, not closed. */
public final class LinkOutput {
    private static final byte[] PERSON = {',', 'P'};
    private static final byte[] COMMA = {','};
    private static final byte[] TIE = {',', 'y', 'e', 's'};
    private static final byte[] NEW_LINE = {'\n'};

    private LinkOutput() {}

    /** {@code persons.csv}: header {@code source,record_id,person_id}; records in the order of the input, persons numbered from P1. */
    public static void writePersons(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        CsvLines lines = new CsvLines(stream);
        lines.plain("source,record_id,person_id\n");
        byte[][] sources = sources(table);
        for (int row = 0; row < table.rows(); row++) {
            lines.plain(sources[table.sourceOf(row)]);
            lines.cell(table.ids(), row);
            lines.plain(PERSON);
            lines.number(result.personOf(row) + 1L);
            lines.plain(NEW_LINE);
        }
        lines.flush();
    }

    /** {@code pairs.csv}: header {@code left_source,left_id,right_source,right_id,probability,weight_bits}; best first. */
    public static void writePairs(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        CsvLines lines = new CsvLines(stream);
        lines.plain("left_source,left_id,right_source,right_id,probability,weight_bits\n");
        byte[][] sources = sources(table);
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair++) {
            for (int row : new int[] {pairs.left(pair), pairs.right(pair)}) {
                lines.plain(sources[table.sourceOf(row)]);
                lines.cell(table.ids(), row);
                lines.plain(COMMA);
            }
            lines.millionths(Math.round(pairs.probability(pair) * 1_000_000));
            lines.plain(COMMA);
            lines.millionths(pairs.weight(pair));
            lines.plain(NEW_LINE);
        }
        lines.flush();
    }

    /**
     * {@code needs-attention.csv}: header {@code matter,why,reason,source,record_id,person_id,tie}; a row for each record of each matter, matters numbered from 1; {@code
     * tie} is {@code yes} for the two records that a matter hangs on.
     */
    public static void writeAttention(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        CsvLines lines = new CsvLines(stream);
        lines.plain("matter,why,reason,source,record_id,person_id,tie\n");
        byte[][] sources = sources(table);
        long matter = 0;
        for (Attention attention : result.attention()) {
            matter++;
            byte[] why = (','
                            + attention.why().name().toLowerCase(Locale.ROOT)
                            + ','
                            + CsvLines.quoted(attention.reason())
                            + ',')
                    .getBytes(StandardCharsets.UTF_8);
            for (int row : attention.rows()) {
                lines.number(matter);
                lines.plain(why);
                lines.plain(sources[table.sourceOf(row)]);
                lines.cell(table.ids(), row);
                lines.plain(PERSON);
                lines.number(result.personOf(row) + 1L);
                lines.plain(attention.tie().contains(row) ? TIE : COMMA);
                lines.plain(NEW_LINE);
            }
        }
        lines.flush();
    }

    /**
     * {@code clerk.csv}: header {@code pair,left_source,left_id,right_source,right_id,answer}; pairs numbered from 1, answers empty, to be filled in and given to
     * {@link AnswersFile}.
     *
     * @param pairs two rows each
     */
    public static void writePairsToJudge(RecordTable table, List<int[]> pairs, OutputStream stream) throws IOException {
        CsvLines lines = new CsvLines(stream);
        lines.plain("pair," + String.join(",", AnswersFile.COLUMNS) + "\n");
        byte[][] sources = sources(table);
        for (int pair = 0; pair < pairs.size(); pair++) {
            lines.number(pair + 1L);
            lines.plain(COMMA);
            for (int row : pairs.get(pair)) {
                lines.plain(sources[table.sourceOf(row)]);
                lines.cell(table.ids(), row);
                lines.plain(COMMA);
            }
            lines.plain(NEW_LINE);
        }
        lines.flush();
    }

    /** The names of the sources as cells, each with the comma after it. */
    private static byte[][] sources(RecordTable table) {
        return table.sources().stream()
                .map(name -> (CsvLines.quoted(name) + ",").getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
