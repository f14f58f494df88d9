package clew.app.identity;

import clew.app.identity.PersonSearch.Row;
import clew.app.identity.StoredRecords.Stored;
import clew.core.standard.UncertainDate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons in a line each, for lists of them. */
public final class PersonSummaries {

    private PersonSummaries() {}

    /**
     * A line for each person, in their order.
     *
     * @param sql in a transaction that carries the viewer's rights
     * @param persons each as the records that the viewer may see
     * @param today on which a child is told from an adult
     */
    public static List<Row> of(JdbcClient sql, Collection<SortedSet<UUID>> persons, LocalDate today) {
        Map<UUID, Stored> records = new StoredRecords(sql)
                .of(persons.stream().flatMap(SortedSet::stream).toList()).stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        return persons.stream().map(person -> row(person, records, today)).toList();
    }

    private static Row row(SortedSet<UUID> person, Map<UUID, Stored> all, LocalDate today) {
        List<Stored> records = person.stream().map(all::get).toList();
        PersonFacts facts =
                new PersonFacts(records.stream().map(Stored::standard).toList());
        List<String> names = facts.names();
        return new Row(
                person.first(),
                names.get(0),
                names.subList(1, names.size()),
                facts.born().stream().map(UncertainDate::toString).toList(),
                facts.places(),
                records.stream().map(Stored::agency).distinct().sorted().toList(),
                records.size(),
                facts.ageOn(today));
    }
}
