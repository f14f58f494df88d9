package clew.core.network;

import clew.core.explain.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds draft lines of enquiry: cores that pass the readable gate, the community of each in its neighbourhood, and of that who is shown. Pure: the same
 * evidence and epoch give the same lines, in whatever order the evidence was told.
 */
public final class Lines {
    private final Ties ties;
    private final Evidence evidence;
    private final Contacts contacts;

    private Lines(Ties ties) {
        this.ties = ties;
        this.evidence = ties.evidence();
        this.contacts = new Contacts(evidence);
    }

    /** All lines, by the day of their newest evidence, then by id. */
    public static List<Line> of(Ties ties) {
        return new Lines(ties).find();
    }

    private List<Line> find() {
        List<SortedSet<Integer>> found = new ArrayList<>();
        for (Core core : Cores.of(evidence, contacts)) {
            SortedSet<Integer> subjects = new TreeSet<>(core.adults());
            subjects.addAll(core.children());
            SortedSet<Integer> community = Neighbourhood.of(ties, subjects).community(subjects);
            community.addAll(core.adults());
            SortedSet<Integer> members = Membership.of(evidence, contacts, community);
            if (Cores.holdWithin(members, evidence, contacts)) {
                found.add(members);
            }
        }
        return joined(found).stream()
                .map(this::line)
                .sorted(Comparator.comparing(Line::last).thenComparing(Line::id))
                .toList();
    }

    /** Two that share half of the smaller one are one. */
    private static List<SortedSet<Integer>> joined(List<SortedSet<Integer>> found) {
        List<SortedSet<Integer>> lines = new ArrayList<>();
        for (SortedSet<Integer> members : found) {
            SortedSet<Integer> whole = new TreeSet<>(members);
            for (boolean grew = true; grew; ) {
                SortedSet<Integer> now = whole;
                List<SortedSet<Integer>> same =
                        lines.stream().filter(line -> isSame(line, now)).toList();
                lines.removeAll(same);
                same.forEach(now::addAll);
                grew = !same.isEmpty();
            }
            lines.add(whole);
        }
        return lines;
    }

    private static boolean isSame(Collection<Integer> one, Collection<Integer> other) {
        Set<Integer> both = new HashSet<>(one);
        both.retainAll(other);
        return both.size() * 2 >= Math.min(one.size(), other.size());
    }

    private Line line(SortedSet<Integer> members) {
        SortedSet<Integer> episodes = episodes(members);
        List<Line.ShownTie> shown = ties(members, episodes);
        SortedSet<String> adults = new TreeSet<>();
        SortedSet<String> children = new TreeSet<>();
        SortedSet<String> others = new TreeSet<>();
        SortedSet<String> means = new TreeSet<>();
        for (int member : members) {
            (evidence.kind(member).isSomebody() ? side(member, episodes, adults, children, others) : means)
                    .add(evidence.id(member));
        }
        return new Line(
                adults.isEmpty() ? evidence.id(members.first()) : adults.first(),
                adults,
                children,
                others,
                means,
                places(episodes),
                LocalDate.ofEpochDay(evidence.day(episodes.first())),
                LocalDate.ofEpochDay(evidence.day(episodes.last())),
                episodes.stream()
                        .map(episode -> evidence.episode(episode).known())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                agencies(episodes),
                shown,
                Explanation.sum(
                        "weight of the evidence: the sum of its ties",
                        shown.stream().map(Line.ShownTie::explanation).toList()));
    }

    /** Who was a child on any day of the line is a child of it; then who was an adult; else nobody knows. */
    private SortedSet<String> side(
            int member,
            SortedSet<Integer> episodes,
            SortedSet<String> adults,
            SortedSet<String> children,
            SortedSet<String> others) {
        boolean adult = false;
        for (int episode : contacts.episodesOf(member)) {
            if (episodes.contains(episode)) {
                Standing standing = evidence.standingIn(episode, member);
                if (standing == Standing.CHILD) {
                    return children;
                }
                adult |= standing == Standing.ADULT;
            }
        }
        return adult ? adults : others;
    }

    /** The episodes in which two or more of the members were. */
    private SortedSet<Integer> episodes(Collection<Integer> members) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int member : members) {
            for (int episode : contacts.episodesOf(member)) {
                times.merge(episode, 1, Integer::sum);
            }
        }
        SortedSet<Integer> episodes = new TreeSet<>();
        times.forEach((episode, there) -> {
            if (there >= 2) {
                episodes.add(episode);
            }
        });
        return episodes;
    }

    private SortedSet<String> places(SortedSet<Integer> episodes) {
        Map<String, Set<Integer>> days = new HashMap<>();
        for (int episode : episodes) {
            String place = evidence.episode(episode).place();
            if (place != null) {
                days.computeIfAbsent(place, p -> new HashSet<>()).add(evidence.day(episode));
            }
        }
        SortedSet<String> places = new TreeSet<>();
        days.forEach((place, on) -> {
            if (on.size() >= 2) {
                places.add(place);
            }
        });
        return places;
    }

    private SortedSet<String> agencies(Collection<Integer> episodes) {
        SortedSet<String> agencies = new TreeSet<>();
        episodes.forEach(episode -> agencies.add(evidence.episode(episode).agency()));
        return agencies;
    }

    private List<Line.ShownTie> ties(SortedSet<Integer> members, SortedSet<Integer> episodes) {
        return ties.within(members).stream()
                .sorted(Comparator.comparingLong((Integer tie) -> -ties.units(tie))
                        .thenComparing(tie -> tie))
                .map(tie -> shown(tie, episodes))
                .toList();
    }

    private Line.ShownTie shown(int tie, SortedSet<Integer> episodes) {
        List<Integer> together = new ArrayList<>();
        for (int episode : contacts.episodesOf(ties.first(tie))) {
            int[] there = evidence.there(episode);
            if (episodes.contains(episode) && java.util.Arrays.binarySearch(there, ties.second(tie)) >= 0) {
                together.add(episode);
            }
        }
        return new Line.ShownTie(
                evidence.id(ties.first(tie)),
                evidence.id(ties.second(tie)),
                ties.days(tie),
                agencies(together),
                ties.explain(tie));
    }
}
