package clew.app.review;

import clew.app.identity.PersonSearch;
import clew.app.identity.PersonSummaries;
import clew.app.identity.ViewerPersons;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.linkage.ScoredPairs;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who else may be a person and was not joined with them, as far as both show; those of whom somebody decided included, with what they decided. */
public final class Likenesses {

    /** Others that a page shows. */
    public static final int MOST = 10;

    private static final int PAIRS = 60;

    private final AppTransactions app;
    private final Clock clock;

    Likenesses(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * Somebody else who may be this person.
     *
     * @param record of this person
     * @param alike the record of the other that is most like it
     * @param why they were not joined
     * @param doubt of the machine in its words; null without one
     * @param probability of the pair under the model in force, 0 to 1
     * @param decided what somebody decided about the two; null when nobody did
     */
    public record Likeness(
            UUID record,
            UUID alike,
            PersonSearch.Row other,
            Why why,
            @Nullable String doubt,
            double probability,
            @Nullable Decided decided) {}

    /** Those of a person, by the strongest pair. */
    public List<Likeness> of(Rights rights, Collection<UUID> records) {
        return app.read(rights, sql -> of(sql, records));
    }

    private List<Likeness> of(JdbcClient sql, Collection<UUID> records) {
        List<Alike> pairs = sql.sql("""
                select case when left_record = any (r.ids) then left_record else right_record end,
                       case when left_record = any (r.ids) then right_record else left_record end, weight, doubt
                  from (select cast(? as uuid[]) as ids) r, picture.link
                 where explanation is not null and compared and weight >= ?
                   and (left_record = any (r.ids)) <> (right_record = any (r.ids))
                   and (left_record = any (cast(? as uuid[])) or right_record = any (cast(? as uuid[])))
                 order by weight desc, left_record, right_record limit ?""")
                .params(array(records), ScoredPairs.weightOf(0.05), array(records), array(records), PAIRS)
                .query((row, number) -> new Alike(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getLong(3), row.getString(4)))
                .list();
        Map<UUID, SortedSet<UUID>> personOf = new HashMap<>();
        new ViewerPersons(sql, null)
                .of(pairs.stream().map(Alike::alike).toList())
                .forEach(person -> person.forEach(record -> personOf.put(record, person)));
        Map<SortedSet<UUID>, Alike> others = new LinkedHashMap<>();
        pairs.stream()
                .filter(pair -> personOf.containsKey(pair.alike))
                .forEach(pair -> others.putIfAbsent(personOf.get(pair.alike), pair));
        List<Decided> decided = new StoredDecisions(sql).about(records);
        List<SortedSet<UUID>> shown = others.keySet().stream().limit(MOST).toList();
        List<PersonSearch.Row> rows =
                PersonSummaries.of(sql, shown, LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME));
        return Stream.iterate(0, place -> place < shown.size(), place -> place + 1)
                .map(place -> likeness(
                        Objects.requireNonNull(others.get(shown.get(place))),
                        shown.get(place),
                        rows.get(place),
                        records,
                        decided))
                .toList();
    }

    private static Likeness likeness(
            Alike pair, SortedSet<UUID> person, PersonSearch.Row row, Collection<UUID> records, List<Decided> decided) {
        return new Likeness(
                pair.record,
                pair.alike,
                row,
                Why.byDoubt(pair.doubt),
                pair.doubt,
                ScoredPairs.probabilityOf(pair.weight),
                decided.stream()
                        .filter(one -> one.canBeWithdrawn() && one.joins(records, person))
                        .reduce((first, second) -> second)
                        .orElse(null));
    }

    private record Alike(
            UUID record, UUID alike, long weight, @Nullable String doubt) {}

    private static String array(Collection<UUID> records) {
        return StoredDecisions.array(records);
    }
}
