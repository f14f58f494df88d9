package clew.app.groups;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.core.explain.Explanation;
import clew.core.network.Bearing;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Line;
import clew.core.network.Part;
import clew.core.network.Standing;
import clew.core.network.Ties;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lines as they are kept: with the episodes behind each tie, and after the splits and mergers that people decided. Pure: the same evidence and decisions give
 * the same lines.
 */
final class FoundLines {
    private static final String INFERRED = " (inferred)";

    private final Evidence evidence;
    private final Ties ties;
    private final Function<String, SortedSet<UUID>> recordsOf;
    private final Set<String> atWork;
    private final Map<Integer, List<Integer>> episodesOf = new TreeMap<>();

    /**
     * @param recordsOf the records of a subject, by its id
     * @param atWork ids of those whom a record has somewhere because of their work as a professional
     */
    FoundLines(Ties ties, Function<String, SortedSet<UUID>> recordsOf, Set<String> atWork) {
        this.evidence = ties.evidence();
        this.ties = ties;
        this.recordsOf = recordsOf;
        this.atWork = Set.copyOf(atWork);
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            for (int subject : evidence.there(episode)) {
                episodesOf.computeIfAbsent(subject, s -> new ArrayList<>()).add(episode);
            }
        }
    }

    /** Who and what is in each line, after the splits and mergers that people decided. */
    static List<SortedSet<String>> groups(
            List<Line> lines, List<Cut> cuts, Function<String, SortedSet<UUID>> recordsOf) {
        return new Cuts(recordsOf)
                .applied(lines.stream().map(FoundLines::subjects).toList(), cuts);
    }

    /** Lines in the order of their newest evidence, then of their first episode. */
    static List<Found> ordered(Collection<Found> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(FoundLines::last)
                        .thenComparing(found -> found.episodes().get(0).record()))
                .toList();
    }

    private static SortedSet<String> subjects(Line line) {
        SortedSet<String> subjects = new TreeSet<>(line.adults());
        subjects.addAll(line.children());
        subjects.addAll(line.others());
        subjects.addAll(line.means());
        return subjects;
    }

    private static java.time.LocalDate last(Found found) {
        return found.episodes().get(found.episodes().size() - 1).day();
    }

    /** A line of these; none when those who are left were never together. */
    Optional<Found> found(SortedSet<String> subjects) {
        SortedSet<Integer> members = numbers(subjects);
        List<Integer> episodes = episodes(members);
        if (episodes.isEmpty()) {
            return Optional.empty();
        }
        List<Member> all = new ArrayList<>();
        members.forEach(member -> all.add(member(member, episodes)));
        places(episodes).forEach(place -> all.add(place(place)));
        all.sort(Comparator.comparing((Member member) ->
                        member.side().isSomebody() ? 0 : member.side().ordinal())
                .thenComparing(member -> member.subject().toString()));
        return Optional.of(new Found(
                all, episodes.stream().map(episode -> episode(episode, members)).toList(), ties(members, episodes)));
    }

    private SortedSet<Integer> numbers(Collection<String> ids) {
        return ids.stream()
                .map(evidence::subject)
                .filter(number -> number >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In which two or more of the members were, by day. */
    private List<Integer> episodes(SortedSet<Integer> members) {
        Map<Integer, Integer> times = new TreeMap<>();
        members.forEach(member ->
                episodesOf.getOrDefault(member, List.of()).forEach(episode -> times.merge(episode, 1, Integer::sum)));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2)
                .map(Map.Entry::getKey)
                .toList();
    }

    private SortedSet<String> places(List<Integer> episodes) {
        return episodes.stream()
                .flatMap(episode -> Stream.ofNullable(evidence.episode(episode).place()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Member member(int number, List<Integer> episodes) {
        String id = evidence.id(number);
        SortedSet<UUID> records = recordsOf.apply(id);
        return new Member(
                records.first(),
                evidence.kind(number),
                side(number, episodes),
                List.copyOf(records),
                atWork.contains(id));
    }

    private Member place(String id) {
        SortedSet<UUID> records = recordsOf.apply(id);
        return new Member(
                records.first(), evidence.kind(evidence.subject(id)), Side.PLACE, List.copyOf(records), false);
    }

    /**
     * Who was a child in any episode of the line is a child of it; who was certainly of age in all of them is an adult; of anybody else nobody knows, and
     * whose age is not known even once is treated as a child.
     */
    private Side side(int member, List<Integer> episodes) {
        if (!evidence.kind(member).isSomebody()) {
            return Side.THING;
        }
        boolean seen = false;
        boolean adult = true;
        for (int episode : episodesOf.getOrDefault(member, List.of())) {
            if (episodes.contains(episode)) {
                seen = true;
                Standing standing = evidence.standingIn(episode, member);
                if (standing == Standing.CHILD) {
                    return Side.CHILD;
                }
                adult &= standing == Standing.ADULT;
            }
        }
        return seen && adult ? Side.ADULT : Side.UNKNOWN;
    }

    private Found.Episode episode(int number, SortedSet<Integer> members) {
        Episode told = evidence.episode(number);
        return new Found.Episode(
                UUID.fromString(told.id()),
                told.kind(),
                told.day(),
                told.until(),
                told.known(),
                told.agency(),
                told.place() == null ? null : recordsOf.apply(told.place()).first(),
                told.parts().stream()
                        .filter(part -> members.contains(evidence.subject(part.subject())))
                        .map(this::part)
                        .sorted(Comparator.comparing(part -> part.subject().toString()))
                        .toList(),
                told.sources().stream()
                        .map(source ->
                                new Found.Source(UUID.fromString(source.record()), source.agency(), source.grade()))
                        .toList());
    }

    private Found.Part part(Part part) {
        return new Found.Part(recordsOf.apply(part.subject()).first(), part.role(), part.bearing() == Bearing.AT_WORK);
    }

    private List<Found.Tie> ties(SortedSet<Integer> members, List<Integer> episodes) {
        List<Integer> all = List.copyOf(members);
        List<Found.Tie> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                int tie = ties.between(all.get(i), all.get(j));
                if (tie >= 0 && (ties.units(tie) > 0 || ties.reason(tie) != null)) {
                    found.add(tie(tie, episodes));
                }
            }
        }
        Map<UUID, Integer> order = new TreeMap<>();
        episodes.forEach(
                episode -> order.put(UUID.fromString(evidence.episode(episode).id()), order.size()));
        found.sort(Comparator.comparing((Found.Tie tie) -> !tie.counts())
                .thenComparing(tie -> -newest(tie, order))
                .thenComparing(tie -> tie.one() + " " + tie.other()));
        return found;
    }

    private static int newest(Found.Tie tie, Map<UUID, Integer> order) {
        return tie.episodes().stream()
                .mapToInt(episode -> order.getOrDefault(episode, -1))
                .max()
                .orElse(-1);
    }

    private Found.Tie tie(int tie, List<Integer> episodes) {
        List<Integer> both = episodesOf.getOrDefault(ties.first(tie), List.of()).stream()
                .filter(episodesOf.getOrDefault(ties.second(tie), List.of())::contains)
                .filter(episodes::contains)
                .toList();
        String reason = ties.reason(tie);
        Explanation explanation = ties.explain(tie);
        return new Found.Tie(
                recordsOf.apply(evidence.id(ties.first(tie))).first(),
                recordsOf.apply(evidence.id(ties.second(tie))).first(),
                ties.days(tie),
                reason == null ? null : reason.replace(INFERRED, ""),
                reason != null && reason.endsWith(INFERRED),
                both.stream()
                        .map(episode ->
                                UUID.fromString(evidence.episode(episode).id()))
                        .toList(),
                both.stream()
                        .flatMap(episode -> evidence.episode(episode).sources().stream())
                        .map(source -> source.agency())
                        .distinct()
                        .sorted()
                        .toList(),
                Explanation.leaf(explanation.value(), words(tie)));
    }

    /** Without ids: who the two are, the page says. */
    private String words(int tie) {
        String reason = ties.reason(tie);
        String words = ties.explain(tie).description().replaceFirst(": -log2.*$", "");
        int from = words.indexOf(" together on ");
        return reason != null ? "explained: " + reason : from < 0 ? words : words.substring(from + 1);
    }
}
