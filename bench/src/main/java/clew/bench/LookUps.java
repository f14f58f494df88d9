package clew.bench;

import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.LinkSettings.Learning;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.LinkInput;
import clew.core.linkage.files.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How long it takes to find the records of one person among all of a file, by a model learnt before: the keys of one record, the records that share one, and their scores
 * and persons. {@code bench/run lookups CSV MAP}. Records are drawn from the file itself, and are then in the index too.
 */
final class LookUps {
    private static final int WARM_UP = 3_000;
    private static final int MEASURED = 3_000;

    private final RecordTable table;
    private final AppliedModel model;
    private final Map<Long, int[]> rowsByKey = new HashMap<>();
    private final LinkSettings settings = LinkSettings.defaults().withThreads(1);

    private LookUps(RecordTable table) {
        this.table = table;
        model = AppliedModel.of(Linkage.link(table, LinkSettings.defaults().withLearning(Learning.STORE), phase -> {})
                .model());
        long[][] keys = model.keys(table);
        for (int row = 0; row < keys.length; row++) {
            for (long key : keys[row]) {
                int[] before = rowsByKey.getOrDefault(key, new int[0]);
                int[] rows = Arrays.copyOf(before, before.length + 1);
                rows[before.length] = row;
                rowsByKey.put(key, rows);
            }
        }
    }

    /** Prints one CSV line. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected CSV MAP, found " + List.of(arguments));
        }
        Path csv = Path.of(arguments[0]);
        try (InputStream map = Files.newInputStream(Path.of(arguments[1]))) {
            List<SourceFile> sources = List.of(SourceFile.of(csv, () -> Files.newInputStream(csv)));
            ColumnMap columns = ColumnMap.read(map, arguments[1]);
            new LookUps(LinkInput.read(sources, columns, null).table()).measure();
        }
    }

    private void measure() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
        long[] nanos = new long[MEASURED];
        long compared = 0;
        for (int i = -WARM_UP; i < MEASURED; i++) {
            int row = random.nextInt(table.rows());
            long began = System.nanoTime();
            LinkResult found = lookUp(row);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - began;
                compared += found.rows() - 1L;
            }
        }
        Arrays.sort(nanos);
        System.out.println("records,look_ups,records_compared,p50_ms,p95_ms,p99_ms,most_ms,load");
        System.out.printf(
                Locale.ROOT,
                "%d,%d,%.1f,%.3f,%.3f,%.3f,%.3f,%.2f%n",
                table.rows(),
                MEASURED,
                (double) compared / MEASURED,
                millis(nanos[MEASURED / 2]),
                millis(nanos[MEASURED * 95 / 100]),
                millis(nanos[MEASURED * 99 / 100]),
                millis(nanos[MEASURED - 1]),
                Machine.load());
    }

    /** The record and all that share a key with it, linked under the model. */
    private LinkResult lookUp(int sought) {
        long[] keys = model.keys(only(List.of(sought)))[0];
        TreeSet<Integer> rows = new TreeSet<>();
        rows.add(sought);
        for (long key : keys) {
            for (int row : rowsByKey.getOrDefault(key, new int[0])) {
                rows.add(row);
            }
        }
        return model.apply(only(new ArrayList<>(rows)), settings, phase -> {});
    }

    private RecordTable only(List<Integer> rows) {
        RecordTable.Builder some = RecordTable.builder(table.columns());
        String[] values = new String[table.columns().size()];
        for (int row : rows) {
            Arrays.setAll(values, column -> table.valueOf(row, column));
            some.add("file", table.idOf(row), values);
        }
        return some.build();
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
