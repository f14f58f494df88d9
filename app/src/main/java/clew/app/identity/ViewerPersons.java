package clew.app.identity;

import clew.app.identity.StoredPersons.Member;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The persons of one viewer: {@code cluster(component ∩ visible)}. Where nothing of a component is hidden that is what the build stored; anywhere else it
 * is worked out anew from what is visible, so that two records joined only through a hidden one are two persons.
 */
public final class ViewerPersons {
    private final StoredPersons stored;
    private final @Nullable LocalDate knownOn;

    /**
     * @param sql in a transaction that carries the viewer's rights
     * @param knownOn only records known by the end of this day count; null for all
     */
    public ViewerPersons(JdbcClient sql, @Nullable LocalDate knownOn) {
        this.stored = new StoredPersons(sql);
        this.knownOn = knownOn;
    }

    /** Every person that one of these records belongs to, each once, as its records in the order of their ids; the persons in the order of their first. */
    public List<SortedSet<UUID>> of(Collection<UUID> records) {
        List<Member> asked = stored.members(records);
        Set<UUID> components = asked.stream().map(Member::component).collect(Collectors.toSet());
        Set<UUID> whole = knownOn == null ? stored.whole(components) : Set.of();
        components.removeAll(whole);
        Set<UUID> wanted = new HashSet<>(records);
        return Stream.concat(asStored(asked, whole), workedOut(components).filter(person -> meets(person, wanted)))
                .sorted(Comparator.comparing(SortedSet::first, RecordOrder.BY_TEXT))
                .toList();
    }

    private Stream<SortedSet<UUID>> asStored(List<Member> asked, Set<UUID> whole) {
        Set<UUID> persons = asked.stream()
                .filter(member -> whole.contains(member.component()))
                .map(Member::person)
                .collect(Collectors.toSet());
        return grouped(stored.membersOfPersons(persons), Member::person);
    }

    private Stream<SortedSet<UUID>> workedOut(Set<UUID> components) {
        if (components.isEmpty()) {
            return Stream.of();
        }
        List<Member> members = new ArrayList<>(stored.membersOfComponents(components));
        if (knownOn != null) {
            Set<UUID> known = stored.knownBy(knownOn, records(members));
            members.removeIf(member -> !known.contains(member.record()));
        }
        return new VisibleClusters(
                        stored.links(records(members)), stored.threshold(), stored.said(records(members), knownOn))
                .of(members);
    }

    private static List<UUID> records(List<Member> members) {
        return members.stream().map(Member::record).toList();
    }

    private static boolean meets(Set<UUID> person, Set<UUID> wanted) {
        return person.stream().anyMatch(wanted::contains);
    }

    private static Stream<SortedSet<UUID>> grouped(List<Member> members, Function<Member, UUID> by) {
        Map<UUID, SortedSet<UUID>> groups = members.stream()
                .collect(Collectors.groupingBy(
                        by,
                        Collectors.mapping(Member::record, Collectors.toCollection(() -> RecordOrder.set(List.of())))));
        return groups.values().stream();
    }
}
