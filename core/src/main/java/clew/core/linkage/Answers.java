package clew.core.linkage;

import clew.core.explain.Explanation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be asked of any two records after a run, in rows of the table. Thread-safe; comparing is cheap only because its caches are kept from pair to pair. */
final class Answers implements LinkResult.Look, Clusters.PairLook {
    private final RecordTable table;
    private final Records records;
    private final LinkSettings settings;
    private final Plan plan;
    private final Blocks blocks;
    private final Weights weights;
    private final Guards guards;
    private final Edges edges;
    private final int[] canonical;
    private final Constraints constraints;
    private final Calibration calibration;

    Answers(
            RecordTable table,
            Records records,
            LinkSettings settings,
            Plan plan,
            Blocks blocks,
            Weights weights,
            Guards guards,
            Edges edges) {
        this.table = table;
        this.records = records;
        this.settings = settings;
        this.plan = plan;
        this.blocks = blocks;
        this.weights = weights;
        this.guards = guards;
        this.edges = edges;
        canonical = records.canonicalRows();
        calibration = Calibration.of(settings.answers(), canonical);
        constraints = Constraints.of(
                canonical.length,
                settings.decisions().stream()
                        .map(decision ->
                                new Judgement(canonical[decision.left()], canonical[decision.right()], decision.same()))
                        .toList());
    }

    /** Records said to be one person among which two are said not to be, in rows of the table. */
    List<Attention> contradictions() {
        return Stream.concat(
                        constraints.contradictions().stream()
                                .map(
                                        rows -> contradiction(
                                                rows,
                                                "People's decisions contradict each other: records said to be one person, two of which are said not to be. None of these joins was kept.")),
                        calibration.contradictions().stream()
                                .map(
                                        rows -> contradiction(
                                                rows,
                                                "People's answers contradict each other: records said to be one person, two of which are said not to be. None of these answers was counted.")))
                .toList();
    }

    private Attention contradiction(int[] rows, String reason) {
        return new Attention(
                Attention.Why.CONTRADICTION,
                reason,
                Arrays.stream(rows).map(records::tableRow).sorted().boxed().toList());
    }

    @Override
    public Optional<LinkResult.Calibrated> calibrated() {
        return settings.answers().isEmpty()
                ? Optional.empty()
                : Optional.of(new LinkResult.Calibrated(weights.moved(), calibration.counted()));
    }

    @Override
    public long pattern(int left, int right) {
        return plan.pattern(left, right, plan.scratch());
    }

    @Override
    public void comparePatterns(PairBatch pairs) {
        plan.comparePatterns(pairs, plan.scratch());
    }

    @Override
    public long score(int left, int right, long pattern) {
        return weights.score(left, pattern);
    }

    @Override
    public Guards.Doubt doubt(int left, int right, long pattern) {
        return guards.doubt(left, right, pattern);
    }

    @Override
    public Explanation explain(int one, int other) {
        int left = left(one, other);
        int right = right(one, other);
        return weights.explain(left, right, pattern(left, right));
    }

    @Override
    public long weight(int one, int other) {
        int left = left(one, other);
        int right = right(one, other);
        return score(left, right, pattern(left, right));
    }

    @Override
    public Optional<String> doubt(int one, int other) {
        int left = left(one, other);
        int right = right(one, other);
        Guards.Doubt doubt = doubt(left, right, pattern(left, right));
        return doubt == Guards.Doubt.NONE ? Optional.empty() : Optional.of(doubt.reason());
    }

    @Override
    public boolean wasCompared(int one, int other) {
        boolean possible = settings.mode() == LinkSettings.Mode.DEDUPE || table.sourceOf(one) != table.sourceOf(other);
        return possible && blocks.mask(canonical[one], canonical[other]) != 0;
    }

    @Override
    public List<WhyNot.RuleLook> rules(int one, int other) {
        int left = left(one, other);
        int right = right(one, other);
        long mask = wasCompared(one, other) ? blocks.mask(left, right) : 0;
        return IntStream.range(0, blocks.width())
                .mapToObj(rule -> rule(blocks.rule(rule), left, right, (mask >>> rule & 1) == 1))
                .toList();
    }

    private static WhyNot.RuleLook rule(BlockingRule rule, int left, int right, boolean gives) {
        boolean inOtherOrder = rule.agreesInOtherOrder(left, right);
        Map<Boolean, List<String>> parts = rule.atoms().stream()
                .collect(Collectors.partitioningBy(
                        atom -> inOtherOrder || atom.hash(left) != 0 && atom.hash(left) == atom.hash(right),
                        Collectors.mapping(Atom::name, Collectors.toList())));
        return new WhyNot.RuleLook(
                rule.name(), gives, parts.getOrDefault(true, List.of()), parts.getOrDefault(false, List.of()));
    }

    @Override
    public int[] personsAt(long threshold) {
        try (Workers workers = new Workers(settings.threads())) {
            int[] first = clusters(threshold).find(records.rows(), workers);
            int[] person = new int[first.length];
            for (int row = 0; row < first.length; row++) {
                person[records.tableRow(row)] = first[row];
            }
            return person;
        }
    }

    /** The clustering of the run's pairs at a threshold, in millionths of a bit. */
    Clusters clusters(long threshold) {
        return new Clusters(edges, this, threshold, Linkage.MOST_WEIGHT, constraints);
    }

    /** Doubtful pairs not far below the threshold, of persons told by their first records. */
    NearDoubts nearDoubts(long threshold, int[] first) {
        return new NearDoubts(edges, this, threshold, constraints, first);
    }

    /** Persons that one weak link holds together, of persons told by their first records. */
    Bridges bridges(long threshold, int[] first) {
        return new Bridges(edges, this, threshold, constraints, first);
    }

    private int left(int one, int other) {
        return Math.min(canonical[one], canonical[other]);
    }

    private int right(int one, int other) {
        return Math.max(canonical[one], canonical[other]);
    }
}
