package clew.core.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The half of a run that is the same after training and under a fixed model: candidates are scored and records joined into persons. Also keeps what each phase took. */
final class Joining {
    private final RecordTable table;
    private final LinkSettings settings;
    private final Consumer<Phase> progress;
    private final List<Phase> phases = new ArrayList<>();
    private long phaseBegan = System.nanoTime();

    Joining(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        this.table = table;
        this.settings = settings;
        this.progress = progress;
    }

    boolean acrossSourcesOnly() {
        return settings.mode() == LinkSettings.Mode.LINK_ONLY;
    }

    void phase(String name, long count, String unit) {
        long now = System.nanoTime();
        Phase phase = new Phase(name, (now - phaseBegan) / 1e9, count, unit);
        phaseBegan = now;
        phases.add(phase);
        progress.accept(phase);
    }

    /** The result under a model that was learnt from these records: it is told how their pairs weigh. */
    LinkResult learnt(
            Records records,
            Plan plan,
            Blocks blocks,
            Candidates candidates,
            Weights weights,
            LinkModel model,
            Workers workers) {
        Edges edges = edges(candidates, weights, workers);
        LinkModel whole = model.withBestWeights(Drift.bestWeights(edges, records.rows()));
        return joined(records, plan, blocks, candidates, weights, edges, whole, workers);
    }

    /** The result under a model. */
    LinkResult result(
            Records records,
            Plan plan,
            Blocks blocks,
            Candidates candidates,
            Weights weights,
            LinkModel model,
            Workers workers) {
        Edges edges = edges(candidates, weights, workers);
        return joined(records, plan, blocks, candidates, weights, edges, model, workers);
    }

    /** The least weight of a pair that is kept. */
    long cut() {
        return settings.pairsAbove() == 0 ? Long.MIN_VALUE : ScoredPairs.weightOf(settings.pairsAbove());
    }

    private Edges edges(Candidates candidates, Weights weights, Workers workers) {
        Edges edges = Edges.score(candidates, weights, cut(), workers);
        phase("score", edges.size(), "pairs kept");
        return edges;
    }

    private LinkResult joined(
            Records records,
            Plan plan,
            Blocks blocks,
            Candidates candidates,
            Weights weights,
            Edges edges,
            LinkModel model,
            Workers workers) {
        double threshold = settings.threshold().orElse(model.threshold());
        Answers answers =
                new Answers(table, records, settings, plan, blocks, weights, new Guards(plan, weights), edges);
        long least = ScoredPairs.weightOf(threshold);
        Clusters clusters = answers.clusters(least);
        int[] first = clusters.find(records.rows(), workers);
        List<Clusters.Stopped> nearly = answers.nearDoubts(least, first).find(workers);
        phase("cluster", records.rows(), "records");
        List<Attention> attention = Stream.of(
                        answers.contradictions().stream(),
                        clusters.stopped().stream()
                                .map(stop -> attention(Attention.Why.HELD_BACK, "Not joined: ", records, stop)),
                        nearly.stream()
                                .map(stop ->
                                        attention(Attention.Why.NEARLY, "Not joined, though nearly: ", records, stop)))
                .flatMap(all -> all)
                .toList();
        int[] person = new int[first.length];
        int persons = numberPersons(records, first, person);
        return new LinkResult(
                person,
                persons,
                inRowsOfTable(records, edges),
                threshold == model.threshold() ? model : model.withThreshold(threshold),
                candidates.size(),
                attention,
                phases,
                answers);
    }

    /** Persons by row of the table, numbered by the first of their records; returns how many. */
    private static int numberPersons(Records records, int[] first, int[] person) {
        int[] numberOf = new int[first.length];
        int persons = 0;
        for (int row = 0; row < first.length; row++) {
            if (first[row] == row) {
                numberOf[row] = persons++;
            }
            person[records.tableRow(row)] = numberOf[first[row]];
        }
        return persons;
    }

    private static ScoredPairs inRowsOfTable(Records records, Edges edges) {
        int[] left = new int[edges.size()];
        int[] right = new int[edges.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = records.tableRow(edges.left()[i]);
            right[i] = records.tableRow(edges.right()[i]);
        }
        return new ScoredPairs(left, right, edges.weight());
    }

    private static Attention attention(Attention.Why why, String before, Records records, Clusters.Stopped stop) {
        return new Attention(
                why,
                before + stop.doubt().reason() + ".",
                Arrays.stream(stop.rows())
                        .map(records::tableRow)
                        .sorted()
                        .boxed()
                        .toList());
    }
}
