package clew.app.identity;

import clew.app.access.Agencies;
import clew.app.events.Lease;
import clew.app.intake.ImportReport;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Progress;
import clew.app.intake.SharingRules;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.app.store.Store;
import clew.core.standard.RecordIdentity;
import clew.core.standard.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Agencies of one partnership that send people and events, each as it has chosen to show them; and what each of them may see. */
public final class Senders {

    public static final String HEADER = "ID,FORENAME,SURNAME,DOB,NHS,POSTCODE,HOUSE,ALIAS,EVENT,HAPPENED,WHAT,SEEN\n";
    private static final String MAP = """
            map: people
            version: 1
            standard: 1
            system: PEOPLE
            extract: delta
            include: {regime: %s, purpose: %s, reason: known to the service}
            records:
              - shape: person
                key: [ID]
                handling: {column: SEEN}
                fields:
                  given_name: FORENAME
                  family_name: SURNAME
                  date_of_birth: {column: DOB, format: dd/MM/yyyy}
                  nhs_number: NHS
                  postcode: POSTCODE
                  house_number: HOUSE
                  also_known_as: ALIAS
                  local_id: ID
                  simulated: {value: "yes"}
              - shape: event
                key: [EVENT]
                when: EVENT
                handling: {column: SEEN}
                fields:
                  event_type: {value: crime}
                  occurred: {column: HAPPENED, format: dd/MM/yyyy}
                  summary: WHAT
                  simulated: {value: "yes"}
              - shape: involvement
                key: [EVENT, ID]
                when: EVENT
                handling: {column: SEEN}
                fields:
                  person: {ref: person, key: [ID]}
                  event: {ref: event, key: [EVENT]}
                  role: {value: suspect}
                  simulated: {value: "yes"}
            """;

    public final Store store;
    public final Agencies agencies;
    public final SharingRules rules;
    private final int partnership;
    private final Path folder;

    public Senders(DatabaseForTests database, Path folder) {
        this.store = database.open();
        this.agencies = new Agencies(store.engine());
        this.rules = new SharingRules(store.engine());
        this.partnership = agencies.partnership("harrowmere", "Harrowmere");
        this.folder = folder;
    }

    public int agency(String slug, Agencies.Kind kind) {
        return agencies.agency(partnership, slug, "Agency " + slug, kind);
    }

    /** An agency that shows its people and events to others as said. */
    public int agency(String slug, Agencies.Kind kind, Visibility shows) {
        int agency = agency(slug, kind);
        for (String shape : List.of("person", "event", "involvement", "place", "vehicle", "phone")) {
            rules.choose(new SharingRules.Policy(
                    agency, shape, shows, LocalDate.of(2020, 1, 1), "Kit Vale, records manager", "agreed"));
        }
        return agency;
    }

    /** By which people and events are read that are no data of law enforcement. */
    public static Mapping mapping() {
        try {
            return Mapping.parse(MAP.formatted("uk_gdpr", "safeguarding children"), "people.map.yaml");
        } catch (MappingInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    public ImportReport send(String slug, String... rows) {
        return sendAs(slug, MAP.formatted("uk_gdpr", "safeguarding children"), HEADER + String.join("\n", rows) + "\n");
    }

    public ImportReport sendPart3(String slug, String... rows) {
        return sendAs(
                slug,
                MAP.formatted("part_3", "prevention and detection of crime against children"),
                HEADER + String.join("\n", rows) + "\n");
    }

    public ImportReport sendAs(String slug, String map, String csv) {
        try {
            Path file =
                    Files.writeString(Files.createTempDirectory(folder, slug).resolve("people.csv"), csv);
            return Intake.into(store, Clock.systemUTC(), 1_000)
                    .run(
                            new ImportRequest(file, slug, Mapping.parse(map, "people.map.yaml"), null, true),
                            Progress.SILENT);
        } catch (IOException | MappingInvalid e) {
            throw new IllegalStateException(e);
        }
    }

    public void joined() {
        LearntModel.putInForce(store);
        built();
    }

    /** Joins all that was sent, under the model in force: the one that ships, where a test put in no other. */
    public void built() {
        new PictureBuild(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 2).run(phase -> {});
    }

    /** Takes in what came since the last build, as the linking leader does. */
    public void linked() {
        linked(store);
    }

    /** The same in any store. */
    public static void linked(Store store) {
        LinkingLeader leader =
                new LinkingLeader(store.engine(), Intake.recordKey(store.secrets()), Clock.systemUTC(), 1);
        Lease lease = Lease.take(store.engine(), "linking", UUID.randomUUID(), Duration.ofMinutes(5))
                .orElseThrow();
        try {
            while (leader.step(lease) != LinkingLeader.Step.IDLE) {
                // What came at once may be more than one batch.
            }
        } finally {
            lease.release(store.engine());
        }
    }

    /** What people of an agency may see by default. */
    public Rights rightsOf(String slug) {
        List<Integer> content = new ArrayList<>();
        List<Integer> pointed = new ArrayList<>();
        store.engine()
                .run(sql -> sql.sql("select class_id, shown_as from access.shown_to(?, current_date)")
                        .param(agencies.find(slug).orElseThrow())
                        .query(row -> {
                            (row.getString(2).equals("content") ? content : pointed).add(row.getInt(1));
                        }));
        return new Rights(DatabaseForTests.READER, new java.util.TreeSet<>(content), new java.util.TreeSet<>(pointed));
    }

    public UUID person(String slug, String id) {
        return RecordIdentity.of(slug, "PEOPLE", "person", List.of(id), "").id(Intake.recordKey(store.secrets()));
    }

    /** Rows of people whom nobody else knows, so that there is something to learn from. */
    public static String[] others(String mark, int from, int to) {
        String[] given = {"Ava", "Ben", "Cora", "Dev", "Ella", "Finn", "Gita", "Hugo", "Iris", "Jack", "Kaya"};
        String[] family = {"Abbot", "Barlow", "Choudry", "Dunne", "Ellery", "Farrow", "Grange"};
        List<String> rows = new ArrayList<>();
        for (int n = from; n < to; n++) {
            rows.add("%s%d,%s,%s,%02d/%02d/%d,,LS%d %dAB,%d,,,,,"
                    .formatted(
                            mark,
                            n,
                            given[n % given.length],
                            family[n % family.length],
                            1 + n % 28,
                            1 + n % 12,
                            1980 + n % 40,
                            1 + n % 9,
                            1 + n % 7,
                            1 + n % 90));
        }
        return rows.toArray(String[]::new);
    }
}
