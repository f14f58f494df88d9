package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.Clew;
import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.groups.Finding;
import clew.app.groups.Outings;
import clew.app.groups.Watches;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * What a viewer may not see reveals nothing: every page and form that the application maps answers every viewer with the same bytes whether the hidden records are
 * there or not: with all of them, without one that bridges two others, without one more, and without any. The Model is the same throughout. Tokens, names of
 * searches, and times of day are taken out.
 *
 * <p>Pages are found by the application's own mappings and by following every link. A mapping that neither leads to fails the test: whoever adds a page makes it
 * reachable, or says here how it is called.
 */
@SpringBootTest(
        classes = Clew.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"clew.patterns.every-milliseconds=3600000", "clew.patterns.list-waits-milliseconds=60000"})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("nightly") // asks for every page as every role, four times
class F2RevealsNothingIT {

    private static final DatabaseForTests DATABASE = new DatabaseForTests();
    private static final String PASSWORD = "plain";
    private static final String NHS = "9434765919";
    /** Addresses of one mapping that are asked for: a field's page of every agency is the same page. */
    private static final int MOST_OF_A_KIND = 16;

    /** About the user's own session and nothing else, and another each time by nature: who adds to this list has made sure of that. */
    private static final Set<String> OF_THE_SESSION = Set.of(
            "/sign-in",
            "/session",
            "/second-factor",
            "/second-factor/set-up",
            "/drafts/typing",
            "/drafts/{draft}",
            "/drafts/{draft}/drop");

    private static final List<Map<String, String>> SEARCHES = List.of(
            Map.of("name", "rosa"),
            Map.of("name", "penrose"),
            Map.of("name", "ava"),
            Map.of("name", "hiddenname"),
            Map.of("name", "quillon"),
            Map.of("identifier", NHS),
            Map.of("identifier", "9434765870"),
            Map.of("name", "rosa", "born-year", "2010"),
            Map.of("postcode", "LS1 1AA", "name", "rosa"),
            Map.of("born-day", "40"));

    private static final List<String> CALLS = List.of(
            "{\"name\": \"rosa\", \"dateOfBirth\": \"2010-02-01\"}",
            "{\"name\": \"hiddenname\", \"dateOfBirth\": \"2010-02-01\"}",
            "{\"name\": \"quillon\", \"postcode\": \"LS3 3CC\"}",
            "{\"dateOfBirth\": \"2010-02-01\", \"postcode\": \"LS1 1AA\"}",
            "{\"identifiers\": [\"" + NHS + "\", \"9434765870\"]}",
            """
            {"kind": "pupil roll", "impactAssessment": "DPIA 7", "impactAssessmentDate": "2026-01-02", "people": [
             {"key": "1", "person": {"full_name": "Rosa Hiddenname", "date_of_birth": "2010-02-01"}}, {"key": "2", "identifiers": ["9434765870"]},
             {"key": "3", "person": {"full_name": "Rosa Penrose", "date_of_birth": "2010-02-01"}}]}""",
            "{\"shape\": \"person\", \"records\": []}");

    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    private static final Pattern UUIDS =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern TIME = Pattern.compile("(?<![\\d:])\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(?![\\d:])");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final UUID UNKNOWN = new UUID(4711, 12);

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Finding finding;

    @Autowired
    private Watches watches;

    private Senders senders;
    private UUID line;
    private List<UUID> hiddenEpisodes;
    private List<UUID> asked;
    private Set<UUID> known;
    private UUID bridge;
    private UUID one;
    private final Map<String, String> machines = new LinkedHashMap<>();
    private final Set<String> reached = new TreeSet<>();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    void agencies_that_show_and_agencies_that_hide(@TempDir Path folder) throws Exception {
        senders = new Senders(DATABASE, folder);
        int school = senders.agency("school", Kind.EDUCATION);
        int care = senders.agency("care", Kind.SOCIAL_CARE);
        senders.agency("clinic", Kind.HEALTH, Visibility.POINTER);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        senders.agency("force", Kind.POLICE);
        senders.send("school", Senders.others("S", 0, 40));
        senders.send(
                "school",
                "R1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,E1,03/03/2026,Seen with an older man,",
                "B1,Nadia,Quillon,03/04/2011,,LS3 3CC,5,,,,,");
        senders.send("care", Senders.others("C", 20, 60));
        senders.send(
                "care",
                "R2,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,E2,04/03/2026,Referral,",
                "B3,Orla,Ransome,07/08/2001,,LS7 7GG,9,,,,,");
        senders.send("clinic", "P1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,,,,");
        senders.send("refuge", Senders.others("H", 10, 50));
        senders.send(
                "refuge",
                "H1,Rosa,Hiddenname,01/02/2010," + NHS + ",LS1 1AA,7,Rosie,E3,05/03/2026,Stayed a week,",
                "H3,Only,Hiddenname,09/09/2009,9434765870,LS9 9ZZ,1,,,,,",
                "B2,Nadia,Ransome,07/08/2011,,LS7 7GG,5,,,,,");
        senders.sendPart3("force", "K1,Rosa,Penrose,01/02/2010," + NHS + ",LS1 1AA,7,,E4,06/03/2026,Watched by night,");
        Outings outings = Outings.of(senders, "school", Kind.EDUCATION)
                .crowd("c", 60)
                .group("g", LocalDate.of(2025, 2, 1))
                .group("a", LocalDate.of(2025, 3, 1))
                .recurring("q", "c")
                .sent();
        Outings.of(senders, "force", Kind.POLICE)
                .crowd("d", 10)
                .group("p", LocalDate.of(2025, 4, 1))
                .sent();
        // The refuge saw an adult of each of two lines with a child of it once more; one of the two is accepted and
        // watched. It was told of the club and the car of two patterns, too.
        Outings refuge = Outings.of(senders, "refuge", Kind.CHARITY)
                .person("h1", "Warreng", "Holtg", Outings.born("g", LocalDate.of(1980, 3, 4)), "W1", "M")
                .person("h3", "Keeleyg", "Sparrowg", Outings.born("g", LocalDate.of(2010, 5, 6)), "W1", "F")
                .person("i1", "Desmonda", "Yarrowa", Outings.born("a", LocalDate.of(1980, 3, 4)), "W1", "M")
                .person("i3", "Ambera", "Nettlea", Outings.born("a", LocalDate.of(2010, 5, 6)), "W1", "F")
                .crowd("r", 5)
                .event("hE1", LocalDate.of(2025, 4, 1), "hidden lane", "Watched from afar", "h1", "h3")
                .event("iE1", LocalDate.of(2025, 5, 1), "hidden lane", "Watched from afar", "i1", "i3")
                .person("j1", "Nobody", "Elsewhere", LocalDate.of(2011, 4, 5), "W1", "F")
                .event("jE1", LocalDate.of(2025, 7, 1), "q club", "Watched from afar", "j1")
                .vehicle("jE1", "KC10 CAR")
                .sent();
        senders.joined();
        line = outings.eventId("gE1");
        hiddenEpisodes = List.of(refuge.eventId("hE1"), refuge.eventId("iE1"), refuge.eventId("jE1"));
        bridge = senders.person("refuge", "B2");
        one = senders.person("refuge", "H1");
        bridge(senders.person("school", "B1"), bridge, senders.person("care", "B3"));
        asked = List.of(
                senders.person("school", "R1"),
                senders.person("care", "R2"),
                senders.person("school", "B1"),
                senders.person("care", "B3"),
                senders.person("school", "S12"),
                senders.person("care", "C25"),
                bridge,
                one,
                senders.person("force", "K1"),
                senders.person("clinic", "P1"),
                line,
                hiddenEpisodes.getFirst(),
                outings.personId("g1"),
                outings.vehicleId("KC10 CAR"),
                new UUID(4711, 11));
        known = Set.copyOf(asked);
        for (Role role : Role.values()) {
            user(school, name(role, "school"), "Sam of school", role);
        }
        for (Role role : List.of(Role.HUB_DECISION_MAKER, Role.DATA_STEWARD)) {
            user(care, name(role, "care"), "Sam of care", role);
        }
        finding.follow();
        int rested = DATABASE.engine()
                .in(sql -> sql.sql("select count(distinct record_id) from pattern.evidence where record_id = any (?)")
                        .param(hiddenEpisodes.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single());
        assertThat(rested)
                .as("hidden episodes that lines and patterns of somebody rest on")
                .isEqualTo(3);
        aCaseAndAWatch(outings.eventId("aE1"), outings.personId("a1"));
        whatMakesNoTie(outings.phoneId("07700 900123"), outings.vehicleId("KC10 CAR"), refuge.vehicleId("KC10 CAR"));
    }

    /** A phone is put on the block list by two whom everybody sees; a car by an entry that rests on a hidden record too: it ties nobody where that shows, and nowhere else. */
    private void whatMakesNoTie(UUID phone, UUID car, UUID hidden) throws Exception {
        LocalDate review = LocalDate.now(Words.LONDON).plusDays(100);
        String page = "/things/" + phone + "/block";
        var asked = new PlainBrowser(port)
                .signIn(name(Role.ANALYST, "school"), PASSWORD)
                .sent(
                        page,
                        page,
                        Map.of(
                                "reason", "The phone in the hall",
                                "until-day", "" + review.getDayOfMonth(),
                                "until-month", "" + review.getMonthValue(),
                                "until-year", "" + review.getYear()));
        String entry = asked.uri().getPath();
        assertThat(entry).startsWith("/block-list/");
        new PlainBrowser(port)
                .signIn(name(Role.SUPERVISOR, "school"), PASSWORD)
                .post(entry, entry + "/answer", Map.of("answer", "confirm", "answer-reason", "It hangs in the hall"));
        UUID block = UUID.randomUUID();
        run("""
                insert into groups.block (block_id, records, classes, made_by)
                select '%1$s', '{%2$s,%3$s}', array_agg(distinct class_id), (select user_id from access.person_user limit 1)
                  from records.header where record_id in ('%2$s', '%3$s')""".formatted(block, car, hidden));
        for (String kind : List.of("asked", "confirmed")) {
            Role role = kind.equals("asked") ? Role.ANALYST : Role.SUPERVISOR;
            run("""
                    insert into groups.block_step (block_id, kind, made_by, agency_id, reason, until_day, answers)
                    select '%1$s', '%2$s', u.user_id, u.agency_id, 'The minibus of hiddenplace', case '%2$s' when 'asked' then current_date + 90 end,
                           (select step_id from groups.block_step where block_id = '%1$s' and kind = 'asked')
                      from access.person_user u where u.sign_in_name = '%3$s'""".formatted(block, kind, name(role, "school")));
        }
        assertThat(finding.follow()).isTrue();
        String tiers = DATABASE.engine()
                .in(sql -> sql.sql(
                                "select string_agg(t.name, ' ' order by t.name) from pattern.line l join pattern.tier t using (tier_no) where l.about = 'means'")
                        .query(String.class)
                        .single());
        assertThat(tiers)
                .as("tiers in which the car still is a pattern")
                .contains("shareable")
                .doesNotContain("all");
    }

    /** One line is accepted and worked on, and what stands in it is watched. */
    private void aCaseAndAWatch(UUID accepted, UUID watched) throws Exception {
        PlainBrowser analyst = new PlainBrowser(port).signIn(name(Role.ANALYST, "school"), PASSWORD);
        String page = "/lines/" + accepted;
        analyst.get(page + "/evidence");
        analyst.get(page + "/counter-evidence");
        var opened = analyst.sent(
                page, page + "/verdict", Map.of("verdict", "accepted", "reason", "The same car and the same children"));
        assertThat(opened.body()).contains("Strategy meeting due by");
        String file = opened.uri().getPath();
        analyst.post(file, file + "/entries", Map.of("kind", "plan", "what", "PROTECT", "words", "A safe way home"));
        Map<String, String> watch = Map.of("reason", "To know when he is seen again", "weeks", "4");
        for (Map<String, String> what : List.of(
                Map.of("kind", "LINE", "what", line.toString()),
                Map.of("kind", "PERSON", "what", watched.toString()))) {
            Map<String, String> form = new LinkedHashMap<>(watch);
            form.putAll(what);
            analyst.post("/watches", "/watches", form);
        }
    }

    private void user(int agency, String name, String shown, Role role) {
        UUID user = senders.agencies.user(agency, name, shown, encoder, PASSWORD, role);
        machines.put(name, new Tokens(DATABASE.engine()).give(user, Duration.ofDays(1)));
    }

    @Test
    void every_page_answers_every_viewer_with_the_same_bytes_with_and_without_what_is_hidden() throws Exception {
        Map<String, String> with = everything();
        assertThat(unreached())
                .as("mappings that no link leads to and this test cannot call")
                .isEmpty();
        assertThat(with.keySet().stream()
                        .filter(what ->
                                what.contains(" takes ") && with.get(what).startsWith("200 attachment")))
                .as("files that left")
                .hasSizeGreaterThan(50);
        for (String shown : List.of(
                "Penrose",
                "Agency clinic",
                "Quillon",
                "2 adults and 2 children",
                "Strategy meeting due by",
                "The phone in the hall",
                "A place with 12 children")) {
            assertThat(saying(with, shown)).as("answers that say %s", shown).isNotEmpty();
        }
        for (String hidden : List.of(
                "Hiddenname",
                "hiddenplace",
                "Agency refuge",
                "Stayed a week",
                "Watched by night",
                "Watched from afar")) {
            // leads agree with agencies by name, whatever these hold
            assertThat(saying(with, hidden))
                    .as("answers that say %s", hidden)
                    .allMatch(address -> hidden.startsWith("Agency ") && address.endsWith(" /agreements"));
        }

        takeOut("record_id = '" + bridge + "'");
        assertSame(with, "one that bridges two others");
        takeOut("record_id in ('%s', '%s', '%s', '%s')"
                .formatted(one, hiddenEpisodes.get(0), hiddenEpisodes.get(1), hiddenEpisodes.get(2)));
        assertSame(with, "one more, and an episode of a line and of a case");
        takeOut(
                "class_id in (select class_id from access.class join access.agency using (agency_id) where slug in ('refuge', 'force'))");
        assertSame(with, "all that is hidden");
    }

    private static List<String> saying(Map<String, String> answers, String words) {
        return answers.keySet().stream()
                .filter(address -> answers.get(address).contains(words))
                .toList();
    }

    private void assertSame(Map<String, String> with, String without) throws Exception {
        Map<String, String> now = everything();
        Set<String> addresses = new TreeSet<>(now.keySet());
        addresses.removeAll(with.keySet());
        assertThat(addresses)
                .as("addresses that lead somewhere only without %s", without)
                .isEmpty();
        List<String> differing = with.keySet().stream()
                .filter(address -> !with.get(address).equals(now.get(address)))
                .map(address -> address + ": " + firstDifference(with.get(address), String.valueOf(now.get(address))))
                .toList();
        assertThat(differing).as("answers that differ without %s", without).isEmpty();
    }

    private static String firstDifference(String one, String other) {
        List<String> left = one.lines().toList();
        List<String> right = other.lines().toList();
        int line = 0;
        while (line < Math.min(left.size(), right.size()) && left.get(line).equals(right.get(line))) {
            line++;
        }
        return (line < left.size() ? left.get(line).strip() : "(end)") + " <> "
                + (line < right.size() ? right.get(line).strip() : "(end)");
    }

    /** What every viewer gets, by viewer and address. */
    private Map<String, String> everything() throws Exception {
        DATABASE.owner()
                .sql(
                        "truncate ledger.entry, ledger.search_terms, ledger.seal, groups.opened, access.share, access.share_record, access.dissemination")
                .update();
        run("update picture.built set built_at = clock_timestamp()");
        assertThat(finding.follow()).isTrue();
        assertThat(watches.deliver())
                .as("notices of what the watcher may see no change of")
                .isZero();
        Map<String, String> seen = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            walk(name(role, "school"), seen);
        }
        walk(name(Role.HUB_DECISION_MAKER, "care"), seen);
        walk(name(Role.DATA_STEWARD, "care"), seen);
        return seen;
    }

    private void walk(String viewer, Map<String, String> seen) throws Exception {
        PlainBrowser browser = new PlainBrowser(port).signIn(viewer, PASSWORD);
        call(browser, viewer, seen);
        LeavingFiles files = new LeavingFiles(browser).about(asked);
        for (Map<String, String> search : SEARCHES) {
            if (browser.get("/persons").statusCode() == 200) {
                String what = new java.util.TreeMap<>(search).toString();
                var answer = browser.sent("/persons", "/persons", search);
                keep(seen, viewer + " searches for " + what, answer);
                files.found(what, answer.body());
                reached.add("POST /persons");
            }
        }
        files.files().forEach((what, file) -> seen.put(viewer + " takes " + what, plain(file)));
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        gettable()
                .filter(pattern -> !isCall(pattern))
                .flatMap(pattern -> called(pattern).stream())
                .forEach(waiting::add);
        Set<String> walked = new LinkedHashSet<>();
        Map<String, Integer> askedFor = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            String address = waiting.poll();
            if (address.contains("search=")
                    || address.startsWith("/assets")
                    || address.startsWith("/session")
                    || !walked.add(address)) {
                continue;
            }
            List<String> kinds = patterns(RequestMethod.GET)
                    .filter(pattern -> pattern.matches(PathContainer.parsePath(address.replaceFirst("\\?.*", ""))))
                    .map(PathPattern::getPatternString)
                    .toList();
            if (kinds.stream().anyMatch(kind -> askedFor.merge(kind, 1, Integer::sum) > MOST_OF_A_KIND)) {
                continue;
            }
            kinds.forEach(kind -> reached.add("GET " + kind));
            var answer = browser.get(address);
            keep(seen, viewer + " GET " + address, answer);
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                if (!links.group(1).equals("/sign-out")) {
                    waiting.add(links.group(1).replace("&amp;", "&"));
                }
            }
        }
        patterns(RequestMethod.POST)
                .map(PathPattern::getPatternString)
                .filter(pattern -> !isCall(pattern))
                .forEach(pattern -> {
                    for (String address : called(pattern)) {
                        try {
                            keep(seen, viewer + " POST " + address, browser.post("/", address, Map.of()));
                            reached.add("POST " + pattern);
                        } catch (Exception e) {
                            throw new AssertionError(viewer + " POST " + address, e);
                        }
                    }
                });
    }

    /** The calls of other systems, by a token of the same user. */
    private void call(PlainBrowser browser, String viewer, Map<String, String> seen) throws Exception {
        String machine = machines.get(viewer);
        for (String pattern : gettable().filter(F2RevealsNothingIT::isCall).toList()) {
            for (String address : called(pattern)) {
                keep(seen, viewer + " calls " + address, browser.call("GET", address, "", machine));
            }
            reached.add("GET " + pattern);
        }
        for (String pattern : patterns(RequestMethod.POST)
                .map(PathPattern::getPatternString)
                .filter(F2RevealsNothingIT::isCall)
                .toList()) {
            for (String body : CALLS) {
                keep(seen, viewer + " calls " + pattern + " " + body, browser.call("POST", pattern, body, machine));
            }
            reached.add("POST " + pattern);
        }
    }

    private static boolean isCall(String pattern) {
        return pattern.startsWith("/api/");
    }

    private void keep(Map<String, String> seen, String what, java.net.http.HttpResponse<String> answer) {
        String headers = new java.util.TreeMap<>(answer.headers().map())
                .entrySet().stream()
                        .filter(header -> !Set.of("date", "set-cookie", "keep-alive", "connection")
                                .contains(header.getKey().toLowerCase(Locale.ROOT)))
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .toList()
                        .toString();
        seen.put(what, plain(answer.statusCode() + "\n" + headers + "\n" + answer.body()));
    }

    private String plain(String answer) {
        String tokenless = PlainBrowser.withoutTokens(answer);
        String timeless = TIME.matcher(tokenless).replaceAll("(time)");
        return UUIDS.matcher(timeless)
                .replaceAll(found -> known.contains(UUID.fromString(found.group())) ? found.group() : "(id)");
    }

    /** Addresses of a pattern: each record asked for in the place of the first id, an unknown id in the place of any other, a word in the place of a word. */
    private List<String> called(String pattern) {
        if (OF_THE_SESSION.contains(pattern)) {
            return List.of();
        }
        String words =
                VARIABLE.matcher(pattern).replaceAll(variable -> isId(pattern, variable.group(1)) ? "{}" : "person");
        if (!words.contains("{}")) {
            return List.of(words);
        }
        return asked.stream()
                .map(record -> words.replaceFirst("\\{}", record.toString()).replace("{}", UNKNOWN.toString()))
                .toList();
    }

    private boolean isId(String pattern, String variable) {
        return handlers().entrySet().stream()
                .filter(entry -> entry.getKey().getPatternString().equals(pattern))
                .flatMap(entry -> entry.getValue().stream())
                .flatMap(method -> Arrays.stream(method.getMethod().getParameters()))
                .anyMatch(parameter -> parameter.isAnnotationPresent(PathVariable.class)
                        && parameter.getType() == UUID.class
                        && parameter.getName().equals(variable));
    }

    private Stream<String> gettable() {
        return patterns(RequestMethod.GET).map(PathPattern::getPatternString);
    }

    private Stream<PathPattern> patterns(RequestMethod wanted) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("clew.app."))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(wanted))
                .flatMap(entry -> entry.getKey().getPathPatternsCondition().getPatterns().stream())
                .distinct();
    }

    private Map<PathPattern, List<HandlerMethod>> handlers() {
        Map<PathPattern, List<HandlerMethod>> handlers = new LinkedHashMap<>();
        mappings.getHandlerMethods()
                .forEach((info, method) -> info.getPathPatternsCondition()
                        .getPatterns()
                        .forEach(pattern -> handlers.computeIfAbsent(pattern, key -> new ArrayList<>())
                                .add(method)));
        return handlers;
    }

    private Set<String> unreached() {
        Set<String> unreached = new TreeSet<>();
        for (RequestMethod method : List.of(RequestMethod.GET, RequestMethod.POST)) {
            patterns(method)
                    .map(PathPattern::getPatternString)
                    .filter(pattern -> !OF_THE_SESSION.contains(pattern))
                    .map(pattern -> method + " " + pattern)
                    .forEach(unreached::add);
        }
        unreached.removeAll(reached);
        return unreached;
    }

    private static String name(Role role, String agency) {
        return role.word().replace('_', '.') + "." + agency;
    }

    /** Takes records out of the store and the Picture, as if they had never been there under the same Model. */
    private static void takeOut(String which) {
        String of = which;
        for (String table : List.of("token", "finding", "membership")) {
            run("delete from picture." + table + " where " + of);
        }
        run("delete from picture.reference where from_record in (select record_id from picture.record where " + of
                + ")");
        run("delete from picture.link where left_record in (select record_id from picture.record where " + of
                + ") or right_record in (select record_id from picture.record where " + of + ")");
        run(
                "delete from picture.component c where not exists (select from picture.membership m where m.component_id = c.component_id)");
        // Of what is left of the others everything is worked out from what shows, as before: nobody has the class -1.
        run("""
                update picture.component c set classes = array_append(m.classes, -1)
                  from (select component_id, array_agg(distinct class_id order by class_id) as classes from picture.membership group by 1) m
                 where m.component_id = c.component_id and m.classes <> c.classes""");
        run("delete from picture.record where " + of);
        run("delete from records.header where " + of);
        if (which.startsWith("class_id")) {
            run("delete from picture.counted where " + of);
            run("delete from records.source_row where " + of);
            run("delete from records.quarantine where " + of);
        }
    }

    private static void run(String statement) {
        if (statement.contains("picture.")) {
            DATABASE.engine().run(sql -> sql.sql(statement).update());
        } else {
            DATABASE.owner().sql(statement).update();
        }
    }

    /** Makes one person of three records, of which the first and the last are joined through the second only. */
    private static void bridge(UUID left, UUID middle, UUID right) {
        UUID[] three = {left, middle, right};
        for (UUID record : three) {
            run("delete from picture.link where '%1$s' in (left_record, right_record)".formatted(record));
            run("update picture.membership set component_id = '%1$s', person_id = '%1$s' where record_id = '%2$s'"
                    .formatted(new UUID(1, 1), record));
        }
        run(
                "delete from picture.component c where not exists (select from picture.membership m where m.component_id = c.component_id)");
        run(
                "insert into picture.component select component_id, component_id, array_agg(distinct class_id order by class_id) from picture.membership where component_id = '%s' group by 1"
                        .formatted(new UUID(1, 1)));
        link(left, middle, 15_000_000, true);
        link(middle, right, 15_000_000, true);
        link(left, right, -3_000_000, false);
    }

    private static void link(UUID one, UUID other, long weight, boolean compared) {
        run("""
                insert into picture.link
                select l.record_id, r.record_id, l.class_id, r.class_id, %1$d, %2$b, null, case when %2$b then json_build_array(%1$d, 'by hand') end
                  from picture.membership l, picture.membership r
                 where l.record_id = least('%3$s'::uuid, '%4$s'::uuid) and r.record_id = greatest('%3$s'::uuid, '%4$s'::uuid)""".formatted(weight, compared, one, other));
    }
}
