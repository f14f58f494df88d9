package clew.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How long pages of a running server take while several people use it at once: each signs in, searches a family name, opens a person, and so on: without
 * pause, so that the server is busier than as many real people would make it, or with one after each page. A search is two answers: the form sent, and the page of its result. Prints p50, p95 and p99 by kind of page, in milliseconds as the client sees them.
 * The server must be the demonstration's, with {@code CLEW_SEARCHES_A_MINUTE=0}.
 */
public final class PageLoad {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("href=\"(/persons/[0-9a-f-]{36})");
    private static final List<String> NAMES = List.of(
            "Smith",
            "Jones",
            "Khan",
            "Williams",
            "Taylor",
            "Ahmed",
            "Brown",
            "Davies",
            "Evans",
            "Patel",
            "Kowalski",
            "Okafor");

    private final URI server;
    private final long pauseMillis;
    private final Map<String, ConcurrentLinkedQueue<Long>> nanos = new TreeMap<>(Map.of(
            "search: sent", new ConcurrentLinkedQueue<>(),
            "search: result", new ConcurrentLinkedQueue<>(),
            "person", new ConcurrentLinkedQueue<>(),
            "home", new ConcurrentLinkedQueue<>()));

    private PageLoad(URI server, long pauseMillis) {
        this.server = server;
        this.pauseMillis = pauseMillis;
    }

    /**
     * Runs the load.
     *
     * @param args address of the server, sign-in name, password, how many people, seconds; for example {@code http://localhost:8080 sam.okafor
     *     fictional-region 20 60}; then, where wished, milliseconds of pause after each page
     */
    public static void main(String... args) throws InterruptedException {
        if (args.length != 5 && args.length != 6) {
            throw new IllegalArgumentException(
                    "expected ADDRESS NAME PASSWORD PEOPLE SECONDS [PAUSE], found " + Arrays.toString(args));
        }
        long pause = args.length == 6 ? Long.parseLong(args[5]) : 0;
        new PageLoad(URI.create(args[0]), pause)
                .run(args[1], args[2], Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    }

    private void run(String name, String password, int people, int seconds) throws InterruptedException {
        List<Visit> visits = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            visits.add(new Visit(person, name, password));
        }
        long warmUntil = System.nanoTime() + Duration.ofSeconds(seconds / 4).toNanos();
        long until = warmUntil + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = visits.stream()
                .map(visit -> Thread.ofPlatform().start(() -> visit.go(warmUntil, until)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        nanos.forEach((kind, all) -> System.out.println(line(kind, all, seconds)));
    }

    private static String line(String kind, ConcurrentLinkedQueue<Long> all, int seconds) {
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return kind + ": none";
        }
        return String.format(
                Locale.ROOT,
                "%-14s %6d pages, %6.1f a second, p50 %6.1f ms, p95 %6.1f ms, p99 %6.1f ms",
                kind,
                sorted.length,
                sorted.length / (double) seconds,
                share(sorted, 0.50),
                share(sorted, 0.95),
                share(sorted, 0.99));
    }

    private static double share(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
    }

    /** One person at work, with a session of their own. */
    private final class Visit {
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        private final SplittableRandom random;

        Visit(int seed, String name, String password) throws InterruptedException {
            random = new SplittableRandom(seed);
            String page = get("/sign-in");
            String answer = post("/sign-in", Map.of("username", name, "password", password, "_csrf", token(page)));
            if (answer.contains("/sign-in")) {
                throw new IllegalStateException("expected to be signed in as " + name + ", was led to " + answer);
            }
        }

        void go(long warmUntil, long until) {
            try {
                while (System.nanoTime() < until) {
                    boolean counts = System.nanoTime() > warmUntil;
                    timed("home", counts, () -> get("/"));
                    pause();
                    String form = get("/persons");
                    String family = NAMES.get(random.nextInt(NAMES.size()));
                    String result = timed(
                            "search: sent",
                            counts,
                            () -> post("/persons", Map.of("name", family, "_csrf", token(form))));
                    String found = timed("search: result", counts, () -> get(result));
                    pause();
                    List<String> persons = PERSON.matcher(found)
                            .results()
                            .map(match -> match.group(1))
                            .distinct()
                            .collect(Collectors.toList());
                    for (int i = 0; i < 3 && !persons.isEmpty(); i++) {
                        String person = persons.remove(random.nextInt(persons.size()));
                        timed("person", counts, () -> get(person));
                        pause();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private String timed(String kind, boolean counts, Request request) throws InterruptedException {
            long began = System.nanoTime();
            String answer = request.send();
            ConcurrentLinkedQueue<Long> all = nanos.get(kind);
            if (counts && all != null) {
                all.add(System.nanoTime() - began);
            }
            return answer;
        }

        private void pause() throws InterruptedException {
            Thread.sleep(pauseMillis == 0 ? 0 : random.nextLong(pauseMillis / 2, pauseMillis * 3 / 2 + 1));
        }

        private String get(String path) throws InterruptedException {
            return send(HttpRequest.newBuilder(server.resolve(path)).GET().build());
        }

        private String post(String path, Map<String, String> form) throws InterruptedException {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(server.resolve(path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        /** The page that is answered, or the address to go on to. */
        private String send(HttpRequest request) throws InterruptedException {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() / 100 == 3) {
                    return response.headers().firstValue("location").orElseThrow();
                }
                if (response.statusCode() != 200) {
                    throw new IllegalStateException("expected status 200, found " + response.statusCode() + ", from "
                            + request.method() + " " + request.uri().getPath());
                }
                return response.body();
            } catch (IOException e) {
                throw new IllegalStateException(
                        "expected an answer of " + request.uri().getPath() + ", found none", e);
            }
        }

        private static String token(String page) {
            Matcher token = TOKEN.matcher(page);
            if (!token.find()) {
                throw new IllegalStateException("expected a form with its token, found none");
            }
            return token.group(1);
        }
    }

    /** Something asked of the server. */
    private interface Request {
        String send() throws InterruptedException;
    }
}
