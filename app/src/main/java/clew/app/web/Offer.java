package clew.app.web;

import java.util.Map;
import java.util.SequencedMap;

/**
 * A list that can be taken out, as the page tells of it before anybody decides.
 *
 * @param what the list, in fixed words that name nobody: they stand in the register of shares
 * @param summary how much there is, in words
 * @param address to which the form goes
 * @param fields that the form carries along
 * @param back address of the list
 * @param formats what each ending of a file is, in words
 */
record Offer(
        String what,
        String summary,
        String address,
        Map<String, String> fields,
        String back,
        SequencedMap<String, String> formats) {

    /** The id of the first choice of format, to which a mistake about it leads. */
    public String firstChoice() {
        return "format-" + formats.firstEntry().getKey();
    }
}
