package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.intake.Arrivals;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.mapping.Mapping;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a record takes from its acceptance until the Picture holds it, both commits durable, on the embedded database. Run by {@code bench/run arrivals DIR CSV ROWS}:
 * makes a store in DIR of the first ROWS rows of CSV (columns unique_id, first_name, surname, dob, city, postcode, email) where there is none yet, and tells what
 * import and build take; then rows like those that it holds, with a slip each, arrive one after the other, and after that 300 a second.
 */
final class ArrivalSpeed {
    private static final String AGENCY = "bench";
    private static final int WARM = 300;
    private static final int ONE_BY_ONE = 1_000;
    private static final int A_SECOND = 300;
    private static final int SECONDS = 20;
    private static final int CALLERS = 4;
    private static final String MAP = """
            map: bench
            version: 1
            standard: 1
            system: BENCH
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [unique_id]
                fields:
                  given_name: first_name
                  family_name: surname
                  date_of_birth: {column: dob, format: yyyy-MM-dd}
                  town: city
                  postcode: postcode
                  email: email
                  simulated: {value: "yes"}
            """;

    private final Store store;
    private final Mapping mapping;
    private final List<String[]> rows = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private String[] columns = {};

    private ArrivalSpeed(Store store) throws Exception {
        this.store = store;
        this.mapping = Mapping.parse(MAP, "bench.map.yaml");
    }

    public static void main(String[] arguments) throws Exception {
        try (Store store = Store.open(new StoreSettings(Path.of(arguments[0]), null))) {
            ArrivalSpeed speed = new ArrivalSpeed(store);
            Path csv = Path.of(arguments[1]);
            speed.fill(csv, Integer.parseInt(arguments[2]));
            if (arguments.length < 4) {
                speed.measure();
            }
        }
        System.exit(0);
    }

    private void fill(Path csv, int most) throws Exception {
        Path part = Files.createTempFile("bench", ".csv");
        try (BufferedReader lines = Files.newBufferedReader(csv);
                var out = Files.newBufferedWriter(part)) {
            columns = lines.readLine().split(",");
            out.write(String.join(",", columns) + "\n");
            int row = 0;
            for (String line = lines.readLine(); line != null && row < most; line = lines.readLine(), row++) {
                out.write(line + "\n");
                if (row % 97 == 0) {
                    rows.add(line.split(",", -1));
                }
            }
        }
        Agencies agencies = new Agencies(store.engine());
        agencies.agency(agencies.partnership("bench", "Bench"), AGENCY, "Bench", Agencies.Kind.OTHER);
        Picture.ensure(store.engine());
        long held = count("select count(*) from picture.record");
        if (held == 0) {
            long from = System.nanoTime();
            Intake.into(store, Clock.systemUTC(), 20_000)
                    .run(new ImportRequest(part, AGENCY, mapping, null, true), Progress.SILENT);
            print("import of %,d rows: %.1f s", most, seconds(from));
            long build = System.nanoTime();
            PictureBuild.Built built = new PictureBuild(
                            store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 2)
                    .run(phase -> print(
                            "  %-14s %8.2f s %,12d %s", phase.name(), phase.seconds(), phase.count(), phase.unit()));
            print("build of %,d persons from %,d records: %.1f s", built.persons(), built.records(), seconds(build));
        }
        Files.delete(part);
        print(
                "%,d records held, %,d blocking keys, %,d links",
                count("select count(*) from picture.record"),
                count("select count(*) from picture.blocking"),
                count("select count(*) from picture.link"));
    }

    private void measure() throws Exception {
        Linked linked = new Linked(store.engine());
        LinkingLeader leader =
                new LinkingLeader(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 2);
        Arrivals arrivals = Arrivals.into(store, Clock.systemUTC());
        try (LinkingLoop loop = new LinkingLoop(store.engine(), leader, linked)) {
            while (!loop.leads()) {
                Thread.sleep(10);
            }
            oneByOne(arrivals, linked, WARM);
            long[][] times = oneByOne(arrivals, linked, ONE_BY_ONE);
            print("one by one, accepted durably", times[0]);
            print("one by one, accepted and linked durably", times[1]);
            print(A_SECOND + " a second, accepted and linked durably", manyASecond(arrivals, linked));
        }
    }

    private long[][] oneByOne(Arrivals arrivals, Linked linked, int number) throws Exception {
        long[][] times = new long[2][number];
        for (int i = 0; i < number; i++) {
            String row = row();
            long from = System.nanoTime();
            UUID event = arrivals.accept(AGENCY, mapping, List.of(row)).event();
            times[0][i] = System.nanoTime() - from;
            if (!linked.await(event, Duration.ofSeconds(30))) {
                throw new IllegalStateException("expected the record to be linked within 30 s");
            }
            times[1][i] = System.nanoTime() - from;
        }
        return times;
    }

    /** Each call at its time, whatever became of those before: what waits counts as its time too. */
    private long[] manyASecond(Arrivals arrivals, Linked linked) throws Exception {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Object[]> accepted = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            sent.add(row());
        }
        java.util.concurrent.atomic.AtomicInteger next = new java.util.concurrent.atomic.AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < sent.size(); i = next.getAndIncrement()) {
                    long due = start + i * 1_000_000_000L / A_SECOND;
                    while (System.nanoTime() < due) {
                        java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                    }
                    accepted.add(new Object[] {
                        due,
                        arrivals.accept(AGENCY, mapping, List.of(sent.get(i))).event()
                    });
                }
            }));
        }
        Thread watcher = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < sent.size(); ) {
                Object[] one = accepted.poll();
                if (one == null) {
                    java.util.concurrent.locks.LockSupport.parkNanos(500_000);
                    continue;
                }
                try {
                    linked.await((UUID) one[1], Duration.ofSeconds(60));
                } catch (InterruptedException e) {
                    return;
                }
                times.add(System.nanoTime() - (long) one[0]);
                i++;
            }
        });
        for (Thread thread : threads) {
            thread.join();
        }
        double took = seconds(start);
        watcher.join();
        print("%,d accepted in %.1f s, all linked after %.1f s", sent.size(), took, seconds(start));
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    /** A row like one that is held, under a new key and with a slip. */
    private String row() {
        String[] like = rows.get(random.nextInt(rows.size())).clone();
        Map<String, String> row = new HashMap<>();
        for (int column = 0; column < columns.length - 1; column++) {
            row.put(columns[column], like[column]);
        }
        row.put("unique_id", "A" + UUID.randomUUID());
        String slipped = columns[1 + random.nextInt(2)];
        String text = row.get(slipped);
        if (text.length() > 2) {
            int at = random.nextInt(text.length());
            row.put(slipped, text.substring(0, at) + text.substring(at + 1));
        }
        return JsonMapper.shared().writeValueAsString(row);
    }

    private long count(String query) {
        return store.engine().in(sql -> sql.sql(query).query(Long.class).single());
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        print(
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms",
                what, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(part * sorted.length))] / 1e6;
    }

    private static void print(String form, Object... values) {
        System.out.printf(Locale.ROOT, form + "%n", values);
    }
}
