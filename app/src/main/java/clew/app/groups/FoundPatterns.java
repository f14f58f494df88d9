package clew.app.groups;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.core.explain.Explanation;
import clew.core.network.Bearing;
import clew.core.network.Evidence;
import clew.core.network.OverConnected;
import clew.core.network.OwnPatterns;
import clew.core.network.Pattern;
import clew.core.network.SubjectKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Patterns beside the lines, and what is too busy to tie anybody, as they are kept. Pure: the same evidence gives the same patterns. */
final class FoundPatterns {
    private final Evidence evidence;
    private final Function<String, SortedSet<UUID>> recordsOf;
    private final FoundParts parts;
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param recordsOf the records of a subject, by its id
     * @param atWork ids of those whom a record has somewhere because of their work as a professional
     */
    FoundPatterns(Evidence evidence, Function<String, SortedSet<UUID>> recordsOf, Set<String> atWork) {
        this.evidence = evidence;
        this.recordsOf = recordsOf;
        this.parts = new FoundParts(evidence, recordsOf, atWork);
    }

    /** All of them, in the kernel's order. */
    List<Surfaced> all() {
        List<Surfaced> all = new ArrayList<>();
        List<Pattern> patterns = OwnPatterns.of(evidence);
        for (int number = 0; !patterns.isEmpty() && number < evidence.episodes(); number++) {
            numbers.put(evidence.episodeId(number), number);
        }
        patterns.forEach(pattern -> all.add(Surfaced.of(recurring(pattern))));
        OverConnected.of(evidence).forEach(busy -> all.add(busy(busy)));
        return all;
    }

    private Recurring recurring(Pattern pattern) {
        List<Integer> episodes =
                pattern.episodes().stream().map(one -> numbers.get(one.id())).toList();
        SortedSet<Integer> people = parts.numbers(ids(pattern));
        people.removeIf(number -> evidence.kind(number) == SubjectKind.PLACE);
        UUID subject = pattern.subjects().size() > 1
                ? UUID.fromString(pattern.episodes().get(0).id())
                : parts.first(pattern.subject());
        List<Member> members = parts.members(people, episodes).stream()
                .map(member -> member.subject().equals(subject) ? subject(pattern, member) : member)
                .toList();
        return new Recurring(
                pattern.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                pattern.kind().words(),
                subject,
                pattern.isAboutProfessional(),
                new Found(FoundParts.ordered(members), parts.episodes(episodes, people), List.of()),
                paragraph(pattern),
                pattern.supporting(),
                pattern.against(),
                pattern.wouldChange(),
                unnamed(pattern, pattern.explanation()));
    }

    /** Whom it is about, the children, and who else was there. */
    private static Set<String> ids(Pattern pattern) {
        Set<String> ids = new TreeSet<>(pattern.children());
        ids.addAll(pattern.subjects());
        pattern.episodes()
                .forEach(episode -> episode.parts().stream()
                        .filter(part -> part.bearing() == Bearing.THERE)
                        .forEach(part -> ids.add(part.subject())));
        return ids;
    }

    /** Who is at work was of age on each of the days, and is nobody who was there otherwise. */
    private static Member subject(Pattern pattern, Member member) {
        return pattern.isAboutProfessional()
                ? new Member(member.subject(), member.kind(), Side.ADULT, member.records(), true)
                : member;
    }

    /** Agencies are named where they are called as people call them. */
    private static String paragraph(Pattern pattern) {
        int agencies = pattern.agencies().size();
        return pattern.paragraph()
                .replace(
                        "by " + String.join(", ", pattern.agencies()),
                        agencies == 1 ? "by one agency" : "by " + agencies + " agencies");
    }

    /** Without ids: whom it is about, the page says. */
    private static Explanation unnamed(Pattern pattern, Explanation told) {
        String words = told.description();
        for (String subject : pattern.subjects()) {
            words = words.replace(subject, "");
        }
        String bare = words.replaceFirst("^(\\s|:|and\\b)+", "");
        List<Explanation> details =
                told.details().stream().map(one -> unnamed(pattern, one)).toList();
        return details.isEmpty() ? Explanation.leaf(told.value(), bare) : Explanation.sum(bare, details);
    }

    private Surfaced busy(OverConnected busy) {
        int number = evidence.subject(busy.subject());
        SortedSet<Integer> itself = new TreeSet<>(List.of(number));
        List<Found.Episode> episodes = parts.episodes(parts.episodesOf(number), itself);
        UUID subject = parts.first(busy.subject());
        Member member =
                new Member(subject, busy.kind(), Side.THING, List.copyOf(recordsOf.apply(busy.subject())), false);
        Found found = new Found(List.of(member), episodes, List.of());
        UUID key = Surfaced.named(found.evidence(), subject.toString());
        return Surfaced.of(new Busy(subject, busy.kind(), busy.episodes(), busy.why(), key), found);
    }
}
