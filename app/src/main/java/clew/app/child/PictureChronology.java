package clew.app.child;

import clew.app.identity.PersonView;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.InvolvementShape;
import clew.core.standard.PersonShape;
import clew.core.standard.UncertainDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The chronology read from the Picture: whatever refers to one of the person's visible records. An involvement tells of its event; a missing episode,
 * referral, interview, licence or item of intelligence is an entry itself. Ties between people are no events. Stateless and safe for use by many threads.
 */
final class PictureChronology implements Chronology {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String TOLD = """
            select r.record_id, r.body::text as body, r.known_from, r.received_at, a.name as agency, i.system
              from picture.record r
              join access.agency a using (agency_id)
              join records.header h on h.record_id = r.record_id and h.version_no = r.version_no
              join records.import i on i.import_no = h.import_no
             where r.record_id = any(?::uuid[])""";
    private static final String REFERRING = """
            select f.from_record, f.to_record from picture.reference f join picture.record r on r.record_id = f.from_record
             where f.to_record = any(?::uuid[]) and r.shape <> 'relationship'""";
    private static final String REFERRED = """
            select from_record, to_record from picture.reference
             where from_record = any(?::uuid[]) and field = any(?::text[])
             order by from_record, array_position(?::text[], field)""";
    private static final String[] EVENT = {"event"};
    private static final String[] SANITISED = {"sanitised_of"};
    private static final String[] PLACE = {"place", "found_place", "missing_from_place", "premises"};
    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(
                    (Entry entry) -> entry.occurred().earliest(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.occurred().latest(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Entry::record);

    private final AppTransactions app;
    private final PersonView persons;

    PictureChronology(AppTransactions app, PersonView persons) {
        this.app = app;
        this.persons = persons;
    }

    @Override
    public List<Entry> of(Rights rights, UUID record, @Nullable LocalDate knownOn) {
        return app.read(rights, sql -> {
            List<UUID> records = persons.recordsOf(rights, record);
            return records.isEmpty() ? List.of() : entries(sql, records, knownOn);
        });
    }

    private static List<Entry> entries(JdbcClient sql, List<UUID> person, @Nullable LocalDate knownOn) {
        Birth birth = Birth.of(told(sql, person).values().stream()
                .flatMap(mine -> mine.record().find(PersonShape.DATE_OF_BIRTH).stream())
                .toList());
        Map<UUID, Told> referring = told(sql, referring(sql, person));
        Map<UUID, UUID> eventOf = referred(sql, referring.keySet(), EVENT);
        Map<UUID, Told> events = told(sql, eventOf.values());
        Map<UUID, UUID> placeOf = referred(
                sql,
                Stream.concat(referring.keySet().stream(), events.keySet().stream())
                        .toList(),
                PLACE);
        Map<UUID, Told> places = told(sql, placeOf.values());
        Set<UUID> sanitised = referred(sql, referring.keySet(), SANITISED).keySet();
        return referring.values().stream()
                .flatMap(told -> entry(
                        told,
                        events.get(eventOf.get(told.id())),
                        birth,
                        sanitised,
                        told1 -> places.get(placeOf.get(told1.id())))
                        .stream())
                .filter(entry -> knownOn == null || !known(entry).isAfter(knownOn))
                .distinct()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    private static List<String> labels(Told told, Told subject, Set<UUID> sanitised) {
        List<String> labels = new ArrayList<>(Labels.of(told.record(), subject.record()));
        if (sanitised.contains(subject.id())) {
            labels.add("Sanitised version of another item that you may see");
        }
        return labels;
    }

    private static Optional<Entry> entry(
            Told told,
            @Nullable Told event,
            Birth birth,
            Set<UUID> sanitised,
            java.util.function.Function<Told, @Nullable Told> placeOf) {
        boolean involvement = told.record().shape() == InvolvementShape.SHAPE;
        if (involvement && event == null) {
            return Optional.empty();
        }
        Told subject = event != null && involvement ? event : told;
        Optional<UncertainDate> when = Telling.when(subject.record());
        String role = involvement ? Telling.words(told.record().get(InvolvementShape.ROLE)) : "";
        return Optional.of(new Entry(
                subject.id(),
                Telling.kind(subject.record()),
                Telling.title(subject.record()),
                role,
                subject.agency(),
                subject.system(),
                Telling.occurred(when),
                subject.knownFrom(),
                subject.receivedAt(),
                Telling.place(subject.record(), placeOf.apply(subject)),
                Telling.grade(subject.record()),
                Telling.handling(subject.record()),
                birth.childOn(when.orElse(null)),
                labels(told, subject, sanitised)));
    }

    private static LocalDate known(Entry entry) {
        LocalDate from = entry.knownFrom();
        return from != null ? from : LocalDate.ofInstant(entry.receivedAt(), LONDON);
    }

    private static Map<UUID, Told> told(JdbcClient sql, Collection<UUID> ids) {
        return sql
                .sql(TOLD)
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> new Told(
                        row.getObject("record_id", UUID.class),
                        clew.core.standard.StandardRecord.fromJson(row.getString("body")),
                        row.getString("agency"),
                        row.getString("system"),
                        row.getObject("known_from", LocalDate.class),
                        instant(row.getObject("received_at", java.time.OffsetDateTime.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Told::id, told -> told));
    }

    private static Instant instant(java.time.OffsetDateTime at) {
        return at.toInstant();
    }

    private static List<UUID> referring(JdbcClient sql, List<UUID> person) {
        return sql.sql(REFERRING)
                .param(person.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Map<UUID, UUID> referred(JdbcClient sql, Collection<UUID> from, String[] fields) {
        return sql
                .sql(REFERRED)
                .params(from.toArray(UUID[]::new), fields, fields)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }
}
