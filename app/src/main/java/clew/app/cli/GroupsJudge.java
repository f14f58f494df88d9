package clew.app.cli;

import clew.core.measure.GroupMatch;
import clew.core.network.Line;
import clew.core.network.Lines;
import clew.core.network.Replay;
import clew.core.network.Ties;
import clew.core.network.records.About;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/**
 * How right lines are, against planted groups. A line is right when its adults and children share at least half with those of a group (Jaccard). A group has
 * <em>enough recorded evidence</em> when what is recorded of its own members, vehicles and phones among themselves, told of true persons, passes the gate: two
 * adults and two children whom both were with, on two days and at two places, outside explained ties.
 */
final class GroupsJudge {
    private final Map<String, SortedSet<String>> groups;
    private final Map<String, SortedSet<String>> enough;
    private final Function<String, String> trueId;

    /**
     * @param ties of true persons: which groups have enough evidence
     * @param trueId who somebody of a line truly is, by the id they have there
     */
    GroupsJudge(GroupsTruth truth, Ties ties, Function<String, String> trueId) {
        this.groups = truth.groupsOfPeople();
        this.enough = new TreeMap<>(groups);
        this.enough.values().removeIf(group -> !Lines.suffices(ties, withThings(truth, group)));
        this.trueId = trueId;
    }

    private static SortedSet<String> withThings(GroupsTruth truth, SortedSet<String> people) {
        return truth.groups().values().stream()
                .filter(group -> group.containsAll(people))
                .findFirst()
                .orElse(people);
    }

    /**
     * Who each person truly is: who most of their records are; of several as many, the smallest.
     *
     * @param about the records of each person, by the id they have in lines
     * @param identities who each record truly is
     */
    static Function<String, String> byMostRecords(SortedMap<String, About> about, Map<UUID, String> identities) {
        return id -> {
            SortedMap<String, Integer> times = new TreeMap<>();
            Optional.ofNullable(about.get(id))
                    .ifPresent(known -> known.records().stream()
                            .flatMap(record -> Optional.ofNullable(identities.get(record)).stream())
                            .forEach(person -> times.merge(person, 1, Integer::sum)));
            return times.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(java.util.Comparator.reverseOrder())))
                    .map(Map.Entry::getKey)
                    .orElse(id);
        };
    }

    /** Lines against all groups. */
    GroupMatch all(Collection<Line> lines) {
        return GroupMatch.of(people(lines), List.copyOf(groups.values()));
    }

    /** Lines against the groups with enough evidence: of them all should be found. */
    GroupMatch enough(Collection<Line> lines) {
        return GroupMatch.of(people(lines), List.copyOf(enough.values()));
    }

    private List<SortedSet<String>> people(Collection<Line> lines) {
        List<SortedSet<String>> people = new ArrayList<>();
        Map<String, String> known = new HashMap<>();
        for (Line line : lines) {
            SortedSet<String> of = new TreeSet<>();
            line.people().forEach(id -> of.add(known.computeIfAbsent(id, trueId)));
            people.add(of);
        }
        return people;
    }

    /** Leads in days over both baselines; where a baseline would never have seen a line, the days until the end of the data. */
    static Map<String, Object> earliness(List<Replay.Surfacing> surfacings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lines", surfacings.size());
        json.put(
                "surfaced",
                surfacings.stream().filter(one -> one.surfaced() != null).count());
        List<Long> overAgencies = leads(surfacings, Replay.Surfacing::leadInDays);
        List<Long> overCases = leads(surfacings, Replay.Surfacing::leadOverCasesInDays);
        json.put("median_lead_days", median(overAgencies));
        json.put("leads", overAgencies);
        json.put(
                "never_by_one_agency",
                surfacings.stream().filter(one -> one.oneAgency() == null).count());
        json.put("median_lead_over_cases_days", median(overCases));
        json.put("leads_over_cases", overCases);
        json.put(
                "never_by_one_case",
                surfacings.stream().filter(one -> one.oneCase() == null).count());
        json.put(
                "ties",
                surfacings.stream().mapToLong(one -> one.line().ties().size()).sum());
        json.put(
                "ties_of_several_agencies",
                surfacings.stream()
                        .mapToLong(one -> one.line().tiesOfSeveralAgencies())
                        .sum());
        return json;
    }

    static List<Long> leads(List<Replay.Surfacing> surfacings, Function<Replay.Surfacing, Optional<Long>> lead) {
        return surfacings.stream()
                .flatMap(one -> lead.apply(one).stream())
                .sorted()
                .toList();
    }

    /** The lower of two medians; 0 of none. */
    static long median(List<Long> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
    }
}
