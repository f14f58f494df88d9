package clew.app.groups;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.core.explain.Explanation;
import clew.core.network.Bearing;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Part;
import clew.core.network.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who and what is in some episodes, by the records that they rest on. Pure. */
final class FoundParts {
    private static final String INFERRED = " (inferred)";

    private final Evidence evidence;
    private final Function<String, SortedSet<UUID>> recordsOf;
    private final Set<String> atWork;

    /**
     * @param recordsOf the records of a subject, by its id
     * @param atWork ids of those whom a record has somewhere because of their work as a professional
     */
    FoundParts(Evidence evidence, Function<String, SortedSet<UUID>> recordsOf, Set<String> atWork) {
        this.evidence = evidence;
        this.recordsOf = recordsOf;
        this.atWork = Set.copyOf(atWork);
    }

    /** The numbers of those that are told. */
    SortedSet<Integer> numbers(Collection<String> ids) {
        return ids.stream()
                .map(evidence::subject)
                .filter(number -> number >= 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The members, and the places of the episodes: people first, then things, then places. */
    List<Member> members(SortedSet<Integer> members, Collection<Integer> episodes) {
        List<Member> all = new ArrayList<>();
        members.forEach(member -> all.add(member(member, episodes)));
        places(episodes).forEach(place -> all.add(place(place)));
        return ordered(all);
    }

    static List<Member> ordered(Collection<Member> members) {
        return members.stream()
                .sorted(Comparator.comparing((Member member) ->
                                member.side().isSomebody() ? 0 : member.side().ordinal())
                        .thenComparing(member -> member.subject().toString()))
                .toList();
    }

    /** As they are told, with the members alone. */
    List<Found.Episode> episodes(Collection<Integer> episodes, SortedSet<Integer> members) {
        return episodes.stream().map(episode -> episode(episode, members)).toList();
    }

    /** Those in which a subject was. */
    List<Integer> episodesOf(int subject) {
        return Arrays.stream(evidence.episodesOf(subject)).boxed().toList();
    }

    UUID first(String id) {
        return recordsOf.apply(id).first();
    }

    private SortedSet<String> places(Collection<Integer> episodes) {
        return episodes.stream()
                .flatMap(episode -> Stream.ofNullable(evidence.episode(episode).place()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Member member(int number, Collection<Integer> episodes) {
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
     * Who was a child in any of the episodes is a child; who was certainly of age in all of them is an adult; of anybody else nobody knows, and whose age is not
     * known even once is treated as a child.
     */
    private Side side(int member, Collection<Integer> episodes) {
        if (!evidence.kind(member).isSomebody()) {
            return Side.THING;
        }
        boolean seen = false;
        boolean adult = true;
        for (int episode : evidence.episodesOf(member)) {
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
        String place = told.place();
        return new Found.Episode(
                UUID.fromString(told.id()),
                told.kind(),
                told.day(),
                told.until(),
                told.known(),
                told.agency(),
                place == null ? null : first(place),
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
        return new Found.Part(first(part.subject()), part.role(), part.bearing() == Bearing.AT_WORK);
    }

    /** The episodes in which both were, of these. */
    List<Integer> both(int one, int other, SortedSet<Integer> episodes) {
        Set<Integer> ofOther = new HashSet<>(episodesOf(other));
        return episodesOf(one).stream()
                .filter(ofOther::contains)
                .filter(episodes::contains)
                .toList();
    }

    /**
     * Two who were together.
     *
     * @param days on how many
     * @param reason what explains it, as the evidence has it
     * @param both the episodes in which they were, by day
     */
    Found.Tie tie(int one, int other, int days, @Nullable String reason, List<Integer> both, Explanation explanation) {
        return new Found.Tie(
                first(evidence.id(one)),
                first(evidence.id(other)),
                days,
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
                explanation);
    }

    /** Those that weigh something first, then those with the newest episode. */
    List<Found.Tie> newestFirst(Collection<Found.Tie> ties, SortedSet<Integer> episodes) {
        Map<UUID, Integer> order = new TreeMap<>();
        episodes.forEach(
                episode -> order.put(UUID.fromString(evidence.episode(episode).id()), order.size()));
        return ties.stream()
                .sorted(Comparator.comparing((Found.Tie tie) -> !tie.counts())
                        .thenComparing(tie -> -newest(tie, order))
                        .thenComparing(tie -> tie.one() + " " + tie.other()))
                .toList();
    }

    private static int newest(Found.Tie tie, Map<UUID, Integer> order) {
        return tie.episodes().stream()
                .mapToInt(episode -> order.getOrDefault(episode, -1))
                .max()
                .orElse(-1);
    }
}
