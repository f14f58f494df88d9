package clew.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups that re-form elsewhere. Two adults re-form when they passed the readable gate with the same children (two of them, two days, two places), were then recorded
 * with none of the children whom they share for half a year, and passed it again with others than before being more than half of the children, or of the places. Pairs
 * that re-form and share an adult are one group. Chance is {@code -log2 P(X >= c)} for {@code c} children whom both were with in the later time, X Poisson with mean
 * a b / N, where a and b are with how many children each was then and N with how many any adult was; over all pairs that passed the gate once, what falls below the cut of
 * Benjamini and Hochberg at 5% is no pattern.
 */
final class ReformedGroups {
    private final Evidence evidence;
    private final Contacts contacts;

    private ReformedGroups(Evidence evidence) {
        this.evidence = evidence;
        this.contacts = new Contacts(evidence);
    }

    /**
     * Two adults who re-form.
     *
     * @param before their spells until the break
     * @param after those since
     * @param shared with how many children both were since
     * @param expected of these, by chance
     */
    record Pair(int one, int other, List<Spell> before, List<Spell> after, int shared, double expected) {
        long units() {
            return Surprise.units(expected, shared);
        }

        /** How long neither was with a child whom they share, in days. */
        int days() {
            return after.get(0).first() - before.get(before.size() - 1).last();
        }
    }

    static List<Pattern> of(Evidence evidence) {
        return new ReformedGroups(evidence).find();
    }

    private List<Pattern> find() {
        List<Pair> pairs = new ArrayList<>();
        List<Long> surprises = new ArrayList<>();
        Cores.shared(contacts).forEach((key, shared) -> {
            List<Spell> spells = Spell.of(evidence, contacts, key, shared);
            if (!spells.isEmpty()) {
                Pair pair = pair(key, spells);
                surprises.add(pair == null ? 0 : pair.units());
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        });
        long floor = Epoch.floor(surprises.stream().mapToLong(units -> units).toArray());
        pairs.removeIf(pair -> pair.units() == 0 || pair.units() < floor);
        return groups(pairs).stream()
                .map(group -> new ReformedWords(evidence, contacts, group).pattern())
                .toList();
    }

    private @Nullable Pair pair(long key, List<Spell> spells) {
        int one = Pairs.first(key);
        int other = Pairs.second(key);
        for (int at = 1; at < spells.size(); at++) {
            List<Spell> before = spells.subList(0, at);
            if (spells.get(at).isElsewhere(before) && !beganAsChild(one, other, spells)) {
                return pair(one, other, before, spells.subList(at, spells.size()));
            }
        }
        return null;
    }

    private boolean beganAsChild(int one, int other, List<Spell> spells) {
        SortedSet<Integer> members = new TreeSet<>(List.of(one, other));
        spells.forEach(spell -> members.addAll(spell.children()));
        SortedSet<Integer> young = new FirstTies(evidence).asChildren(members);
        return young.contains(one) || young.contains(other);
    }

    private Pair pair(int one, int other, List<Spell> before, List<Spell> after) {
        int from = after.get(0).first();
        int until = after.get(after.size() - 1).last();
        Set<Integer> shared = new HashSet<>();
        after.forEach(spell -> shared.addAll(spell.children()));
        Set<Integer> all = new HashSet<>();
        contacts.byAdult().keySet().forEach(adult -> all.addAll(children(adult, from, until)));
        double expected = (double) children(one, from, until).size()
                * children(other, from, until).size()
                / all.size();
        return new Pair(one, other, List.copyOf(before), List.copyOf(after), shared.size(), expected);
    }

    /** With whom an adult was in a time. */
    private Set<Integer> children(int adult, int from, int until) {
        Set<Integer> children = new HashSet<>();
        contacts.byAdult().getOrDefault(adult, Map.of()).forEach((child, all) -> {
            if (all.stream()
                    .anyMatch(contact -> evidence.day(contact.episode()) <= until
                            && evidence.until(contact.episode()) >= from
                            && evidence.isMeeting(contact.episode()))) {
                children.add(child);
            }
        });
        return children;
    }

    /** Pairs that share an adult together. */
    private static List<List<Pair>> groups(List<Pair> pairs) {
        List<List<Pair>> groups = new ArrayList<>();
        List<Pair> left = new ArrayList<>(pairs);
        while (!left.isEmpty()) {
            List<Pair> group = new ArrayList<>(List.of(left.remove(0)));
            for (int at = 0; at < group.size(); at++) {
                Pair pair = group.get(at);
                List<Pair> beside =
                        left.stream().filter(next -> meet(pair, next)).toList();
                group.addAll(beside);
                left.removeAll(beside);
            }
            group.sort(Comparator.comparing(Pair::one).thenComparing(Pair::other));
            groups.add(group);
        }
        return groups;
    }

    private static boolean meet(Pair one, Pair other) {
        return one.one == other.one || one.one == other.other || one.other == other.one || one.other == other.other;
    }
}
