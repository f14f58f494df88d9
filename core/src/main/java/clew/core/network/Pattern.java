package clew.core.network;

import clew.core.explain.Explanation;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * A pattern beside the lines of enquiry: somebody at work, a place, or a car, phone or account that recurs across children who are not related, or adults who come
 * together again elsewhere. A proposal for people to decide on; it says nothing of guilt and gives no child a role or a score.
 *
 * @param kind what recurs
 * @param subject its id; of a group the smallest of its adults
 * @param subjects all whom or what it is about: the adults of a group, else the subject alone
 * @param children who were, or may have been, under 18 there; of each related few all; of a group those whom two of its adults share
 * @param agencies who hold it
 * @param first the day of the oldest episode
 * @param last the day of the newest
 * @param known the day on which the last of it became known
 * @param episodes that it rests on, with the roles and sources in each, in order of time
 * @param paragraph what it is, in plain words
 * @param supporting the evidence for it
 * @param against the evidence against it; never empty
 * @param wouldChange what would change it
 * @param explanation how surprising it is, given how often the subject is recorded at all. Never an order of children
 */
public record Pattern(
        Kind kind,
        String subject,
        SortedSet<String> subjects,
        SortedSet<String> children,
        SortedSet<String> agencies,
        LocalDate first,
        LocalDate last,
        LocalDate known,
        List<Episode> episodes,
        String paragraph,
        List<String> supporting,
        List<String> against,
        List<String> wouldChange,
        Explanation explanation) {

    /** What recurs across children. */
    public enum Kind {
        WORKER_OR_CARER("a worker or carer"),
        PLACE("a place"),
        MEANS("a vehicle, phone or account"),
        REFORMED_GROUP("a group that re-forms elsewhere");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In plain words. */
        public String words() {
            return words;
        }
    }

    /** Whether it is about somebody at work or a carer: it then goes outside their own line, to the designated officer or professional standards. */
    public boolean isAboutProfessional() {
        return kind == Kind.WORKER_OR_CARER;
    }
}
