package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

    /** The result under a model that was learnt from these records, and may still be put together: it is told how their pairs weigh. */
    LinkResult learnt(
            Records records,
            Plan plan,
            Blocks blocks,
            Candidates candidates,
            Weights weights,
            double threshold,
            Supplier<LinkModel> model,
            Workers workers) {
        Edges edges = edges(candidates, weights, workers);
        Supplier<LinkModel> whole =
                workers.begin(() -> model.get().withBestWeights(Drift.bestWeights(edges, records.rows())));
        return joined(records, plan, blocks, candidates, weights, edges, threshold, whole, workers);
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
        double threshold = settings.threshold().orElse(model.threshold());
        return joined(records, plan, blocks, candidates, weights, edges, threshold, () -> model, workers);
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
            double threshold,
            Supplier<LinkModel> model,
            Workers workers) {
        Supplier<ScoredPairs> pairs = workers.begin(() -> inRowsOfTable(records, edges));
        Answers answers =
                new Answers(table, records, settings, plan, blocks, weights, new Guards(plan, weights), edges);
        long least = ScoredPairs.weightOf(threshold);
        Clusters clusters = answers.clusters(least);
        int[] first = clusters.find(records.rows(), workers);
        int[] person = new int[first.length];
        Supplier<Integer> persons = workers.begin(() -> numberPersons(records, first, person));
        Matters matters = new Matters(records);
        matters.contradictions(answers.contradictions());
        matters.stopped(clusters.stopped());
        matters.nearly(answers.nearDoubts(least, first).find(workers));
        matters.bridges(answers.bridges(least, first).find(workers));
        matters.large(first);
        matters.chained(clusters.chained());
        int numbered = persons.get();
        phase("cluster", records.rows(), "records");
        return new LinkResult(
                person,
                numbered,
                pairs.get(),
                model.get().withThreshold(threshold),
                candidates.size(),
                matters.all(),
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
}
