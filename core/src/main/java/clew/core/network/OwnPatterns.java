package clew.core.network;

import clew.core.explain.Explanation;
import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what recurs across children who are not related to one another: on three or more days, with three or more of them, and with more than chance explains.
 * Chance is {@code -log2 P(X >= c)} for {@code c} unrelated children, X Poisson with mean n r, where n is in how many episodes the subject is recorded and r how many
 * children there are for each episode over all subjects of its kind: who is seen often meets many. What falls below the cut of Benjamini and Hochberg at 5% is no
 * pattern. A place that is sensitive counts only where an incident is recorded, since no other episode has it as its place. Groups that re-form elsewhere are those of
 * {@link ReformedGroups}.
 */
public final class OwnPatterns {
    private static final int LEAST_CHILDREN = 3;
    private static final int LEAST_DAYS = 3;
    private static final Set<String> FAMILY = Set.of("kin", "household");
    private static final CodeList REASONS = CodeLists.named("relationship_reason");

    private final Evidence evidence;

    private OwnPatterns(Evidence evidence) {
        this.evidence = evidence;
    }

    /** One that may recur. */
    private record Candidate(
            Integer subject, SortedSet<Integer> episodes, SortedSet<Integer> children, int unrelated) {}

    /** All patterns, by kind, then by the day of their newest evidence, then by subject. */
    public static List<Pattern> of(Evidence evidence) {
        OwnPatterns own = new OwnPatterns(evidence);
        List<Pattern> patterns = new ArrayList<>();
        for (Pattern.Kind kind : Pattern.Kind.values()) {
            (kind == Pattern.Kind.REFORMED_GROUP ? ReformedGroups.of(evidence) : own.find(kind))
                    .stream()
                            .sorted(Comparator.comparing(Pattern::last).thenComparing(Pattern::subject))
                            .forEach(patterns::add);
        }
        return List.copyOf(patterns);
    }

    private List<Pattern> find(Pattern.Kind kind) {
        List<Candidate> all = new ArrayList<>();
        episodesOf(kind).forEach((subject, episodes) -> all.add(candidate(subject, episodes)));
        double children = all.stream().mapToInt(Candidate::unrelated).sum();
        double episodes = all.stream().mapToInt(one -> one.episodes().size()).sum();
        long[] surprises = all.stream()
                .mapToLong(one -> surprise(one, children / episodes))
                .toArray();
        long floor = Epoch.floor(surprises.clone());
        List<Pattern> found = new ArrayList<>();
        for (int i = 0; i < surprises.length; i++) {
            Candidate one = all.get(i);
            boolean enough =
                    one.unrelated() >= LEAST_CHILDREN && Occasions.of(evidence, withChildren(one)) >= LEAST_DAYS;
            if (enough && surprises[i] > 0 && surprises[i] >= floor) {
                found.add(pattern(kind, one, surprises[i], children / episodes));
            }
        }
        return found;
    }

    private static long surprise(Candidate one, double rate) {
        return one.unrelated() == 0 ? 0 : Surprise.units(one.episodes().size() * rate, one.unrelated());
    }

    private SortedMap<Integer, SortedSet<Integer>> episodesOf(Pattern.Kind kind) {
        SortedMap<Integer, SortedSet<Integer>> of = new TreeMap<>();
        for (int number = 0; number < evidence.episodes(); number++) {
            if (evidence.isMeeting(number) && evidence.there(number).length <= Ties.CROWD) {
                for (int subject : subjects(kind, number)) {
                    of.computeIfAbsent(subject, one -> new TreeSet<>()).add(number);
                }
            }
        }
        return of;
    }

    private int[] subjects(Pattern.Kind kind, int number) {
        int place = evidence.place(number);
        return switch (kind) {
            case PLACE -> place < 0 ? new int[0] : new int[] {place};
            case MEANS ->
                Arrays.stream(evidence.there(number))
                        .filter(subject -> evidence.kind(subject).isMeans())
                        .toArray();
            case WORKER_OR_CARER ->
                evidence.episode(number).parts().stream()
                        .filter(part -> part.bearing() == Bearing.AT_WORK)
                        .mapToInt(part -> evidence.subject(part.subject()))
                        .filter(subject -> evidence.isAdultIn(number, subject))
                        .toArray();
            case REFORMED_GROUP -> new int[0];
        };
    }

    private Candidate candidate(int subject, SortedSet<Integer> episodes) {
        SortedSet<Integer> children = new TreeSet<>();
        for (int episode : episodes) {
            for (int child : evidence.there(episode)) {
                if (isChild(episode, child) && !isFamily(subject, child)) {
                    children.add(child);
                }
            }
        }
        return new Candidate(subject, episodes, children, unrelated(children));
    }

    private boolean isChild(int episode, int subject) {
        return evidence.kind(subject) == SubjectKind.PERSON && !evidence.isAdultIn(episode, subject);
    }

    /** Whether a child is of somebody's own kin or home. */
    private boolean isFamily(int subject, int child) {
        String reason = evidence.explainedBy(subject, child);
        return reason != null
                && REASONS.find(reason.replace(" (inferred)", ""))
                        .filter(code -> FAMILY.contains(code.detail("group")))
                        .isPresent();
    }

    /** How many of them have no recorded reason to be with another who was counted. */
    private int unrelated(SortedSet<Integer> children) {
        List<Integer> counted = new ArrayList<>();
        for (int child : children) {
            if (counted.stream().noneMatch(other -> evidence.isExplained(child, other))) {
                counted.add(child);
            }
        }
        return counted.size();
    }

    private List<Integer> withChildren(Candidate one) {
        return one.episodes().stream()
                .filter(episode -> Arrays.stream(evidence.there(episode)).anyMatch(one.children()::contains))
                .toList();
    }

    private Pattern pattern(Pattern.Kind kind, Candidate one, long units, double rate) {
        List<Integer> numbers = withChildren(one);
        List<Episode> episodes = numbers.stream().map(evidence::episode).toList();
        SortedSet<String> children = new TreeSet<>();
        one.children().forEach(child -> children.add(evidence.id(child)));
        SortedSet<String> agencies = new TreeSet<>();
        episodes.forEach(episode -> {
            agencies.add(episode.agency());
            episode.sources().forEach(source -> agencies.add(source.agency()));
        });
        LocalDate first = episodes.get(0).day();
        LocalDate last = latest(episodes, Comparator.comparing(Episode::day)).day();
        double expected = one.episodes().size() * rate;
        return new Pattern(
                kind,
                evidence.id(one.subject()),
                new TreeSet<>(List.of(evidence.id(one.subject()))),
                children,
                agencies,
                first,
                last,
                latest(episodes, Comparator.comparing(Episode::known)).known(),
                episodes,
                String.format(
                        Locale.ROOT,
                        "The same %s was recorded with %d children, %d of them not related to one another, on %d days between %s and %s, by %s. This is a pattern for people to decide on: nobody in it is accused by it.",
                        kind.words().replaceFirst("^an? ", ""),
                        children.size(),
                        one.unrelated(),
                        Occasions.of(evidence, numbers),
                        first,
                        last,
                        String.join(", ", agencies)),
                supporting(one, expected, agencies),
                against(kind, one, episodes, agencies),
                List.of(
                        "A recorded reason for these children to be together, or to be there, would take them out of it.",
                        kind == Pattern.Kind.WORKER_OR_CARER
                                ? "If their work is with children in such events, more of them are to be expected than among all who are at work."
                                : "If it is shared, public or changed hands in between, it joins children who have nothing to do with one another."),
                Explanation.leaf(
                        units,
                        String.format(
                                Locale.ROOT,
                                "%s: %d unrelated children in %d episodes, expected %.2g by chance: -log2 P(X >= %d)",
                                evidence.id(one.subject()),
                                one.unrelated(),
                                one.episodes().size(),
                                expected,
                                one.unrelated())));
    }

    private static Episode latest(List<Episode> episodes, Comparator<Episode> order) {
        return episodes.stream().max(order).orElseThrow();
    }

    private static List<String> supporting(Candidate one, double expected, SortedSet<String> agencies) {
        List<String> words = new ArrayList<>();
        words.add(String.format(
                Locale.ROOT,
                "%d children who are not related, where %.1f would be usual for one recorded %d times.",
                one.unrelated(),
                expected,
                one.episodes().size()));
        if (agencies.size() > 1) {
            words.add(
                    "It rests on records of " + agencies.size() + " agencies: none of them alone could see it whole.");
        }
        return words;
    }

    private static List<String> against(
            Pattern.Kind kind, Candidate one, List<Episode> episodes, SortedSet<String> agencies) {
        List<String> words = new ArrayList<>();
        int others = one.episodes().size() - episodes.size();
        words.add(
                others == 0
                        ? "It is recorded on no other occasion, so little is known of what is usual for it."
                        : "On " + others + " of " + one.episodes().size()
                                + " recorded occasions none of these children was there.");
        if (kind == Pattern.Kind.WORKER_OR_CARER) {
            words.add("They were there because of their work or as a carer, by the record itself.");
        }
        words.addAll(againstSources(episodes, agencies));
        return words;
    }

    /** What speaks against any pattern by who says it: that intelligence tells of it, that one agency alone holds it. */
    static List<String> againstSources(List<Episode> episodes, Set<String> agencies) {
        List<String> words = new ArrayList<>();
        long told = episodes.stream()
                .filter(episode -> episode.sources().stream()
                        .anyMatch(source -> !source.grade().isEmpty()))
                .count();
        if (told > 0) {
            words.add(told + " of the occasions rest on intelligence; intelligence is not evidence.");
        }
        if (agencies.size() == 1) {
            words.add("Only one agency holds anything of it.");
        }
        return words;
    }
}
