package clew.app.groups;

import clew.core.explain.Explanation;
import java.util.List;
import java.util.UUID;

/**
 * A pattern beside the lines as it was found, by ids alone: who or what recurs across children who are not related, or whatever else the kernel tells of.
 *
 * @param kind what recurs, as a word in addresses, such as {@code worker-or-carer}
 * @param what the same in words, such as "a worker or carer"
 * @param subject whom or what it is about: a member; of several the record of its oldest episode. Its address
 * @param professional whether it is about somebody at work or a carer: then it is not for their own line
 * @param found who and what is in it, and its episodes; it has no ties
 * @param paragraph what it is, in plain words; days as machines write them
 * @param supporting the evidence for it
 * @param against the evidence against it; never empty
 * @param wouldChange what would change it
 * @param explanation how surprising it is, given how often the subject is recorded at all: for a reader to check, never to order by
 */
public record Recurring(
        String kind,
        String what,
        UUID subject,
        boolean professional,
        Found found,
        String paragraph,
        List<String> supporting,
        List<String> against,
        List<String> wouldChange,
        Explanation explanation) {

    public Recurring {
        supporting = List.copyOf(supporting);
        against = List.copyOf(against);
        wouldChange = List.copyOf(wouldChange);
    }

    /** Records of whom or what it is about; none where it is about several: it is then known by its evidence, as a line is. */
    List<UUID> subjects() {
        return found.member(subject).map(Found.Member::records).orElse(List.of());
    }

    Matter matter() {
        return new Matter(kind, found.evidence(), subjects());
    }
}
