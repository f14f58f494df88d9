package clew.app.review;

import clew.app.identity.PersonSearch;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A case that waits: two persons of the viewer who may be one, by the pair of their records that says most.
 *
 * @param left record of the one
 * @param right record of the other
 * @param why it waits
 * @param words the same in words, with what is known more exactly
 * @param one the one person in a line
 * @param other the other
 * @param use what a decision would change
 * @param since the day from which both records are held
 */
public record Waiting(
        UUID left,
        UUID right,
        Why why,
        String words,
        PersonSearch.Row one,
        PersonSearch.Row other,
        Use use,
        LocalDate since) {

    /**
     * What "the same" would change; the ground of the order, and nothing about anybody's risk.
     *
     * @param agencies that would see one person where each now has a part that the other has not
     * @param records that would move to another person: those of the side that has fewer; where the two are held to be one, those that "not the same" would part from it
     */
    public record Use(int agencies, int records) {}
}
