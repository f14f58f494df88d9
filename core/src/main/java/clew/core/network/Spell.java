package clew.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A time in which two adults were with children whom both know, without a break of half a year; only the children with whom both were within it count.
 *
 * @param children with whom both were
 * @param places at which either was with one of them
 * @param episodes in which
 * @param first the first possible day, as an epoch day
 * @param last the last possible day
 */
record Spell(SortedSet<Integer> children, SortedSet<Integer> places, SortedSet<Integer> episodes, int first, int last) {
    /** So many days without any of it end a spell: half a year. */
    static final int BREAK = 182;

    private static final int LEAST = 2;

    /** The spells of two adults that pass the readable gate by themselves: two children, two days, two places. In order of time. */
    static List<Spell> of(Evidence evidence, Contacts contacts, long pair, Set<Integer> shared) {
        List<Contact> all = new ArrayList<>();
        for (int adult : new int[] {Pairs.first(pair), Pairs.second(pair)}) {
            contacts.byAdult()
                    .getOrDefault(adult, Map.of())
                    .forEach((child, of) -> of.stream()
                            .filter(contact -> shared.contains(child) && evidence.isMeeting(contact.episode()))
                            .forEach(all::add));
        }
        all.sort(Comparator.comparing(Contact::episode));
        List<Spell> spells = new ArrayList<>();
        int from = 0;
        int until = Integer.MIN_VALUE;
        for (int at = 0; at <= all.size(); at++) {
            if (at == all.size() || at > from && evidence.day(all.get(at).episode()) - until >= BREAK) {
                spell(evidence, all.subList(from, at)).ifPresent(spells::add);
                from = at;
            }
            until = at == all.size()
                    ? until
                    : Math.max(until, evidence.until(all.get(at).episode()));
        }
        return spells;
    }

    private static Optional<Spell> spell(Evidence evidence, List<Contact> contacts) {
        Map<Integer, Set<Integer>> adultsOf = new HashMap<>();
        contacts.forEach(contact -> adultsOf.computeIfAbsent(contact.child(), child -> new HashSet<>())
                .add(contact.adult()));
        SortedSet<Integer> children = new TreeSet<>();
        SortedSet<Integer> places = new TreeSet<>();
        SortedSet<Integer> episodes = new TreeSet<>();
        for (Contact contact : contacts) {
            if (adultsOf.getOrDefault(contact.child(), Set.of()).size() == LEAST) {
                children.add(contact.child());
                episodes.add(contact.episode());
                if (evidence.place(contact.episode()) >= 0) {
                    places.add(evidence.place(contact.episode()));
                }
            }
        }
        boolean passes =
                children.size() >= LEAST && places.size() >= LEAST && Occasions.of(evidence, episodes) >= LEAST;
        return passes
                ? Optional.of(new Spell(
                        children,
                        places,
                        episodes,
                        evidence.day(episodes.first()),
                        episodes.stream().mapToInt(evidence::until).max().orElseThrow()))
                : Optional.empty();
    }

    /** Whether more than half of its children, or of its places, are in no spell before. */
    boolean isElsewhere(List<Spell> before) {
        return isMostlyNew(before, Spell::children) || isMostlyNew(before, Spell::places);
    }

    private boolean isMostlyNew(List<Spell> before, Function<Spell, Set<Integer>> of) {
        Set<Integer> known = new HashSet<>();
        before.forEach(spell -> known.addAll(of.apply(spell)));
        Set<Integer> now = of.apply(this);
        return 2 * now.stream().filter(one -> !known.contains(one)).count() > now.size();
    }
}
