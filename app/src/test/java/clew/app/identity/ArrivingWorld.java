package clew.app.identity;

import clew.app.access.Agencies.Kind;
import clew.app.events.Lease;
import clew.app.events.Outbox;
import clew.app.identity.LinkingLeader.Step;
import clew.app.intake.Arrivals;
import clew.app.intake.Intake;
import clew.app.intake.mapping.Mapping;
import clew.app.store.DatabaseForTests;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A store in which records arrive one by one and a leader links them, for the laws of linking on arrival. */
final class ArrivingWorld {
    static final List<String> AGENCIES = List.of("police", "care", "school", "clinic");
    private static final Mapping MAPPING = Senders.mapping();

    private final DatabaseForTests database;
    private final Senders senders;
    private final Arrivals arrivals;
    private final LinkingLeader leader;
    private Lease lease;
    private final Map<String, Integer> agencies = new HashMap<>();

    ArrivingWorld(DatabaseForTests database, Path folder) {
        this.database = database;
        this.senders = new Senders(database, folder);
        AGENCIES.forEach(slug -> agencies.put(slug, senders.agency(slug, Kind.OTHER)));
        this.arrivals = Arrivals.into(database.store(), Clock.systemUTC());
        Picture.ensure(database.engine());
        this.leader = new LinkingLeader(
                database.engine(), Intake.recordKey(database.store().secrets()), Clock.systemUTC(), 1);
        this.lease = take();
        rebuild();
    }

    /** Others lead from now on. */
    void stopsLeading() {
        lease.release(database.engine());
    }

    /** Waits until no other leads, and does. */
    void leadsAgain() {
        lease = take();
    }

    private Lease take() {
        for (int tries = 0; tries < 400; tries++) {
            var taken = Lease.take(database.engine(), "linking", UUID.randomUUID(), Duration.ofHours(1));
            if (taken.isPresent()) {
                return taken.get();
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("expected the lease on linking to end, found it held");
    }

    /** One row of a sender, as its columns and values. */
    Arrivals.Receipt sends(String agency, Map<String, String> row) {
        return arrivals.accept(agency, MAPPING, List.of(JsonMapper.shared().writeValueAsString(row)));
    }

    void withdraws(String agency, UUID record) {
        arrivals.withdraw(agency, MAPPING, List.of(record));
    }

    /** Several rows as one file. */
    void imports(String agency, List<Map<String, String>> rows) {
        String[] columns = Senders.HEADER.strip().split(",");
        senders.send(
                agency,
                rows.stream()
                        .map(row -> java.util.Arrays.stream(columns)
                                .map(column -> row.getOrDefault(column, ""))
                                .collect(Collectors.joining(",")))
                        .toArray(String[]::new));
    }

    UUID record(String agency, String id) {
        return senders.person(agency, id);
    }

    /** Somebody decides about two records; returns the decision. */
    UUID decides(String kind, UUID one, UUID other) {
        return decided(kind, "{}", List.of(one, other));
    }

    /** Somebody takes a decision back. */
    void takesBack(UUID decision, UUID one, UUID other) {
        decided("decision_withdrawn", "{\"decision\": \"" + decision + "\"}", List.of(one, other));
    }

    private UUID decided(String kind, String body, List<UUID> about) {
        UUID decision = UUID.randomUUID();
        database.engine().run(sql -> {
            int classId = sql.sql("select min(class_id) from access.class")
                    .query(Integer.class)
                    .single();
            sql.sql("""
                            insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
                            values (?, ?, ?, ?, 'seen both', ?, ?::jsonb)""")
                    .params(decision, kind, DatabaseForTests.READER, agencies.get("police"), classId, body)
                    .update();
            for (UUID record : new TreeSet<>(about)) {
                sql.sql("insert into decisions.about values (?, ?, ?)")
                        .params(decision, record, classId)
                        .update();
            }
            Outbox.put(sql, "PersonDecided", "{\"decision\": \"" + decision + "\"}");
        });
        return decision;
    }

    /** The agency that sent a record corrects its family name. */
    void corrects(String agency, UUID record, String old, String mended) {
        UUID decision = UUID.randomUUID();
        database.engine().run(sql -> {
            int classId = sql.sql("select min(class_id) from access.class")
                    .query(Integer.class)
                    .single();
            sql.sql("""
                            insert into decisions.decision (decision_id, kind, made_by, agency_id, reason, class_id, body)
                            values (?, 'correction', ?, ?, 'a slip', ?, jsonb_build_object('field', 'family_name', 'old', array[?], 'new', array[?], 'owner', ?))""")
                    .params(
                            decision,
                            DatabaseForTests.READER,
                            agencies.get(agency),
                            classId,
                            old,
                            mended,
                            agencies.get(agency))
                    .update();
            sql.sql("insert into decisions.about values (?, ?, ?)")
                    .params(decision, record, classId)
                    .update();
            Outbox.put(sql, "RecordsCorrected", "{\"records\": [\"" + record + "\"]}");
        });
    }

    /** A record comes to stand apart, in a class of its own. */
    void setsApart(UUID record) {
        database.engine()
                .run(sql -> sql.sql("select access.set_apart(?, null, null, 'stands apart')::text")
                        .param(record)
                        .query(String.class)
                        .list());
    }

    UUID seals(String agency, UUID record) {
        return new Seals(database.engine())
                .seal(new Seals.Seal(
                        Seals.Ground.REFUGE,
                        Set.of(record),
                        Set.of(),
                        DatabaseForTests.READER,
                        agencies.get(agency),
                        "a refuge"));
    }

    void unseals(String agency, UUID seal) {
        new Seals(database.engine()).end(seal, DatabaseForTests.READER, agencies.get(agency), "it is over");
    }

    /** The leader works until it is idle. */
    void links() {
        for (Step step = leader.step(lease); step != Step.IDLE; step = leader.step(lease)) {
            if (step == Step.BUSY) {
                throw new IllegalStateException("expected nobody else, found somebody");
            }
        }
    }

    void rebuild() {
        leader.build(lease);
    }

    String dump() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Picture.dump(database.engine(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The register as it stands: ids with their holders, and where others lead. */
    String register() {
        return database.engine()
                .in(sql -> sql.sql("""
                        select string_agg(concat_ws(' ', i.person_id, register.holder(i.person_id)), ',' order by i.issue_no) from register.issued i""").query(String.class).optional().orElse(""));
    }

    /** The records of each person. */
    Set<Set<UUID>> persons() {
        return Set.copyOf(personOf().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                .values());
    }

    /** As if the Picture had been lost. */
    void forgetsThePicture() {
        database.engine().run(sql -> sql.sql("drop schema picture cascade").update());
    }

    /** The record that holds a person id, redirects followed. */
    UUID holderOf(UUID person) {
        return database.engine()
                .in(sql -> sql.sql("select register.holder(?)")
                        .param(person)
                        .query(UUID.class)
                        .single());
    }

    /** What other rooms were told last of persons: each with the reason. */
    List<Map.Entry<UUID, String>> changes() {
        return database.engine()
                .in(sql -> sql.sql("""
                        select (p ->> 'person')::uuid, p ->> 'reason'
                          from (select body from events.outbox where kind = 'PersonsChanged' order by written_at desc limit 1) last,
                               jsonb_array_elements(last.body -> 'persons') p order by 1""")
                        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                        .list());
    }

    /** The records of each matter that waits for somebody. */
    List<Set<UUID>> attention(String kind) {
        return database.engine()
                .in(sql -> sql.sql("select records from picture.attention where kind = ? order by attention_id")
                        .param(kind)
                        .query((row, number) -> Set.of((UUID[]) row.getArray(1).getArray()))
                        .list());
    }

    /** The person of each record. */
    Map<UUID, UUID> personOf() {
        Map<UUID, UUID> persons = new TreeMap<>();
        database.engine()
                .run(sql -> sql.sql("select record_id, person_id from picture.membership")
                        .query(row -> {
                            persons.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                        }));
        return persons;
    }

    /** A row of a simulated person. */
    static Map<String, String> row(String id, String given, String family, String born, String postcode, String house) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("ID", id);
        row.put("FORENAME", given);
        row.put("SURNAME", family);
        row.put("DOB", born);
        row.put("POSTCODE", postcode);
        row.put("HOUSE", house);
        return row;
    }
}
