package clew.core.network;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who else belongs to a line, beside those who hold it together ({@link Membership}): who was there when an adult and a child of it were together; a child who was with two or
 * more of it, one of them no child or on two days; and a child who was in a car, or on a phone or account, of it. An adult is not named for less: to be named wrongly
 * harms an adult, to be left out harms a child. And it must be more than their activity explains: the days on which they were with anybody of the line, X Poisson with the mean of all
 * ties between them, at 5% over all of whom it is asked (Bonferroni); who is often out meets two of any line. Asked once of those within the neighbourhood, not again and again, so that nobody comes in by somebody who came in so. What
 * a reason explains counts for nothing. Time is linear in the episodes of the members.
 */
final class Alongside {
    private static final int LEAST = 2;
    private static final double CHANCE = 0.05;

    private final Ties ties;
    private final Evidence evidence;
    private final Set<Integer> members;
    private final Set<Integer> noAdults;

    private Alongside(Ties ties, SortedSet<Integer> members) {
        this.ties = ties;
        this.evidence = ties.evidence();
        this.members = members;
        noAdults = new FirstTies(evidence).asChildren(members);
    }

    /**
     * Who of some subjects belongs with the members of a line.
     *
     * @param near subjects of whom it is asked; who is a member already is left out
     */
    static SortedSet<Integer> of(Ties ties, SortedSet<Integer> members, Collection<Integer> near) {
        Alongside alongside = new Alongside(ties, members);
        Evidence evidence = ties.evidence();
        double leastSurprise = Math.log(near.size() / CHANCE);
        SortedSet<Integer> more = new TreeSet<>();
        for (int subject : near) {
            if (evidence.kind(subject) == SubjectKind.PERSON
                    && !members.contains(subject)
                    && alongside.has(subject, leastSurprise)) {
                more.add(subject);
            }
        }
        return more;
    }

    private boolean has(int subject, double leastSurprise) {
        Set<Integer> company = new HashSet<>();
        Set<Integer> episodes = new TreeSet<>();
        boolean atOccasion = false;
        boolean child = false;
        boolean grown = false;
        for (int episode : evidence.episodesOf(subject)) {
            Present present = new Present(subject, episode);
            if (present.isAnybody()) {
                boolean isChild = !evidence.isAdultIn(episode, subject);
                atOccasion |= present.adult && present.child || isChild && present.means;
                child |= isChild;
                grown |= isChild && (present.adult || present.unidentified);
                company.addAll(present.people);
                episodes.add(episode);
            }
        }
        int days = Occasions.of(evidence, episodes);
        boolean has = atOccasion || child && company.size() >= LEAST && (grown || days >= LEAST);
        return has && -Surprise.logTail(expected(subject), days) >= leastSurprise;
    }

    /** On how many days somebody of this activity would be with members by chance. */
    private double expected(int subject) {
        Epoch epoch = ties.epoch();
        double expected = 0;
        for (int member : members) {
            expected +=
                    Surprise.expected(epoch.pairs(), epoch.activity(), ties.activity(subject), ties.activity(member));
        }
        return expected;
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

        boolean isAnybody() {
            return !people.isEmpty() || means;
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
