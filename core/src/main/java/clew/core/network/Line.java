package clew.core.network;

import clew.core.explain.Explanation;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

/**
 * A draft line of enquiry: adults who were with the same children again and again, and who and what belongs with them. A proposal, on which people decide;
 * it says nothing of guilt and gives no child a role.
 *
 * @param id of the line: the id of its smallest adult of the core
 * @param adults people of concern, by id
 * @param children by id
 * @param others people whose age on every day is not known, and people not identified, by id; treated as children
 * @param means cars, phones, accounts and organisations, by id
 * @param places at which two or more of them were on two or more days, by id
 * @param first the day of the oldest episode that it rests on
 * @param last the day of the newest
 * @param known the day on which the last of what it rests on became known
 * @param agencies who hold the episodes, by name
 * @param ties the ties within it that weigh something, the heaviest first
 * @param explanation of its weight: the sum of its ties. A measure of the evidence that a reader can check, never an order of children
 */
public record Line(
        String id,
        SortedSet<String> adults,
        SortedSet<String> children,
        SortedSet<String> others,
        SortedSet<String> means,
        SortedSet<String> places,
        LocalDate first,
        LocalDate last,
        LocalDate known,
        SortedSet<String> agencies,
        List<ShownTie> ties,
        Explanation explanation) {

    /**
     * A tie of a line.
     *
     * @param one id of a subject
     * @param other id of another
     * @param days on how many days they were together
     * @param agencies who hold it; a tie of two or more is one that no agency could see whole
     * @param explanation of its weight
     */
    public record ShownTie(String one, String other, int days, SortedSet<String> agencies, Explanation explanation) {}
}
