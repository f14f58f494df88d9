package clew.core.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who of a community is shown in its line: who was with two or more of the other side (an adult with children, a child with adults or with somebody not
 * identified), or with one and on two days, or with two or more of the line on two or more days. All others are left out, again and again until nobody more
 * leaves, so that nobody stands in a line for one chance meeting.
 */
final class Membership {
    private static final int LEAST = 2;

    private final Evidence evidence;
    private final Contacts contacts;
    private final SortedSet<Integer> members;
    private final boolean acrossOnly;

    private Membership(Evidence evidence, Contacts contacts, SortedSet<Integer> community, boolean acrossOnly) {
        this.evidence = evidence;
        this.contacts = contacts;
        this.acrossOnly = acrossOnly;
        members = new TreeSet<>(community);
    }

    static SortedSet<Integer> of(Evidence evidence, Contacts contacts, SortedSet<Integer> community) {
        return new Membership(evidence, contacts, community, false).settled();
    }

    /** Who of some members would stay if only being with the other side counted. */
    static SortedSet<Integer> across(Evidence evidence, Contacts contacts, SortedSet<Integer> members) {
        return new Membership(evidence, contacts, members, true).settled();
    }

    private SortedSet<Integer> settled() {
        while (leave()) {
            // until nobody leaves
        }
        return members;
    }

    private boolean leave() {
        Map<Integer, Company> companies = companies();
        return members.removeIf(member -> evidence.kind(member) == SubjectKind.PERSON
                && !companies.getOrDefault(member, new Company()).holds(evidence, acrossOnly));
    }

    private Map<Integer, Company> companies() {
        Map<Integer, Company> companies = new HashMap<>();
        Set<Integer> episodes = new TreeSet<>();
        for (int member : members) {
            for (int episode : evidence.episodesOf(member)) {
                episodes.add(episode);
            }
        }
        episodes.forEach(episode -> meet(episode, companies));
        for (int adult : members) {
            contacts.byAdult()
                    .getOrDefault(adult, Map.of())
                    .forEach((child, all) -> all.stream()
                            .filter(contact -> members.contains(child) && isWithin(contact))
                            .forEach(contact -> across(contact, companies)));
        }
        return companies;
    }

    private boolean isWithin(Contact contact) {
        return contact.through() < 0 || members.contains(contact.through());
    }

    private void meet(int episode, Map<Integer, Company> companies) {
        int[] there = evidence.there(episode);
        for (int one : there.length <= Ties.CROWD ? there : new int[0]) {
            for (int other : there) {
                boolean counts = one != other && members.contains(one) && members.contains(other);
                if (counts
                        && evidence.kind(one).isSomebody()
                        && evidence.kind(other).isSomebody()
                        && !evidence.isExplained(one, other)) {
                    Company company = companies.computeIfAbsent(one, member -> new Company());
                    company.others.add(other);
                    company.episodes.add(episode);
                    if (evidence.kind(other) == SubjectKind.UNIDENTIFIED_PERSON) {
                        company.otherSide.add(other);
                    }
                }
            }
        }
    }

    private void across(Contact contact, Map<Integer, Company> companies) {
        Company adult = companies.computeIfAbsent(contact.adult(), member -> new Company());
        adult.otherSide.add(contact.child());
        adult.episodes.add(contact.episode());
        Company child = companies.computeIfAbsent(contact.child(), member -> new Company());
        child.otherSide.add(contact.adult());
        child.episodes.add(contact.episode());
    }

    /** With whom of the line somebody was, and when. */
    private static final class Company {
        private final Set<Integer> otherSide = new HashSet<>();
        private final Set<Integer> others = new HashSet<>();
        private final Set<Integer> episodes = new HashSet<>();

        boolean holds(Evidence evidence, boolean acrossOnly) {
            boolean days = Occasions.of(evidence, episodes) >= LEAST;
            boolean across = otherSide.size() >= LEAST || !otherSide.isEmpty() && days;
            return across || !acrossOnly && others.size() >= LEAST && days;
        }
    }
}
