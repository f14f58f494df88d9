package clew.core.network;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who else belongs to a line, beside those who hold it together ({@link Membership}): who was there when an adult and a child of it were together; a child who was with two or
 * more of it, one of them no child or on two days; and a child who was in a car, or on a phone or account, of it. An adult is not named for less: to be named wrongly
 * harms an adult, to be left out harms a child. Asked once of those within the neighbourhood, not again and again, so that nobody comes in by somebody who came in so. What
 * a reason explains counts for nothing. Time is linear in the episodes of the members.
 */
final class Alongside {
    private static final int LEAST = 2;

    private final Evidence evidence;
    private final Set<Integer> members;
    private final Set<Integer> noAdults;

    private Alongside(Evidence evidence, SortedSet<Integer> members) {
        this.evidence = evidence;
        this.members = members;
        noAdults = new FirstTies(evidence).asChildren(members);
    }

    /**
     * Who of some subjects belongs with the members of a line.
     *
     * @param near subjects of whom it is asked; who is a member already is left out
     */
    static SortedSet<Integer> of(Evidence evidence, SortedSet<Integer> members, Collection<Integer> near) {
        Alongside alongside = new Alongside(evidence, members);
        SortedSet<Integer> more = new TreeSet<>();
        for (int subject : near) {
            if (evidence.kind(subject) == SubjectKind.PERSON && !members.contains(subject) && alongside.has(subject)) {
                more.add(subject);
            }
        }
        return more;
    }

    private boolean has(int subject) {
        Set<Integer> company = new HashSet<>();
        Set<Integer> episodes = new TreeSet<>();
        boolean child = false;
        boolean grown = false;
        for (int episode : evidence.episodesOf(subject)) {
            Present present = new Present(subject, episode);
            boolean isChild = !evidence.isAdultIn(episode, subject);
            if (present.adult && present.child || isChild && present.means) {
                return true;
            }
            child |= isChild && !present.people.isEmpty();
            grown |= isChild && (present.adult || present.unidentified);
            company.addAll(present.people);
            if (!present.people.isEmpty()) {
                episodes.add(episode);
            }
        }
        return child && company.size() >= LEAST && (grown || Occasions.of(evidence, episodes) >= LEAST);
    }

    /** Who and what of the line was with somebody in an episode, outside what is explained. */
    private final class Present {
        private final Set<Integer> people = new HashSet<>();
        private boolean adult;
        private boolean child;
        private boolean unidentified;
        private boolean means;

        Present(int subject, int episode) {
            int[] there = evidence.there(episode);
            for (int other : there.length <= Ties.CROWD ? there : new int[0]) {
                if (members.contains(other) && !evidence.isExplained(subject, other)) {
                    take(other, episode);
                }
            }
        }

        private void take(int member, int episode) {
            switch (evidence.kind(member)) {
                case PERSON -> {
                    people.add(member);
                    boolean isAdult = evidence.isAdultIn(episode, member) && !noAdults.contains(member);
                    adult |= isAdult;
                    child |= !isAdult;
                }
                case UNIDENTIFIED_PERSON -> {
                    people.add(member);
                    unidentified = true;
                }
                default -> means |= isOwn(member) && evidence.isMeeting(episode);
            }
        }

        private boolean isOwn(int means) {
            return evidence.kind(means).isMeans() && evidence.attended(means) <= Contacts.OVER_CONNECTED;
        }
    }
}
