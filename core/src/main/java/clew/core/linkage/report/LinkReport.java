package clew.core.linkage.report;

import clew.core.linkage.Attention;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.report.Told.Step;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report says about a link run: everything counted and chosen, nothing drawn yet. The same result and the same {@link Told} give the same report.
 *
 * @param sources the files that were linked
 * @param columns how full each column is
 * @param persons how many persons were found
 * @param candidatePairs pairs compared
 * @param model what was learnt, and the rules of blocking
 * @param curve what other thresholds would give, thresholds falling
 * @param weights kept pairs by weight
 * @param sizes persons by number of records
 * @param largest how many records the largest person has
 * @param samples pairs chosen to be looked at, explained
 * @param looks persons most in need of a look
 * @param clerk pairs for a clerk to judge
 * @param attention what was left for a person to decide
 * @param figures how the run did against truth; empty where truth is not known
 * @param groups how it did for groups of names; empty where truth is not known
 * @param told what the report was told about the run
 */
public record LinkReport(
        List<Source> sources,
        List<Fill> columns,
        int persons,
        long candidatePairs,
        LinkModel model,
        List<CurvePoint> curve,
        List<Band> weights,
        List<SizeBand> sizes,
        int largest,
        List<Sample> samples,
        List<PersonLook> looks,
        ClerkSample clerk,
        List<Attention> attention,
        List<Figure> figures,
        List<NameGroups.Group> groups,
        Told told) {

    public LinkReport {
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
        curve = List.copyOf(curve);
        weights = List.copyOf(weights);
        sizes = List.copyOf(sizes);
        samples = List.copyOf(samples);
        looks = List.copyOf(looks);
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
        groups = List.copyOf(groups);
    }

    /**
     * One source.
     *
     * @param name of the file without its ending
     * @param records how many it holds
     */
    public record Source(String name, long records) {}

    /**
     * How full a column is.
     *
     * @param name of the column
     * @param kind in words
     * @param missing records without a value in it
     */
    public record Fill(String name, String kind, long missing) {}

    /**
     * A figure against truth.
     *
     * @param name such as {@code "Pairs: precision"}
     * @param value in [0, 1]
     * @param meaning what it says, in plain words
     */
    public record Figure(String name, double value, String meaning) {}

    /** The report of a run: what it found, and what it was told. Walks the kept pairs a few times: some tenths of a second for a million records. */
    public static LinkReport of(RecordTable table, LinkResult result, Told told) {
        int[] sizes = result.sizes();
        List<SizeBand> bands = SizeBand.of(sizes);
        BitSet joined = result.joinedPairs();
        Judged judged = told.judged();
        return new LinkReport(
                sources(table),
                columns(table),
                result.persons(),
                result.candidatePairs(),
                result.model(),
                CurvePoint.of(result, judged),
                Band.of(result, joined),
                bands,
                bands.isEmpty() ? 0 : bands.get(bands.size() - 1).to(),
                SampleChoice.choose(table, result, joined),
                LookChoice.choose(table, result, sizes, joined),
                ClerkSample.of(table, result),
                result.attention(),
                judged == null ? List.of() : Figures.of(judged.score()),
                judged == null ? List.of() : NameGroups.of(table, result, judged),
                told);
    }

    /** The pairs for a clerk to judge, two rows of the table each, in the order of the report. */
    public static List<int[]> pairsForClerk(LinkResult result) {
        return ClerkSample.rowsOf(result);
    }

    /** The report of a run of which nothing is known but its result, and how it did against truth. */
    public static LinkReport of(RecordTable table, LinkResult result, List<Figure> figures, long peakMegabytes) {
        LinkReport plain = of(table, result, Told.nothing(result.phases(), peakMegabytes));
        return new LinkReport(
                plain.sources,
                plain.columns,
                plain.persons,
                plain.candidatePairs,
                plain.model,
                plain.curve,
                plain.weights,
                plain.sizes,
                plain.largest,
                plain.samples,
                plain.looks,
                plain.clerk,
                plain.attention,
                figures,
                plain.groups,
                plain.told);
    }

    /** How many records all sources hold. */
    public long records() {
        return sources.stream().mapToLong(Source::records).sum();
    }

    /** Seconds of all steps. */
    public double seconds() {
        return told.steps().stream()
                .map(Step::phase)
                .mapToDouble(clew.core.linkage.Phase::seconds)
                .sum();
    }

    /** The report as one page of HTML that needs no other file and no script. */
    public String toHtml() {
        return ReportPage.html(this);
    }

    private static List<Source> sources(RecordTable table) {
        long[] records = table.recordsBySource();
        return IntStream.range(0, records.length)
                .mapToObj(source -> new Source(table.sources().get(source), records[source]))
                .toList();
    }

    private static List<Fill> columns(RecordTable table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> {
                    RecordTable.Column described = table.columns().get(column);
                    return new Fill(described.name(), described.kind().title(), table.missing(column));
                })
                .toList();
    }
}
