package clew.app.identity;

import clew.app.identity.Around.Held;
import clew.app.identity.PersonSearch.Row;
import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Rights;
import clew.core.explain.Explanation;
import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.RecordTable;
import clew.core.standard.Field;
import clew.core.standard.IdentifierType;
import clew.core.standard.PersonShape;
import clew.core.standard.Reading;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is held on a person who is described and not stored: the description is weighed, under the Model by which the Picture was made, against every record that shares one of its
 * blocking keys, as an arrival would be; and whoever bears an identifier of it is found by that alone. Only records that show to who asks take part, so that what is hidden
 * changes neither who is found nor how alike they are. The entry point that calls it writes the ledger's row. Thread-safe.
 */
public final class Matching {
    private static final String ASKED = "asked";
    private static final String OF_THE_PICTURE = "select model ->> 'id' from picture.built";
    private static final String SHARING = """
            select r.record_id, r.shape, r.class_id, r.received_at, r.body from picture.record r
             where r.record_id = any (picture.sharing(?) || array(select t.record_id from picture.token t where t.token = any (?)))
               and r.shape = 'person'""";
    private static final String BEARING = "select record_id from picture.token where token = any (?)";

    private final AppTransactions app;
    private final EngineTransactions engine;
    private final Clock clock;

    Matching(AppTransactions app, EngineTransactions engine, Clock clock) {
        this.app = app;
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * A person who may be meant.
     *
     * @param same whether a machine would take them for one person
     * @param isWorthALook whether somebody should look because of what the two say, and not only because of an identifier that was asked for
     * @param why of the record that is most like: what the weight consists of
     * @param contacts earlier ones about this person
     */
    public record Match(
            Row person, boolean same, boolean isWorthALook, Explanation why, EarlierContacts.Counted contacts) {}

    /**
     * What is held.
     *
     * @param matches those taken for one person first, then by name, then record id; never by a derived number
     * @param elsewhere agencies that hold something by an identifier and do not show it
     */
    public record Matches(List<Match> matches, List<HeldElsewhere> elsewhere) {}

    /**
     * Finds them.
     *
     * @param asked of the shape of a person
     * @param identifiers any identifiers of the standard
     */
    public Matches find(Rights rights, StandardRecord asked, List<String> identifiers) {
        AppliedModel model = engine.in(Matching::ofThePicture);
        PersonColumns columns = new PersonColumns(Standard.shape("person"), model.columns());
        List<String> tokens = new ArrayList<>();
        identifiers.forEach(one -> SoughtTokens.of(new PersonSearch.Sought("", null, null, one, ""))
                .forEach(tokens::addAll));
        long[] keys = model.keys(table(model, columns, asked, List.of()))[0];
        return app.read(rights, sql -> {
            List<Held> candidates = candidates(sql, keys, tokens);
            Set<UUID> bearing = tokens.isEmpty() || candidates.isEmpty() ? Set.of() : bearing(sql, tokens);
            Map<UUID, Likeness> alike = alike(model, table(model, columns, asked, candidates), candidates, bearing);
            List<HeldElsewhere> elsewhere = tokens.isEmpty() ? List.of() : Pointers.aboutBearerOf(sql, tokens);
            return new Matches(people(sql, alike), elsewhere);
        });
    }

    private record Likeness(boolean same, boolean isWorthALook, Explanation why) {}

    private static AppliedModel ofThePicture(JdbcClient sql) {
        return sql.sql(OF_THE_PICTURE)
                .query(String.class)
                .optional()
                .flatMap(id -> Models.find(sql, id))
                .orElseGet(Models::shipped)
                .applied();
    }

    private static RecordTable table(
            AppliedModel model, PersonColumns columns, StandardRecord asked, List<Held> others) {
        RecordTable.Builder table = RecordTable.builder(model.columns());
        table.add(ASKED, ASKED, columns.values(asked));
        others.forEach(
                other -> table.add("records", other.subject().record().toString(), columns.values(other.standard())));
        return table.build();
    }

    private static List<Held> candidates(JdbcClient sql, long[] keys, List<String> tokens) {
        return sql.sql(SHARING)
                .param(java.util.Arrays.stream(keys).boxed().toArray(Long[]::new))
                .param(tokens.toArray(String[]::new))
                .query((row, number) -> new Held(
                        new Subject(
                                row.getObject(1, UUID.class),
                                row.getInt(3),
                                row.getObject(4, OffsetDateTime.class).toInstant()),
                        row.getString(2),
                        row.getString(5)))
                .list();
    }

    private static Set<UUID> bearing(JdbcClient sql, List<String> tokens) {
        return new HashSet<>(sql.sql(BEARING)
                .param(tokens.toArray(String[]::new))
                .query(UUID.class)
                .list());
    }

    private static Map<UUID, Likeness> alike(
            AppliedModel model, RecordTable table, List<Held> candidates, Set<UUID> bearing) {
        Map<UUID, Likeness> alike = new LinkedHashMap<>();
        if (candidates.isEmpty()) {
            return alike;
        }
        LinkSettings settings = LinkSettings.defaults()
                .withMode(LinkSettings.Mode.LINK_ONLY)
                .withPairsAbove(PictureBuild.REVIEW_FROM)
                .withThreads(1);
        LinkResult result = model.apply(table, settings, phase -> {});
        Set<Integer> rows = new HashSet<>();
        for (int pair = 0; pair < result.pairs().size(); pair++) {
            rows.add(Math.max(result.pairs().left(pair), result.pairs().right(pair)));
        }
        for (int row = 1; row <= candidates.size(); row++) {
            UUID record = candidates.get(row - 1).subject().record();
            if (rows.contains(row) || bearing.contains(record)) {
                boolean same = result.personOf(0) == result.personOf(row);
                alike.put(record, new Likeness(same, rows.contains(row), result.explain(0, row)));
            }
        }
        return alike;
    }

    private List<Match> people(JdbcClient sql, Map<UUID, Likeness> alike) {
        if (alike.isEmpty()) {
            return List.of();
        }
        List<SortedSet<UUID>> persons = new ViewerPersons(sql, null).of(alike.keySet());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        List<Row> rows = PersonSummaries.of(sql, persons, today);
        List<EarlierContacts.Counted> contacts = EarlierContacts.of(sql, persons);
        List<Match> matches = new ArrayList<>();
        for (int person = 0; person < rows.size(); person++) {
            Likeness best = best(persons.get(person), alike);
            if (best != null) {
                matches.add(new Match(rows.get(person), best.same, best.isWorthALook, best.why, contacts.get(person)));
            }
        }
        matches.sort(java.util.Comparator.comparing((Match match) -> !match.same)
                .thenComparing(match -> match.person.name())
                .thenComparing(match -> match.person.record(), RecordOrder.BY_TEXT));
        return matches;
    }

    private static @Nullable Likeness best(Collection<UUID> records, Map<UUID, Likeness> alike) {
        return records.stream()
                .filter(alike::containsKey)
                .map(alike::get)
                .max(java.util.Comparator.comparing(Likeness::same).thenComparing(likeness -> likeness.why.value()))
                .orElse(null);
    }

    /**
     * A description from the texts of some fields of a person, and from identifiers that only one field can hold. What cannot be read is left out.
     *
     * @param fields by name
     */
    public static StandardRecord described(Map<String, String> fields, List<String> identifiers) {
        StandardRecord.Builder asked = StandardRecord.of(PersonShape.SHAPE);
        identifiers.forEach(text -> bearer(text).ifPresent(field -> asked.read(field, text)));
        fields.forEach((name, text) -> PersonShape.SHAPE.find(name).ifPresent(field -> asked.read(field, text)));
        return asked.build();
    }

    private static Optional<Field<?>> bearer(String text) {
        List<Field<?>> fields = PersonShape.SHAPE.ownFields().stream()
                .filter(field ->
                        field.type() instanceof IdentifierType<?> type && type.read(text) instanceof Reading.Known<?>)
                .toList();
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }
}
