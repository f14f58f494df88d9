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
 * How many million pairs a second one core compares: two names by each string kernel, and two whole records by all
 * comparisons. Stands in the package of what it measures, because kernels are nobody else's business.
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
    private Plan plan;

    @Setup
    public void makeNamesAndRecords() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        for (int i = 0; i < NAMES; i++) {
            names[i] = name(random).getBytes(StandardCharsets.US_ASCII);
        }
        plan = new Plan(new Records(records(random)), new Frequencies(2));
        for (int i = 0; i < PAIRS; i++) {
            left[i] = random.nextInt(RECORDS);
            right[i] = random.nextInt(RECORDS);
        }
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
}
