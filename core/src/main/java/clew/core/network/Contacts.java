package clew.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every contact of adults with children, direct or through a car, phone or account that is not in everybody's hands. Who was first tied to a child while a
 * child themself is no adult of that tie: a tie between two counts as of an adult only when it began after the adult's eighteenth birthday.
 */
final class Contacts {
    /** A car, phone or account with more episodes than this is in everybody's hands, such as a taxi's or an office's: it ties nobody. */
    static final int OVER_CONNECTED = 30;

    private final Evidence evidence;
    private final Map<Integer, Map<Integer, List<Contact>>> byAdult = new TreeMap<>();

    Contacts(Evidence evidence) {
        this.evidence = evidence;
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            int[] there = evidence.there(episode);
            if (there.length <= Ties.CROWD) {
                for (int subject : there) {
                    direct(subject, there, episode);
                    through(subject, there, episode);
                }
            }
        }
        byAdult.forEach((adult, children) -> children.values().removeIf(contacts -> beganAsChild(adult, contacts)));
        byAdult.values().removeIf(Map::isEmpty);
    }

    /** By adult, then by child, the contacts in order of time. */
    Map<Integer, Map<Integer, List<Contact>>> byAdult() {
        return byAdult;
    }

    private void direct(int adult, int[] there, int episode) {
        if (!isAdult(adult, episode)) {
            return;
        }
        for (int child : there) {
            if (isChild(child, episode)) {
                add(new Contact(adult, child, episode, -1));
            }
        }
    }

    private void through(int means, int[] there, int episode) {
        if (!evidence.kind(means).isMeans() || evidence.attended(means) > OVER_CONNECTED) {
            return;
        }
        for (int adult : there) {
            for (int other : isAdult(adult, episode) ? evidence.episodesOf(means) : new int[0]) {
                for (int child : other == episode ? new int[0] : evidence.there(other)) {
                    if (isChild(child, other)) {
                        add(new Contact(adult, child, other, means));
                    }
                }
            }
        }
    }

    private void add(Contact contact) {
        if (contact.adult() != contact.child() && !evidence.isExplained(contact.adult(), contact.child())) {
            byAdult.computeIfAbsent(contact.adult(), adult -> new TreeMap<>())
                    .computeIfAbsent(contact.child(), child -> new ArrayList<>())
                    .add(contact);
        }
    }

    private boolean isAdult(int subject, int episode) {
        return evidence.isAdultIn(episode, subject);
    }

    /** Somebody whose age is not known is a child. */
    private boolean isChild(int subject, int episode) {
        return evidence.kind(subject) == SubjectKind.PERSON && !isAdult(subject, episode);
    }

    private boolean beganAsChild(int adult, List<Contact> contacts) {
        int child = contacts.get(0).child();
        for (int episode : evidence.episodesOf(adult)) {
            if (isAdult(adult, episode)) {
                return false;
            }
            if (java.util.Arrays.binarySearch(evidence.there(episode), child) >= 0) {
                return true;
            }
        }
        return false;
    }
}
