package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many million a second one core does: pairs of names compared by each string kernel, pairs of whole records by all comparisons, records put into the blocks of
 * all rules, and pairs scored under what was learnt. Stands in the package of what it measures, because kernels are nobody else's business.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseCompactObjectHeaders", "-XX:+UseParallelGC"})
public class KernelBenchmark {

    private static final int NAMES = 4096;
    private static final int RECORDS = 20_000;
    private static final int PAIRS = 4096;
    private static final String[] SYLLABLES = {
        "al", "be", "bre", "cla", "den", "el", "far", "gre", "hol", "im", "jor", "ka", "lin", "mar", "ner", "ol", "pre",
        "ros", "sha", "ton", "ur", "vic", "wil", "yas", "zo"
    };

    private final StringKernel kernel = new StringKernel();
    private final Comparator.Scratch scratch = new Comparator.Scratch(1 << 20);
    private final byte[][] names = new byte[NAMES][];
    private final int[] left = new int[PAIRS];
    private final int[] right = new int[PAIRS];

    @SuppressWarnings("NullAway.Init") // JMH calls the set-up before any benchmark
    private Records records;

    @SuppressWarnings("NullAway.Init")
    private Plan plan;

    @SuppressWarnings("NullAway.Init")
    private Weights weights;

    private final Workers alone = new Workers(1);
    private final long[] patterns = new long[PAIRS];

    @Setup
    public void makeNamesAndRecords() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < NAMES; i++) {
            names[i] = name(random).getBytes(StandardCharsets.US_ASCII);
        }
        records = new Records(records(random));
        Frequencies frequencies = new Frequencies(2);
        plan = new Plan(records, frequencies);
        for (int i = 0; i < PAIRS; i++) {
            left[i] = random.nextInt(RECORDS);
            right[i] = random.nextInt(RECORDS);
            patterns[i] = plan.pattern(left[i], right[i], scratch);
        }
        weights = weights(frequencies);
    }

    private Weights weights(Frequencies frequencies) {
        Histogram.Entries entries =
                Candidates.find(records, plan, blocks(), false, alone).entries();
        Chance chance = new Chance(records, plan, false, alone);
        return Trainer.trained(plan, entries, chance, RECORDS, RuleBlocks.pairs(RECORDS), alone)
                .learnt()
                .weights(plan, frequencies.adjustments(plan, alone));
    }

    private Blocks blocks() {
        return new Blocks(records, BlockingRules.of(records, false, alone), alone);
    }

    private static RecordTable records(RandomGenerator random) {
        RecordTable.Builder table = RecordTable.builder(List.of(
                new RecordTable.Column("given_name", Kind.GIVEN_NAME),
                new RecordTable.Column("family_name", Kind.FAMILY_NAME),
                new RecordTable.Column("date_of_birth", Kind.DATE_OF_BIRTH),
                new RecordTable.Column("postcode", Kind.POSTCODE),
                new RecordTable.Column("town", Kind.PLACE)));
        for (int i = 0; i < RECORDS; i++) {
            String born =
                    "%d-%02d-%02d".formatted(random.nextInt(1940, 2020), random.nextInt(1, 13), random.nextInt(1, 29));
            String postcode = "ZZ%d %dAB".formatted(random.nextInt(1, 100), random.nextInt(10));
            table.add("made", Integer.toString(i), name(random), name(random), born, postcode, name(random));
        }
        return table.build();
    }

    private static String name(RandomGenerator random) {
        StringBuilder name = new StringBuilder();
        for (int syllables = random.nextInt(2, 4); syllables > 0; syllables--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }

    @Benchmark
    @OperationsPerInvocation(NAMES - 1)
    public double jaroWinkler() {
        double sum = 0;
        for (int i = 1; i < NAMES; i++) {
            sum += kernel.jaroWinkler(names[i - 1], 0, names[i - 1].length, names[i], 0, names[i].length);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(NAMES - 1)
    public int editDistance() {
        int sum = 0;
        for (int i = 1; i < NAMES; i++) {
            sum += kernel.distance(names[i - 1], 0, names[i - 1].length, names[i], 0, names[i].length);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long wholeRecords() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += plan.pattern(left[i], right[i], scratch);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long block() {
        return blocks().pairs(0);
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long score() {
        long sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += weights.score(left[i], patterns[i]);
        }
        return sum;
    }
}
