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

    /** Rows or pairs written by one call: so few that a method for them is compiled at once, so many that what they read of memory can be fetched together. */
    private static final int BLOCK = 64;

    private final RecordTable table;
    private final CsvLines lines;
    private final byte[][] sources;
    private int fetched;

    private LinkOutput(RecordTable table, OutputStream stream) {
        this.table = table;
        lines = new CsvLines(stream);
        sources = sources(table);
    }

    /** {@code persons.csv}: header {@code source,record_id,person_id}; records in the order of the input, persons numbered from P1. */
    public static void writePersons(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        LinkOutput output = new LinkOutput(table, stream);
        output.lines.plain("source,record_id,person_id\n");
        for (int row = 0; row < table.rows(); row += BLOCK) {
            output.persons(result, row, Math.min(row + BLOCK, table.rows()));
        }
        output.lines.flush();
    }

    private void persons(LinkResult result, int from, int to) throws IOException {
        for (int row = from; row < to; row++) {
            record(row);
            lines.plain(PERSON);
            lines.number(result.personOf(row) + 1);
            lines.plain(NEW_LINE);
        }
    }

    /** {@code pairs.csv}: header {@code left_source,left_id,right_source,right_id,probability,weight_bits}; best first. */
    public static void writePairs(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        LinkOutput output = new LinkOutput(table, stream);
        output.lines.plain("left_source,left_id,right_source,right_id,probability,weight_bits\n");
        ScoredPairs pairs = result.pairs();
        for (int pair = 0; pair < pairs.size(); pair += BLOCK) {
            int end = Math.min(pair + BLOCK, pairs.size());
            output.fetch(pairs, pair, end);
            output.pairs(pairs, pair, end);
        }
        output.lines.flush();
    }

    /** Fetches the ids of some pairs together, so that writing them need not wait for memory again and again. */
    private void fetch(ScoredPairs pairs, int from, int to) {
        for (int pair = from; pair < to; pair++) {
            fetched += table.ids().fetch(pairs.left(pair)) + table.ids().fetch(pairs.right(pair));
        }
    }

    private void pairs(ScoredPairs pairs, int from, int to) throws IOException {
        for (int pair = from; pair < to; pair++) {
            record(pairs.left(pair));
            lines.plain(COMMA);
            record(pairs.right(pair));
            lines.plain(COMMA);
            lines.millionths(Math.round(pairs.probability(pair) * 1_000_000));
            lines.plain(COMMA);
            lines.millionths(pairs.weight(pair));
            lines.plain(NEW_LINE);
        }
    }

    /** The source of a record and its id. */
    private void record(int row) throws IOException {
        lines.plain(sources[sources.length == 1 ? 0 : table.sourceOf(row)]);
        lines.cell(table.ids(), row);
    }

    /**
     * {@code needs-attention.csv}: header {@code matter,why,reason,source,record_id,person_id,tie}; a row for each record of each matter, matters numbered from 1; {@code
     * tie} is {@code yes} for the two records that a matter hangs on.
     */
    public static void writeAttention(RecordTable table, LinkResult result, OutputStream stream) throws IOException {
        LinkOutput output = new LinkOutput(table, stream);
        CsvLines lines = output.lines;
        lines.plain("matter,why,reason,source,record_id,person_id,tie\n");
        int matter = 0;
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
                output.record(row);
                lines.plain(PERSON);
                lines.number(result.personOf(row) + 1);
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
        LinkOutput output = new LinkOutput(table, stream);
        CsvLines lines = output.lines;
        lines.plain("pair," + String.join(",", AnswersFile.COLUMNS) + "\n");
        for (int pair = 0; pair < pairs.size(); pair++) {
            lines.number(pair + 1);
            lines.plain(COMMA);
            for (int row : pairs.get(pair)) {
                output.record(row);
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
