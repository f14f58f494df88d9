package clew.core.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A vehicle, phone or account in so many hands that it ties nobody who used it at different times. Shown, so that people can see what was left out and why.
 *
 * @param subject its id
 * @param kind what it is
 * @param episodes in how many it was
 * @param most from how many on it counts as in everybody's hands
 */
public record OverConnected(String subject, SubjectKind kind, int episodes, int most) {
    /** In more episodes than these a vehicle, phone or account counts as in everybody's hands. */
    public static final int MOST = Contacts.OVER_CONNECTED;

    /** All of them in this evidence, by kind, the busiest first, then by id. */
    public static List<OverConnected> of(Evidence evidence) {
        List<OverConnected> all = new ArrayList<>();
        for (int subject = 0; subject < evidence.subjects(); subject++) {
            if (evidence.kind(subject).isMeans() && evidence.attended(subject) > Contacts.OVER_CONNECTED) {
                all.add(new OverConnected(
                        evidence.id(subject),
                        evidence.kind(subject),
                        evidence.attended(subject),
                        Contacts.OVER_CONNECTED));
            }
        }
        all.sort(Comparator.comparing(OverConnected::kind)
                .thenComparing(Comparator.comparing(OverConnected::episodes).reversed())
                .thenComparing(OverConnected::subject));
        return List.copyOf(all);
    }

    /** Why it ties nobody. */
    public String why() {
        return "It is recorded on " + episodes + " occasions; beyond " + most
                + " a vehicle, phone or account is in everybody's hands, as a taxi or an office's phone, and those who used it on different occasions are not tied by it.";
    }
}
