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
import java.util.function.Predicate;

/**
 * Finds draft lines of enquiry: cores that pass the readable gate, the community of each in its neighbourhood, and of that who is shown. Pure: the same
 * evidence and epoch give the same lines, in whatever order the evidence was told.
 */
public final class Lines {
    /** A community that leaves the core behind was too fine: it is sought once more at half the resolution. */
    private static final double COARSER = 0.5;

    /** So many of three of a line were with its other side; with fewer it is a circle of acquaintances around somebody's children. */
    private static final int ACROSS_OF_THREE = 2;

    private final Ties ties;
    private final Evidence evidence;
    private final Contacts contacts;

    Lines(Ties ties) {
        this.ties = ties;
        this.evidence = ties.evidence();
        this.contacts = new Contacts(evidence);
    }

    /** All lines, by the day of their newest evidence, then by id. */
    public static List<Line> of(Ties ties) {
        Lines lines = new Lines(ties);
        return lines.lines(lines.drafts());
    }

    /**
     * Whether what is recorded of these subjects among themselves suffices for the gate: two adults, two children whom both were with, two days and two places,
     * outside explained ties.
     */
    public static boolean suffices(Ties ties, Collection<String> subjects) {
        Lines lines = new Lines(ties);
        SortedSet<Integer> members = new TreeSet<>();
        subjects.stream()
                .map(lines.evidence::subject)
                .filter(subject -> subject >= 0)
                .forEach(members::add);
        return Cores.holdWithin(
                members, new FirstTies(lines.evidence).asChildren(members), lines.evidence, lines.contacts);
    }

    /** A draft of each core, in the order of the cores. */
    List<Draft> drafts() {
        return drafts(core -> true);
    }

    /** A draft of each of some cores. */
    List<Draft> drafts(Predicate<Core> some) {
        return Cores.of(evidence, contacts).stream().filter(some).toList().parallelStream()
                .map(core -> new Draft(core, members(core)))
                .toList();
    }

    /** The lines of drafts. */
    List<Line> lines(List<Draft> drafts) {
        List<SortedSet<Integer>> found = drafts.stream()
                .map(Draft::members)
                .filter(members -> !members.isEmpty())
                .toList();
        return joined(found).parallelStream()
                .flatMap(members -> parts(members).stream())
                .map(this::line)
                .filter(line -> !line.firmness().mayBeChance())
                .sorted(Line.ORDER)
                .toList();
    }

    Evidence evidence() {
        return evidence;
    }

    /** By the community of the core, by a coarser one, or where neither holds the core by itself. */
    private SortedSet<Integer> members(Core core) {
        SortedSet<Integer> members = members(core, 1);
        members = members.isEmpty() ? members(core, COARSER) : members;
        return members.isEmpty() ? settled(subjects(core), Neighbourhood.of(ties, subjects(core))) : members;
    }

    /** Who belongs with a core at so many times the resolution of the epoch; nobody where the gate does not hold among them, again and again. */
    private SortedSet<Integer> members(Core core, double times) {
        SortedSet<Integer> subjects = subjects(core);
        Neighbourhood near = Neighbourhood.of(ties, subjects);
        SortedSet<Integer> community = near.community(subjects, times);
        community.addAll(core.adults());
        return settled(community, near);
    }

    private static SortedSet<Integer> subjects(Core core) {
        SortedSet<Integer> subjects = new TreeSet<>(core.adults());
        subjects.addAll(core.children());
        return subjects;
    }

    private SortedSet<Integer> settled(SortedSet<Integer> community, Neighbourhood near) {
        SortedSet<Integer> members = Membership.of(evidence, contacts, community);
        if (!holds(members)) {
            return new TreeSet<>();
        }
        members.addAll(Alongside.of(ties, members, near.subjects()));
        return holds(members) ? members : new TreeSet<>();
    }

    /** Whether the gate holds among some people, again and again, and most of them were with the other side. */
    private boolean holds(SortedSet<Integer> members) {
        SortedSet<Integer> young = new FirstTies(evidence).asChildren(members);
        return Cores.holdWithin(members, young, evidence, contacts)
                && Recurrence.holds(members, young, evidence, contacts)
                && isAcross(members);
    }

    private boolean isAcross(SortedSet<Integer> members) {
        return 3 * people(Membership.across(evidence, contacts, members)) >= ACROSS_OF_THREE * people(members);
    }

    private long people(SortedSet<Integer> members) {
        return members.stream()
                .filter(member -> evidence.kind(member) == SubjectKind.PERSON)
                .count();
    }

    /** The lines of members; none where together they are a circle. */
    private List<SortedSet<Integer>> parts(SortedSet<Integer> members) {
        if (!isAcross(members)) {
            return List.of();
        }
        return Overlap.parts(ties, members, block -> Membership.of(evidence, contacts, block), this::holds);
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
        List<Line.ShownTie> shown = ties(members);
        SortedSet<String> adults = new TreeSet<>();
        SortedSet<String> children = new TreeSet<>();
        SortedSet<String> others = new TreeSet<>();
        SortedSet<String> means = new TreeSet<>();
        SortedSet<Integer> young = new FirstTies(evidence).asChildren(members);
        for (int member : members) {
            String id = evidence.id(member);
            switch (evidence.kind(member)) {
                case PERSON -> (isAdult(member, episodes) && !young.contains(member) ? adults : children).add(id);
                case UNIDENTIFIED_PERSON -> others.add(id);
                default -> means.add(id);
            }
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
                known(members, episodes),
                agencies(episodes),
                shown,
                explained(members),
                episodes.stream().map(evidence::episode).toList(),
                firmness(members),
                Explanation.sum(
                        "weight of the evidence: the sum of its ties",
                        shown.stream().map(Line.ShownTie::explanation).toList()));
    }

    /** Of age in every episode of the line; who may have been a child in one is a child of it. */
    private boolean isAdult(int member, SortedSet<Integer> episodes) {
        boolean adult = false;
        for (int episode : evidence.episodesOf(member)) {
            if (episodes.contains(episode)) {
                if (!evidence.isAdultIn(episode, member)) {
                    return false;
                }
                adult = true;
            }
        }
        return adult;
    }

    /** When the last part of a member in these episodes was known. */
    private LocalDate known(SortedSet<Integer> members, SortedSet<Integer> episodes) {
        LocalDate known = LocalDate.MIN;
        for (int episode : episodes) {
            Episode told = evidence.episode(episode);
            known = told.known().isAfter(known) ? told.known() : known;
            for (Part part : told.parts()) {
                boolean later = part.known().isAfter(known) && part.bearing() == Bearing.THERE;
                known = later && members.contains(evidence.subject(part.subject())) ? part.known() : known;
            }
        }
        return known;
    }

    private Line.Firmness firmness(SortedSet<Integer> members) {
        return Firm.of(ties, contacts, members, (core, times) -> parts(members(core, times)));
    }

    /** The episodes in which two or more of the members were. */
    private SortedSet<Integer> episodes(Collection<Integer> members) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (int member : members) {
            for (int episode : evidence.episodesOf(member)) {
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
        Map<Integer, Set<Integer>> days = new HashMap<>();
        for (int episode : episodes) {
            int place = evidence.place(episode);
            if (place >= 0) {
                days.computeIfAbsent(place, p -> new HashSet<>()).add(evidence.day(episode));
            }
        }
        SortedSet<String> places = new TreeSet<>();
        days.forEach((place, on) -> {
            if (on.size() >= 2) {
                places.add(evidence.id(place));
            }
        });
        return places;
    }

    private SortedSet<String> agencies(Collection<Integer> episodes) {
        SortedSet<String> agencies = new TreeSet<>();
        episodes.forEach(episode -> {
            agencies.add(evidence.episode(episode).agency());
            evidence.episode(episode).sources().forEach(source -> agencies.add(source.agency()));
        });
        return agencies;
    }

    private List<Line.ShownTie> ties(SortedSet<Integer> members) {
        return ties.within(members).stream()
                .sorted(Comparator.comparingLong((Integer tie) -> -ties.units(tie))
                        .thenComparing(tie -> tie))
                .map(tie -> shown(
                        ties.first(tie),
                        ties.second(tie),
                        Occasions.common(evidence, ties.first(tie), ties.second(tie)),
                        ties.explain(tie)))
                .toList();
    }

    private List<Line.ShownTie> explained(SortedSet<Integer> members) {
        List<Line.ShownTie> explained = new ArrayList<>();
        for (int one : members) {
            for (int other : members.tailSet(one + 1)) {
                String reason = evidence.explainedBy(one, other);
                if (reason != null) {
                    explained.add(shown(
                            one,
                            other,
                            Occasions.common(evidence, one, other),
                            Explanation.leaf(
                                    0, evidence.id(one) + " and " + evidence.id(other) + ", explained: " + reason)));
                }
            }
        }
        return explained;
    }

    private Line.ShownTie shown(int one, int other, List<Integer> together, Explanation explanation) {
        SortedSet<String> grades = new TreeSet<>();
        Set<String> sources = new HashSet<>();
        for (int episode : together) {
            for (Source source : evidence.episode(episode).sources()) {
                sources.add(source.record());
                if (!source.grade().isEmpty()) {
                    grades.add(source.grade());
                }
            }
        }
        return new Line.ShownTie(
                evidence.id(one),
                evidence.id(other),
                Occasions.of(evidence, together),
                agencies(together),
                sources.size(),
                grades,
                together.isEmpty() ? null : evidence.episode(together.get(0)).day(),
                together.stream()
                        .map(episode -> evidence.episode(episode).until())
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                evidence.explainedBy(one, other),
                explanation);
    }
}
