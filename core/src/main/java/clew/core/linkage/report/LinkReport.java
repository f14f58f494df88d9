package clew.core.linkage.report;

import clew.core.linkage.Attention;
import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report says about a link run: everything counted and chosen, nothing drawn yet.
 *
 * @param sources the files that were linked
 * @param columns how full each column is
 * @param persons how many persons were found
 * @param candidatePairs pairs compared
 * @param model what was learnt, and the rules of blocking
 * @param weights kept pairs by weight
 * @param sizes persons by number of records
 * @param largest how many records the largest person has
 * @param samples pairs chosen to be looked at
 * @param attention what was left for a person to decide
 * @param figures how the run did against truth; empty where truth is not known
 * @param phases what took how long
 * @param peakMegabytes most memory the run held, 0 where not known
 */
public record LinkReport(
        List<Source> sources,
        List<Fill> columns,
        int persons,
        long candidatePairs,
        LinkModel model,
        List<Band> weights,
        List<SizeBand> sizes,
        int largest,
        List<Sample> samples,
        List<Attention> attention,
        List<Figure> figures,
        List<Phase> phases,
        long peakMegabytes) {

    public LinkReport {
        sources = List.copyOf(sources);
        columns = List.copyOf(columns);
        weights = List.copyOf(weights);
        sizes = List.copyOf(sizes);
        samples = List.copyOf(samples);
        attention = List.copyOf(attention);
        figures = List.copyOf(figures);
        phases = List.copyOf(phases);
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

    /**
     * The report of a run.
     *
     * @param figures how it did against truth; may be empty
     * @param peakMegabytes most memory held so far, 0 where not known
     */
    public static LinkReport of(RecordTable table, LinkResult result, List<Figure> figures, long peakMegabytes) {
        int[] sizes = sizes(result);
        return new LinkReport(
                sources(table),
                columns(table),
                result.persons(),
                result.candidatePairs(),
                result.model(),
                Band.of(result),
                SizeBand.of(sizes),
                IntStream.of(sizes).max().orElse(0),
                SampleChoice.choose(table, result),
                result.attention(),
                figures,
                result.phases(),
                peakMegabytes);
    }

    /** How many records all sources hold. */
    public long records() {
        return sources.stream().mapToLong(Source::records).sum();
    }

    /** Seconds of all phases. */
    public double seconds() {
        return phases.stream().mapToDouble(Phase::seconds).sum();
    }

    /** The report as one page of HTML that needs no other file and no script. */
    public String toHtml() {
        return ReportPage.html(this);
    }

    private static int[] sizes(LinkResult result) {
        int[] sizes = new int[result.persons()];
        for (int row = 0; row < result.rows(); row++) {
            sizes[result.personOf(row)]++;
        }
        return sizes;
    }

    private static List<Source> sources(RecordTable table) {
        long[] records = new long[table.sources().size()];
        for (int row = 0; row < table.rows(); row++) {
            records[table.sourceOf(row)]++;
        }
        return IntStream.range(0, records.length)
                .mapToObj(source -> new Source(table.sources().get(source), records[source]))
                .toList();
    }

    private static List<Fill> columns(RecordTable table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> {
                    RecordTable.Column described = table.columns().get(column);
                    return new Fill(described.name(), described.kind().title(), missing(table, column));
                })
                .toList();
    }

    private static long missing(RecordTable table, int column) {
        return IntStream.range(0, table.rows())
                .filter(row -> table.isMissing(row, column))
                .count();
    }
}
