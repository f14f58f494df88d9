package clew.app.review;

import clew.app.identity.ViewerPersons;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two persons of a pair of records, as the viewer may see them at the moment of deciding.
 *
 * @param one the records of the person of the one
 * @param other those of the person of the other; the same where both are held to be one
 * @param classes of all of them
 * @param versions of all of them
 */
record Sides(List<UUID> one, List<UUID> other, Map<UUID, Integer> classes, Map<UUID, Long> versions) {

    /** The sides of two records; empty when one of them does not show, or both are the same. */
    static Optional<Sides> of(JdbcClient sql, UUID left, UUID right) {
        if (left.equals(right)) {
            return Optional.empty();
        }
        List<SortedSet<UUID>> persons = new ViewerPersons(sql, null).of(List.of(left, right));
        Optional<SortedSet<UUID>> one =
                persons.stream().filter(person -> person.contains(left)).findFirst();
        Optional<SortedSet<UUID>> other =
                persons.stream().filter(person -> person.contains(right)).findFirst();
        return one.isEmpty() || other.isEmpty() ? Optional.empty() : Optional.of(of(sql, one.get(), other.get()));
    }

    /** These two sides. */
    static Sides of(JdbcClient sql, Collection<UUID> one, Collection<UUID> other) {
        Map<UUID, Integer> classes = new TreeMap<>();
        Map<UUID, Long> versions = new TreeMap<>();
        List<UUID> all = new ArrayList<>(one);
        all.addAll(other);
        sql.sql("select record_id, class_id, version_no from picture.record where record_id = any (cast(? as uuid[]))")
                .param(StoredDecisions.array(all))
                .query(row -> {
                    classes.put(row.getObject(1, UUID.class), row.getInt(2));
                    versions.put(row.getObject(1, UUID.class), row.getLong(3));
                });
        return new Sides(List.copyOf(one), List.copyOf(other), classes, versions);
    }

    boolean areOne() {
        return one.equals(other);
    }

    /** Would joining them bring what is protected beside what is not, or is protected otherwise? */
    boolean disclose(JdbcClient sql) {
        return sql.sql("select coalesce(decisions.discloses(cast(? as int[])), false)")
                .param(StoredDecisions.array(classes.values().stream().collect(Collectors.toSet())))
                .query(Boolean.class)
                .single();
    }
}
