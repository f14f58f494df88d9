package clew.app.groups;

import clew.core.explain.Explanation;
import clew.core.network.Evidence;
import clew.core.network.Line;
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

/**
 * Lines as they are kept: with the episodes behind each tie, and after the splits and mergers that people decided. Pure: the same evidence and decisions give
 * the same lines.
 */
final class FoundLines {
    private final Evidence evidence;
    private final Ties ties;
    private final FoundParts parts;

    /**
     * @param recordsOf the records of a subject, by its id
     * @param atWork ids of those whom a record has somewhere because of their work as a professional
     */
    FoundLines(Ties ties, Function<String, SortedSet<UUID>> recordsOf, Set<String> atWork) {
        this.evidence = ties.evidence();
        this.ties = ties;
        this.parts = new FoundParts(evidence, recordsOf, atWork);
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
        SortedSet<Integer> members = parts.numbers(subjects);
        SortedSet<Integer> episodes = episodes(members);
        return episodes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        parts.members(members, episodes), parts.episodes(episodes, members), ties(members, episodes)));
    }

    /** In which two or more of the members were, by day. */
    private SortedSet<Integer> episodes(SortedSet<Integer> members) {
        Map<Integer, Integer> times = new TreeMap<>();
        members.forEach(member -> parts.episodesOf(member).forEach(episode -> times.merge(episode, 1, Integer::sum)));
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Found.Tie> ties(SortedSet<Integer> members, SortedSet<Integer> episodes) {
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
        return parts.newestFirst(found, episodes);
    }

    private Found.Tie tie(int tie, SortedSet<Integer> episodes) {
        return parts.tie(
                ties.first(tie),
                ties.second(tie),
                ties.days(tie),
                ties.reason(tie),
                parts.both(ties.first(tie), ties.second(tie), episodes),
                Explanation.leaf(ties.explain(tie).value(), words(tie)));
    }

    /** Without ids: who the two are, the page says. */
    private String words(int tie) {
        String reason = ties.reason(tie);
        String words = ties.explain(tie).description().replaceFirst(": -log2.*$", "");
        int from = words.indexOf(" together on ");
        return reason != null ? "explained: " + reason : from < 0 ? words : words.substring(from + 1);
    }
}
