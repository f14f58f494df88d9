package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.cli.ServeCommand;
import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.store.EngineTransactions;
import clew.app.store.Store;
import clew.app.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a record takes from its acceptance until the Picture holds it, both commits durable, and how long a question takes, on the embedded database. Run by
 * {@code bench/run arrivals DIR CSV ROWS [RESULTS.csv]}: makes a store in DIR of the first ROWS rows of CSV where there is none yet, and tells what import, training and build
 * take; then rows like those that it holds, with a slip each, arrive one after the other, after that 300 a second, and in the end others are asked about over HTTP.
 */
final class ArrivalSpeed {
    private static final int WARM = 1_500;
    private static final int ONE_BY_ONE = 1_000;
    private static final int A_SECOND = 300;
    private static final int SECONDS = 20;
    private static final int CALLERS = 4;

    private final ArrivalStore rows;
    private final ArrivalLine line;

    private ArrivalSpeed(ArrivalStore rows, ArrivalLine line) {
        this.rows = rows;
        this.line = line;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        ArrivalLine line = new ArrivalLine();
        ArrivalSpeed speed;
        try (Store store = Store.open(new StoreSettings(directory, null))) {
            speed = new ArrivalSpeed(
                    ArrivalStore.of(store, Path.of(arguments[1]), Integer.parseInt(arguments[2]), line), line);
            if (!Boolean.getBoolean("clew.bench.fill")) {
                speed.measure(store);
            }
        }
        if (!Boolean.getBoolean("clew.bench.fill") && !Boolean.getBoolean("clew.bench.arrivals")) {
            speed.ask(directory);
        }
        if (arguments.length > 3) {
            line.addTo(Path.of(arguments[3]));
        }
        System.exit(0);
    }

    private void measure(Store store) throws Exception {
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
            line.part("accepted_p50_ms", times[0], 0.5).part("accepted_p99_ms", times[0], 0.99);
            line.part("linked_p50_ms", times[1], 0.5)
                    .part("linked_p95_ms", times[1], 0.95)
                    .part("linked_p99_ms", times[1], 0.99);
            if (Boolean.getBoolean("clew.bench.one")) {
                return;
            }
            long[] flood = manyASecond(arrivals, linked);
            line.part("flood_p50_ms", flood, 0.5).part("flood_p99_ms", flood, 0.99);
            for (String number : System.getProperty("clew.bench.files", "").split(",")) {
                if (!number.isEmpty()) {
                    oneFile(arrivals, linked, Integer.parseInt(number));
                }
            }
        }
    }

    /** Times until accepted, and until linked, ascending. */
    private long[][] oneByOne(Arrivals arrivals, Linked linked, int number) throws Exception {
        long[][] times = new long[2][number];
        for (int i = 0; i < number; i++) {
            String row = json(rows.row());
            long from = System.nanoTime();
            UUID event = accept(arrivals, row);
            times[0][i] = System.nanoTime() - from;
            if (!linked.await(event, Duration.ofSeconds(30))) {
                throw new IllegalStateException("expected the record to be linked within 30 s");
            }
            times[1][i] = System.nanoTime() - from;
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        return times;
    }

    /** So many records of one event: what a build is weighed against. */
    private void oneFile(Arrivals arrivals, Linked linked, int number) throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            sent.add(json(rows.row()));
        }
        UUID event = arrivals.accept(ArrivalStore.AGENCY, rows.mapping(), sent).event();
        long from = System.nanoTime();
        if (!linked.await(event, Duration.ofMinutes(10))) {
            throw new IllegalStateException("expected the records to be linked within 10 minutes");
        }
        System.out.printf("%,d records of one event linked in %.1f s%n", number, (System.nanoTime() - from) / 1e9);
    }

    /** An arrival that was accepted, and when it was due. */
    private record Accepted(long due, UUID event) {}

    /** Each call at its time, whatever became of those before: what waits counts as its time too. */
    private long[] manyASecond(Arrivals arrivals, Linked linked) throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            sent.add(json(rows.row()));
        }
        BlockingQueue<Accepted> accepted = new LinkedBlockingQueue<>();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(Thread.ofPlatform().start(() -> {
                for (int i = next.getAndIncrement(); i < sent.size(); i = next.getAndIncrement()) {
                    long due = start + i * 1_000_000_000L / A_SECOND;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    accepted.add(new Accepted(due, accept(arrivals, sent.get(i))));
                }
            }));
        }
        Thread end = Thread.ofPlatform().start(() -> {
            callers.forEach(ArrivalSpeed::await);
            line.put("a_second", A_SECOND).seconds("calls_seconds", start);
        });
        long[] times = new long[sent.size()];
        for (int i = 0; i < times.length; i++) {
            Accepted one = accepted.take();
            if (!linked.await(one.event, Duration.ofMinutes(2))) {
                throw new IllegalStateException("expected the record to be linked within 2 minutes");
            }
            times[i] = System.nanoTime() - one.due;
        }
        await(end);
        line.seconds("all_linked_seconds", start);
        Arrays.sort(times);
        return times;
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private UUID accept(Arrivals arrivals, String row) {
        return arrivals.accept(ArrivalStore.AGENCY, rows.mapping(), List.of(row))
                .event();
    }

    /** Questions over HTTP, one after the other, to the product as it is served. */
    private void ask(Path directory) throws Exception {
        Map<String, Object> properties =
                Map.of("server.port", 0, "clew.data", directory.toString(), "clew.calls.a.minute", 1_000_000);
        try (ConfigurableApplicationContext served =
                        ServeCommand.start(new ServeCommand(), properties, event -> {}, nothing -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            EngineTransactions engine = served.getBean(EngineTransactions.class);
            int agency = new Agencies(engine).find(ArrivalStore.AGENCY).orElseThrow();
            String token = new Tokens(engine)
                    .make(agency, "bench.machine", "Bench machine", Duration.ofDays(1), Role.DATA_STEWARD);
            URI address = URI.create(ServeCommand.address(served) + "api/match");
            ask(client, address, token, WARM);
            long[] times = ask(client, address, token, ONE_BY_ONE);
            line.part("match_p50_ms", times, 0.5).part("match_p99_ms", times, 0.99);
        }
    }

    private long[] ask(HttpClient client, URI address, String token, int number)
            throws IOException, InterruptedException {
        long[] times = new long[number];
        int found = 0;
        for (int i = 0; i < number; i++) {
            HttpRequest call = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(question(rows.askable())))
                    .build();
            long from = System.nanoTime();
            HttpResponse<String> answer = client.send(call, HttpResponse.BodyHandlers.ofString());
            times[i] = System.nanoTime() - from;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("expected an answer, found " + answer.body());
            }
            found += answer.body().contains("\"record\"") ? 1 : 0;
        }
        System.out.println("asked " + number + ", somebody found for " + found);
        Arrays.sort(times);
        return times;
    }

    private static String question(Map<String, String> row) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("name", row.get("first_name") + " " + row.get("surname"));
        asked.put("dateOfBirth", row.get("dob").isEmpty() ? null : row.get("dob"));
        asked.put("postcode", row.get("postcode"));
        return json(asked);
    }

    private static String json(Map<String, String> row) {
        return JsonMapper.shared().writeValueAsString(row);
    }
}
