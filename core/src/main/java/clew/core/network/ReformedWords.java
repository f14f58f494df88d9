package clew.core.network;

import clew.core.explain.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** A group that re-forms elsewhere, in plain words. */
final class ReformedWords {
    private final Evidence evidence;
    private final Contacts contacts;
    private final List<ReformedGroups.Pair> pairs;
    private final SortedSet<Integer> adults = new TreeSet<>();
    private final List<Spell> before = new ArrayList<>();
    private final List<Spell> after = new ArrayList<>();

    ReformedWords(Evidence evidence, Contacts contacts, List<ReformedGroups.Pair> pairs) {
        this.evidence = evidence;
        this.contacts = contacts;
        this.pairs = pairs;
        for (ReformedGroups.Pair pair : pairs) {
            adults.addAll(List.of(pair.one(), pair.other()));
            before.addAll(pair.before());
            after.addAll(pair.after());
        }
    }

    Pattern pattern() {
        SortedSet<Integer> numbers = all(both(), Spell::episodes);
        List<Episode> episodes = numbers.stream().map(evidence::episode).toList();
        SortedSet<String> agencies = new TreeSet<>();
        episodes.forEach(episode -> {
            agencies.add(episode.agency());
            episode.sources().forEach(source -> agencies.add(source.agency()));
        });
        return new Pattern(
                Pattern.Kind.REFORMED_GROUP,
                evidence.id(adults.first()),
                ids(adults),
                ids(all(both(), Spell::children)),
                agencies,
                episodes.get(0).day(),
                episodes.get(episodes.size() - 1).day(),
                episodes.stream()
                        .map(Episode::known)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                episodes,
                paragraph(agencies),
                supporting(agencies),
                against(episodes, agencies),
                List.of(
                        "A recorded reason for these adults to be with these children, such as a club, a course or a kin, would take it out.",
                        "What is known of the time in between would show whether it had ended at all.",
                        adults.size() == 2
                                ? "It stands on two adults: without either of them it falls."
                                : "Without the adults who came again it falls."),
                Explanation.sum(
                        "that they share children again: the sum over two adults each",
                        pairs.stream().map(this::explained).toList()));
    }

    private List<Spell> both() {
        List<Spell> both = new ArrayList<>(before);
        both.addAll(after);
        return both;
    }

    private static SortedSet<Integer> all(List<Spell> spells, Function<Spell, Set<Integer>> of) {
        SortedSet<Integer> all = new TreeSet<>();
        spells.forEach(spell -> all.addAll(of.apply(spell)));
        return all;
    }

    private SortedSet<String> ids(Set<Integer> subjects) {
        SortedSet<String> ids = new TreeSet<>();
        subjects.forEach(subject -> ids.add(evidence.id(subject)));
        return ids;
    }

    private int others(Function<Spell, Set<Integer>> of) {
        Set<Integer> others = all(after, of);
        others.removeAll(all(before, of));
        return others.size();
    }

    private int shortest() {
        return pairs.stream().mapToInt(ReformedGroups.Pair::days).min().orElseThrow();
    }

    private String paragraph(SortedSet<String> agencies) {
        return String.format(
                Locale.ROOT,
                "The same %d adults were with %d children between %s and %s, and again, after %d days without any of it on record, with %d other children and at %d other places between %s and %s, as recorded by %s. This is a pattern for people to decide on: nobody in it is accused by it.",
                adults.size(),
                all(before, Spell::children).size(),
                first(before),
                last(before),
                shortest(),
                others(Spell::children),
                others(Spell::places),
                first(after),
                last(after),
                String.join(", ", agencies));
    }

    private static LocalDate first(List<Spell> spells) {
        return LocalDate.ofEpochDay(spells.stream().mapToInt(Spell::first).min().orElseThrow());
    }

    private static LocalDate last(List<Spell> spells) {
        return LocalDate.ofEpochDay(spells.stream().mapToInt(Spell::last).max().orElseThrow());
    }

    private List<String> supporting(SortedSet<String> agencies) {
        List<String> words = new ArrayList<>();
        words.add(
                "Before and after, two of these adults were with two or more of the same children, on two or more days and at two or more places, outside what is explained.");
        for (ReformedGroups.Pair pair : pairs) {
            words.add(String.format(
                    Locale.ROOT,
                    "Afterwards two of them share %d children, where chance lets expect %.2g of so many children as each was with.",
                    pair.shared(),
                    pair.expected()));
        }
        if (agencies.size() > 1) {
            words.add(
                    "It rests on records of " + agencies.size() + " agencies: none of them alone could see it whole.");
        }
        return words.stream().distinct().toList();
    }

    private List<String> against(List<Episode> episodes, SortedSet<String> agencies) {
        List<String> words = new ArrayList<>();
        words.add(
                "Adults who know each other and have to do with children, as friends with families or in a club, come together again too; no reason is recorded here.");
        words.add("That nothing is recorded in between does not say that nothing happened.");
        int left = withoutThem();
        if (left > 0) {
            words.add(left
                    + (left == 1
                            ? " other adult was with the children before and did not come again."
                            : " other adults were with the children before and did not come again."));
        }
        words.addAll(OwnPatterns.againstSources(episodes, agencies));
        return words;
    }

    /** How many other adults were with two or more of the children in the first time and with none of those of the second. */
    private int withoutThem() {
        Set<Integer> earlier = all(before, Spell::children);
        Set<Integer> later = all(after, Spell::children);
        int without = 0;
        for (Map.Entry<Integer, Map<Integer, List<Contact>>> adult :
                contacts.byAdult().entrySet()) {
            Set<Integer> known = new HashSet<>(adult.getValue().keySet());
            boolean some = known.stream().filter(earlier::contains).count() >= 2;
            known.retainAll(later);
            known.removeAll(earlier);
            without += some && known.isEmpty() && !adults.contains(adult.getKey()) ? 1 : 0;
        }
        return without;
    }

    private Explanation explained(ReformedGroups.Pair pair) {
        return Explanation.leaf(
                pair.units(),
                String.format(
                        Locale.ROOT,
                        "%s and %s share %d children after %d days, expected %.2g by chance: -log2 P(X >= %d)",
                        evidence.id(pair.one()),
                        evidence.id(pair.other()),
                        pair.shared(),
                        pair.days(),
                        pair.expected(),
                        pair.shared()));
    }
}
