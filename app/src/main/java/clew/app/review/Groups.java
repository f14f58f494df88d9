package clew.app.review;

import clew.app.identity.ViewerPersons;
import clew.core.standard.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pairs that wait, one for each two persons, without those that somebody has settled or left to rest. */
final class Groups {

    private final JdbcClient sql;
    private final LocalDate today;
    private final List<Group> all = new ArrayList<>();
    private final Map<UUID, SortedSet<UUID>> personOf = new HashMap<>();
    private final Map<UUID, Held> held = new HashMap<>();
    private final boolean cut;

    /** What is needed of a record: who holds it, and since when. */
    private record Held(int agency, LocalDate since) {}

    Groups(JdbcClient sql, LocalDate today) {
        this.sql = sql;
        this.today = today;
        List<Candidate> candidates =
                new Candidates(sql, today).find(new StoredDecisions(sql).leftOpen(Candidates.MOST));
        this.cut = candidates.stream()
                .collect(Collectors.groupingBy(candidate -> candidate.doubt() == null, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count >= Candidates.MOST);
        Set<UUID> records = candidates.stream()
                .flatMap(candidate -> Stream.of(candidate.left(), candidate.right()))
                .collect(Collectors.toSet());
        new ViewerPersons(sql, null)
                .of(records)
                .forEach(person -> person.forEach(record -> personOf.put(record, person)));
        readHeld();
        settle(candidates);
    }

    List<Group> all() {
        return all;
    }

    /** Were only the strongest pairs looked at? */
    boolean isCut() {
        return cut;
    }

    private void settle(List<Candidate> candidates) {
        Map<UUID, List<Decided>> decided = decided();
        Map<SortedSet<UUID>, HangingTogether> bridged = bridged(candidates);
        Set<Set<SortedSet<UUID>>> seen = new HashSet<>();
        for (Candidate candidate : candidates) {
            SortedSet<UUID> one = personOf.get(candidate.left());
            SortedSet<UUID> other = personOf.get(candidate.right());
            if (one == null || other == null) {
                continue;
            }
            boolean byPeople = candidate.weight() == Long.MIN_VALUE;
            boolean settled = !byPeople
                    && (candidate.why().isJoined()
                            ? !one.equals(other)
                                    || rests(List.of(candidate.left()), List.of(candidate.right()), decided)
                            : one.equals(other) || rests(one, other, decided));
            if (!settled && seen.add(new HashSet<>(List.of(one, other)))) {
                Waiting.Use use = candidate.why().isJoined() ? parted(candidate, bridged.get(one)) : use(one, other);
                all.add(new Group(candidate, one, other, use, since(candidate)));
            }
        }
    }

    /** Those that would part: the smaller side of a weak link; nothing is said of somebody of very many records, who comes last. */
    private static Waiting.Use parted(Candidate candidate, @Nullable HangingTogether person) {
        int smaller = candidate.why() == Why.BRIDGE && person != null
                ? person.smallerSide(candidate.left(), candidate.right())
                : 0;
        return new Waiting.Use(0, smaller);
    }

    /** The links of persons whom a weak one holds together. */
    private Map<SortedSet<UUID>, HangingTogether> bridged(List<Candidate> candidates) {
        return HangingTogether.of(
                sql,
                candidates.stream()
                        .filter(candidate -> candidate.why() == Why.BRIDGE)
                        .flatMap(candidate -> Stream.ofNullable(personOf.get(candidate.left())))
                        .distinct()
                        .toList());
    }

    private boolean rests(Collection<UUID> one, Collection<UUID> other, Map<UUID, List<Decided>> decided) {
        return one.stream()
                .flatMap(record -> decided.getOrDefault(record, List.of()).stream())
                .filter(decision -> decision.joins(one, other))
                .anyMatch(decision -> !decision.keepsOpen() || Candidates.openAgain(decision, today) == null);
    }

    private Map<UUID, List<Decided>> decided() {
        Map<UUID, List<Decided>> byRecord = new HashMap<>();
        new StoredDecisions(sql)
                .about(personOf.keySet()).stream()
                        .filter(Decided::canBeWithdrawn)
                        .forEach(decision -> decision.records()
                                .forEach(record -> byRecord.computeIfAbsent(record, key -> new ArrayList<>())
                                        .add(decision)));
        return byRecord;
    }

    private void readHeld() {
        sql.sql(
                        "select record_id, agency_id, received_at from picture.record where record_id = any (cast(? as uuid[]))")
                .param(StoredDecisions.array(personOf.keySet()))
                .query(row -> {
                    held.put(
                            row.getObject(1, UUID.class),
                            new Held(
                                    row.getInt(2),
                                    LocalDate.ofInstant(
                                            row.getObject(3, OffsetDateTime.class)
                                                    .toInstant(),
                                            Types.CIVIL_TIME)));
                });
    }

    private Waiting.Use use(SortedSet<UUID> one, SortedSet<UUID> other) {
        Set<Integer> left = agencies(one);
        Set<Integer> right = agencies(other);
        Set<Integer> together = new LinkedHashSet<>(left);
        together.addAll(right);
        int brought = left.equals(right) ? 0 : together.size();
        return new Waiting.Use(brought, Math.min(one.size(), other.size()));
    }

    private Set<Integer> agencies(Collection<UUID> records) {
        return records.stream()
                .map(held::get)
                .filter(Objects::nonNull)
                .map(Held::agency)
                .collect(Collectors.toSet());
    }

    private LocalDate since(Candidate candidate) {
        return Stream.of(candidate.left(), candidate.right())
                .map(held::get)
                .filter(Objects::nonNull)
                .map(Held::since)
                .max(LocalDate::compareTo)
                .orElse(today);
    }
}
