package clew.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.Clew;
import clew.app.access.Agencies;
import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.groups.Finding;
import clew.app.groups.Outings;
import clew.app.groups.Watches;
import clew.app.identity.PictureBuild;
import clew.app.identity.Senders;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Somebody with a name, a phone, a postcode and an NHS number that nobody else has is put into the records; then every way through
 * the pages is gone that they can be met on, errors included. Afterwards they stand in the records, and nowhere else: in no log, no
 * address, no error page, no other table and no file.
 */
@SpringBootTest(
        classes = Clew.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "clew.patterns.every-milliseconds=3600000")
@DirtiesContext
class I5MarkerIT {

    private static final String GIVEN = "Xyzabela";
    private static final String FAMILY = "Quorthamble";
    private static final String PHONE = "07700900417";
    private static final String NHS = "9990000093";
    private static final List<String> MARKERS = List.of(GIVEN, FAMILY, PHONE, NHS);
    private static final String USER = "sam.marker";
    private static final String LEAD = "lena.marker";
    /** Pages that a line leads to, of which each is asked for. */
    private static final int NEAR = 12;

    /** Where they are meant to stand: rows as received, and the picture made of them. */
    private static final List<String> MEANT = List.of("records.source_row", "picture.");

    private static final DatabaseForTests DATABASE = new DatabaseForTests();
    private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static final Instant START = Instant.now();

    private static final String MAPPING = """
            map: people
            version: 1
            standard: 1
            system: PEOPLE
            extract: delta
            include: {regime: uk_gdpr, purpose: safeguarding children, reason: known to the service}
            records:
              - shape: person
                key: [ID]
                fields:
                  given_name: FORENAME
                  family_name: SURNAME
                  date_of_birth: {column: DOB, format: dd/MM/yyyy}
                  nhs_number: NHS
                  phone: PHONE
                  simulated: {value: "yes"}
            """;

    @TempDir
    static Path folder;

    @LocalServerPort
    private int port;

    @Autowired
    private Finding finding;

    @Autowired
    private Watches watches;

    private UUID accepted = new UUID(0, 0);
    private final List<String> addresses = new ArrayList<>();
    private final List<String> errorPages = new ArrayList<>();

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @BeforeAll
    static void listen() {
        System.setOut(alsoTo(OUT));
        System.setErr(alsoTo(ERR));
    }

    @AfterAll
    static void stopListening() {
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @Test
    void nobodys_name_stands_where_it_is_not_meant_to() throws Exception {
        plant();
        Visitor visitor = listenedTo(new Visitor("http://localhost:" + port, Visitor.WIDE, true));
        visitor.open("/sign-in")
                .fill("username", FAMILY)
                .fill("password", GIVEN)
                .send();
        visitor.open("/sign-in")
                .fill("username", USER)
                .fill("password", "right")
                .send();
        searches(visitor);
        patterns(visitor);
        forms(visitor);
        typedByHand();
        otherWays();
        faults(visitor);
        typedTooLate(visitor);
        visitor.follow("header button");
        visitor.close();

        assertThat(addresses).as("addresses, and what they were reached from").noneMatch(I5MarkerIT::isMarked);
        assertThat(errorPages).as("error pages").hasSizeGreaterThan(5).noneMatch(I5MarkerIT::isMarked);
        assertThat(SAID.toString(StandardCharsets.UTF_8))
                .as("logs")
                .satisfies(said -> assertThat(isMarked(said) ? said : "").isEmpty());
        assertThat(tables()).as("tables beside the records").isEmpty();
        assertThat(files()).as("files").isEmpty();
    }

    private void searches(Visitor visitor) {
        visitor.open("/persons").fill("name", GIVEN + " " + FAMILY).send();
        assertThat(visitor.words()).as("the marker is found").contains("1 person found", FAMILY);
        visitor.follow("main h3 a");
        assertThat(visitor.words()).contains(NHS.substring(0, 3));
        for (String identifier : List.of(NHS, PHONE)) {
            visitor.open("/persons").fill("identifier", identifier).send();
        }
        visitor.open("/persons").fill("name", FAMILY).fill("postcode", GIVEN).send();
        assertThat(visitor.words()).contains("Enter a whole postcode");
        visitor.open("/persons").fill("name", FAMILY.repeat(30)).send();
        visitor.open("/quality");
        visitor.open("/");
    }

    /** A line of enquiry with them in it, all that it leads to, the case that it becomes, and watches on them by reference and by name. */
    private void patterns(Visitor visitor) {
        finding.follow();
        visitor.open("/lines").follow("main a[href^='/lines/']");
        String line = visitor.page().url();
        assertThat(visitor.words()).contains(FAMILY);
        List<String> near = visitor.links().stream()
                .filter(address -> address.startsWith("/lines/") || address.startsWith("/things/"))
                .limit(NEAR)
                .toList();
        assertThat(near).anyMatch(address -> address.startsWith("/things/"));
        near.forEach(visitor::visit);
        visitor.open(line + "/evidence").open(line + "/counter-evidence").open(line);
        UUID record = UUID.fromString(line.substring(line.lastIndexOf('/') + 1));
        accepted = record;
        assertThat(lastLook()).as("the page of a line names what it shows").contains(record);
        visitor.page().locator("input[name=verdict][value=accepted]").check();
        visitor.fill("reason", "The same car and the same children");
        visitor.page()
                .waitForNavigation(() -> visitor.page()
                        .locator("form[action$='/verdict'] button[type=submit]")
                        .first()
                        .click());
        assertThat(visitor.page().url()).contains("/cases/");
        assertThat(lastLook()).as("the page of a case names what it rests on").contains(record);
        watch(visitor, "QUERY", GIVEN + " " + FAMILY);
        watch(visitor, "QUERY", NHS);
        watch(visitor, "LINE", record.toString());
        watch(visitor, "PERSON", FAMILY);
        watches.deliver();
        for (String address : List.of("/watches", "/cases", "/lines", "/session", "/")) {
            visitor.open(address);
        }
    }

    private static List<UUID> lastLook() {
        return DATABASE.owner()
                .sql("select unnest(subjects) from (select subjects from ledger.entry order by at desc limit 1) last")
                .query(UUID.class)
                .list();
    }

    private static void watch(Visitor visitor, String kind, String what) {
        visitor.open("/watches").page().locator("#kind").selectOption(kind);
        visitor.fill("what", what).fill("reason", "To know when they are seen again");
        visitor.page().locator("#weeks").selectOption("4");
        visitor.page()
                .waitForNavigation(() -> visitor.page()
                        .locator("button:has-text('Begin the watch')")
                        .click());
    }

    private void forms(Visitor visitor) {
        error(visitor, FormData.create().set("name", FAMILY));
        error(visitor, FormData.create().set("name", FAMILY).set("_csrf", "x").set("big", PHONE.repeat(110_000)));
        error(visitor, FormData.create().set(FAMILY, FAMILY));
        keep(visitor.page()
                .request()
                .post(
                        origin() + "/persons",
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set(
                                                "file",
                                                new FilePayload(
                                                        FAMILY + ".csv",
                                                        "text/csv",
                                                        GIVEN.getBytes(StandardCharsets.UTF_8))))));
    }

    // What somebody types into the address bar is theirs; what Clew says and writes about it is ours.
    private void typedByHand() {
        try (Visitor other = new Visitor(origin(), Visitor.WIDE, true)) {
            other.open("/sign-in")
                    .fill("username", USER)
                    .fill("password", "right")
                    .send();
            for (String address : List.of(
                    "/no-such-page/" + FAMILY,
                    "/persons/" + FAMILY,
                    "/persons?search=" + FAMILY,
                    "/persons?page=" + FAMILY,
                    "/quality/" + FAMILY.toLowerCase(Locale.ROOT),
                    "/second-factor?then=" + FAMILY,
                    "/persons;" + FAMILY,
                    "/persons/%2e%2e/" + FAMILY)) {
                other.visit(address);
                errorPages.add(other.page().locator("body").innerText());
            }
        }
    }

    /** As who decides and as who leads, and by calls of another system. */
    private void otherWays() throws Exception {
        UUID person = DATABASE.owner()
                .sql("select record_id from picture.record where shape = 'person' and position(? in body::text) > 0")
                .param(NHS)
                .query(UUID.class)
                .single();
        String machine = new Tokens(DATABASE.engine())
                .make(agency(), "machine.marker", "Case system", Duration.ofDays(1), Role.DATA_STEWARD);
        MarkedWays decider = new MarkedWays(new PlainBrowser(port).signIn(USER, "right"), FAMILY)
                .pages(person)
                .files(person, accepted)
                .inVain(person)
                .calls(machine, person, NHS);
        MarkedWays lead = new MarkedWays(new PlainBrowser(port).signIn(LEAD, "right"), FAMILY)
                .pages(person)
                .inVain(person);
        for (MarkedWays ways : List.of(decider, lead)) {
            assertThat(ways.marked()).as("pages with the marker").isGreaterThan(5);
            addresses.addAll(ways.onward());
            errorPages.addAll(ways.errors());
        }
    }

    private static int agency() {
        return new Agencies(DATABASE.engine()).find("hub").orElseThrow();
    }

    private void faults(Visitor visitor) {
        List<String> tables = DATABASE.owner()
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname = 'picture'")
                .query(String.class)
                .list();
        tables.forEach(table -> DATABASE.engine()
                .run(sql ->
                        sql.sql("revoke select on " + table + " from clew_app").update()));
        try {
            visitor.visit("/persons");
            visitor.fill("name", FAMILY).send();
            assertThat(visitor.heading()).isEqualTo("Something went wrong");
            errorPages.add(visitor.page().content());
        } finally {
            tables.forEach(table -> DATABASE.engine()
                    .run(sql ->
                            sql.sql("grant select on " + table + " to clew_app").update()));
        }
    }

    private static void typedTooLate(Visitor visitor) {
        visitor.open("/persons").fill("name", FAMILY).fill("identifier", NHS);
        I3SessionIT.everySessionEnds(DATABASE);
        visitor.send();
        visitor.fill("username", USER).fill("password", "right").send();
        assertThat(visitor.heading()).isEqualTo("What you typed");
    }

    private void error(Visitor visitor, FormData form) {
        keep(visitor.page()
                .request()
                .post(origin() + "/persons", RequestOptions.create().setForm(form)));
    }

    private void keep(APIResponse answer) {
        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        errorPages.add(answer.text());
    }

    private Visitor listenedTo(Visitor visitor) {
        visitor.page().onRequest(request -> {
            addresses.add(request.url());
            addresses.add(request.headers().getOrDefault("referer", ""));
        });
        visitor.page().onResponse(response -> addresses.add(response.headers().getOrDefault("location", "")));
        return visitor;
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private static void plant() throws Exception {
        Agencies agencies = new Agencies(DATABASE.engine());
        int agency = agencies.agency(
                agencies.partnership("harrowmere", "Harrowmere"), "hub", "Harrowmere Hub", Agencies.Kind.OTHER);
        agencies.user(
                agency,
                USER,
                "Sam Okafor",
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                "right",
                Role.HUB_DECISION_MAKER);
        agencies.user(
                agency,
                LEAD,
                "Lena Marsh",
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                "right",
                Role.INFORMATION_GOVERNANCE_LEAD);
        Path file = Files.writeString(
                folder.resolve("people.csv"),
                "ID,FORENAME,SURNAME,DOB,NHS,PHONE\n1," + GIVEN + "," + FAMILY + ",27/03/2010," + NHS + "," + PHONE
                        + "\n2,Amy,Other,28/03/2010,,\n");
        Intake.into(DATABASE.store(), Clock.systemUTC(), 1_000)
                .run(
                        new ImportRequest(file, "hub", Mapping.parse(MAPPING, "people.map.yaml"), null, true),
                        Progress.SILENT);
        LocalDate born = LocalDate.of(2010, 3, 27); // one person with the record above
        Outings.of(new Senders(DATABASE, folder), "hub", Agencies.Kind.OTHER)
                .crowd("c", 60)
                .group("g", LocalDate.of(2025, 2, 1))
                .person("gM", GIVEN, FAMILY, born, "W1", "F")
                .event("gE5", LocalDate.of(2025, 2, 3), "g car park", "Seen in a car", "g1", "gM", "g4")
                .event("gE6", LocalDate.of(2025, 2, 13), "g hotel", "Seen at the door", "g2", "gM", "g3")
                .event("gE7", LocalDate.of(2025, 2, 23), "g car park", "Seen again", "g1", "g2", "gM")
                .event("gE8", LocalDate.of(2025, 3, 5), "g hotel", "Seen late", "g1", "gM", "g4")
                .sent();
        new PictureBuild(DATABASE.engine(), Intake.recordKey(DATABASE.store().secrets()), Clock.systemUTC(), 1)
                .run(phase -> {});
    }

    /** Tables of any schema of ours in which a row says a marker, in clear or as bytes, and that are not meant to. */
    private static List<String> tables() {
        return DATABASE
                .owner()
                .sql(
                        "select schemaname || '.' || tablename from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> MEANT.stream().noneMatch(table::startsWith))
                .filter(I5MarkerIT::isMarkedTable)
                .toList();
    }

    private static boolean isMarkedTable(String table) {
        return MARKERS.stream()
                .anyMatch(marker -> DATABASE.owner()
                                .sql(
                                        "select count(*) from " + table
                                                + " t where position(lower(?) in lower(t::text)) > 0 or position(? in t::text) > 0")
                                .params(marker, HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8)))
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    /** Files written meanwhile into the folder for temporary ones, or beside the store, that say a marker. */
    private static List<Path> files() throws IOException {
        List<Path> written = new ArrayList<>(writtenIn(Path.of(System.getProperty("java.io.tmpdir")), 3));
        written.addAll(writtenIn(DATABASE.settings().directory(), 1));
        return written.stream()
                .filter(file -> !file.startsWith(folder))
                .filter(I5MarkerIT::isMarkedFile)
                .toList();
    }

    private static List<Path> writtenIn(Path place, int depth) throws IOException {
        List<Path> written = new ArrayList<>();
        Files.walkFileTree(place, java.util.Set.of(), depth, new java.nio.file.SimpleFileVisitor<>() {
            @Override
            public java.nio.file.FileVisitResult visitFile(
                    Path file, java.nio.file.attribute.BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && attributes.size() < 20_000_000
                        && attributes.lastModifiedTime().compareTo(FileTime.from(START)) > 0
                        && Files.isReadable(file)) {
                    written.add(file);
                }
                return java.nio.file.FileVisitResult.CONTINUE;
            }

            @Override
            public java.nio.file.FileVisitResult visitFileFailed(Path file, IOException gone) {
                return java.nio.file.FileVisitResult.CONTINUE; // another program's, or gone meanwhile
            }
        });
        return written;
    }

    private static boolean isMarkedFile(Path file) {
        try {
            return isMarked(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isMarked(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Stream.concat(MARKERS.stream(), Stream.of(NHS.substring(0, 3) + " " + NHS.substring(3, 6)))
                .anyMatch(marker -> small.contains(marker.toLowerCase(Locale.ROOT)));
    }

    private static PrintStream alsoTo(PrintStream before) {
        return new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int letter) {
                        SAID.write(letter);
                        before.write(letter);
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }
}
