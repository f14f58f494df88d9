package clew.app.groups;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Code;
import clew.core.standard.Field;
import clew.core.standard.PlaceShape;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the records behind a line are called, as its viewer may see them. */
public final class Subjects {
    private static final String TOLD = """
            select r.record_id, r.shape, r.body::text as body, a.name as agency, a.kind
              from picture.record r join access.agency a using (agency_id) where r.record_id = any (?::uuid[])""";

    private final AppTransactions app;

    Subjects(AppTransactions app) {
        this.app = app;
    }

    /**
     * A record in words.
     *
     * @param words a name, a plate, a number, an address, or what happened
     * @param agency who holds it
     * @param agencyKind police, health ...
     * @param facts further words about an event: what kind it is, its outcome
     */
    public record Told(UUID record, String shape, String words, String agency, String agencyKind, List<String> facts) {
        public Told {
            facts = List.copyOf(facts);
        }
    }

    /** Every one of the records that shows, by its id. */
    public Map<UUID, Told> of(Rights rights, Collection<UUID> records) {
        return app.read(rights, sql -> told(sql, records));
    }

    /** Every record behind a line: of its members and of its episodes. */
    public Map<UUID, Told> of(Rights rights, Found found) {
        List<UUID> all = new ArrayList<>();
        found.members().forEach(member -> all.addAll(member.records()));
        found.episodes().forEach(episode -> episode.sources().forEach(source -> all.add(source.record())));
        return of(rights, all);
    }

    /** Where each place of a line is, by its subject; a place of which no record shows is not among them. */
    public Map<UUID, Where> where(Rights rights, Found found) {
        List<Found.Member> places = found.on(Found.Side.PLACE);
        Map<UUID, StandardRecord> bodies = new HashMap<>();
        app.read(rights, sql -> {
            sql.sql(TOLD)
                    .param(places.stream()
                            .flatMap(place -> place.records().stream())
                            .toArray(UUID[]::new))
                    .query(row -> {
                        bodies.put(
                                row.getObject("record_id", UUID.class), StandardRecord.fromJson(row.getString("body")));
                    });
            return bodies;
        });
        Map<UUID, Where> where = new HashMap<>();
        for (Found.Member place : places) {
            List<StandardRecord> records = place.records().stream()
                    .flatMap(record -> Stream.ofNullable(bodies.get(record)))
                    .filter(record -> record.shape() == PlaceShape.SHAPE)
                    .toList();
            if (!records.isEmpty()) {
                where.put(place.subject(), Where.of(records));
            }
        }
        return where;
    }

    /** The name of somebody or something: what most of their records say, then what comes first by letter. */
    public static String name(Found.Member member, Map<UUID, Told> told) {
        return names(member.records(), told).getFirst();
    }

    /** What the records of somebody or something that show call them: what most say first, then by letter; capitals make no other name. Never empty. */
    public static List<String> names(Collection<UUID> records, Map<UUID, Told> told) {
        Map<String, Long> counted = records.stream()
                .map(told::get)
                .filter(Objects::nonNull)
                .map(Told::words)
                .filter(words -> !words.isBlank())
                .collect(Collectors.groupingBy(words -> words, Collectors.counting()));
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> ordered = counted.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(names::add)
                .toList();
        return ordered.isEmpty() ? List.of("Not named") : ordered;
    }

    private static Map<UUID, Told> told(JdbcClient sql, Collection<UUID> records) {
        Map<UUID, Told> told = new HashMap<>();
        sql.sql(TOLD).param(records.stream().distinct().toArray(UUID[]::new)).query(row -> {
            StandardRecord record = StandardRecord.fromJson(row.getString("body"));
            UUID id = row.getObject("record_id", UUID.class);
            told.put(
                    id,
                    new Told(
                            id,
                            row.getString("shape"),
                            words(record),
                            row.getString("agency"),
                            row.getString("kind"),
                            facts(record)));
        });
        return told;
    }

    private static String words(StandardRecord record) {
        return switch (record.shape().name()) {
            case "person" ->
                first(record, "full_name")
                        .or(() -> joined(record, " ", "given_name", "family_name"))
                        .or(() -> first(record, "also_known_as"))
                        .orElse("");
            case "unidentified_person" ->
                first(record, "nickname", "known_as", "description").orElse("");
            case "vehicle" ->
                first(record, "registration", "partial_registration", "plate_number", "description")
                        .orElse("");
            case "phone" -> first(record, "number", "imei", "imsi", "iccid").orElse("");
            case "online_account" -> first(record, "handle", "name").orElse("");
            case "place" ->
                joined(record, ", ", "name", "address")
                        .or(() -> joined(record, " ", "house_number", "street"))
                        .or(() -> first(record, "postcode", "town", "description"))
                        .orElse("");
            default ->
                first(record, "name", "summary", "offence_text", "text", "note").orElse("");
        };
    }

    private static List<String> facts(StandardRecord record) {
        List<String> facts = new ArrayList<>();
        for (String field :
                List.of("event_type", "outcome", "nfa_reason", "source_evaluation", "information_assessment")) {
            record.shape().find(field).ifPresent(found -> facts.addAll(labels(record, found)));
        }
        return facts;
    }

    private static <T> List<String> labels(StandardRecord record, Field<T> field) {
        return record.all(field).stream()
                .map(value -> value instanceof Code code ? code.label() : String.valueOf(value))
                .toList();
    }

    private static java.util.Optional<String> first(StandardRecord record, String... fields) {
        return Stream.of(fields).flatMap(field -> texts(record, field)).findFirst();
    }

    private static java.util.Optional<String> joined(StandardRecord record, String between, String... fields) {
        String all = Stream.of(fields).flatMap(field -> texts(record, field)).collect(Collectors.joining(between));
        return java.util.Optional.of(all).filter(words -> !words.isBlank());
    }

    private static Stream<String> texts(StandardRecord record, String field) {
        return record.shape().find(field).stream().flatMap(found -> record.texts(found).stream());
    }
}
