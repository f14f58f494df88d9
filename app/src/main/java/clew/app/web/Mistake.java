package clew.app.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with one field of a form, in words that say how to put it right.
 *
 * @param field id of the field on the page, which the words link to
 * @param words what is wrong
 */
record Mistake(String field, String words) {

    /** The words by field; of several about one field, the first. */
    static Map<String, String> words(List<Mistake> mistakes) {
        return mistakes.stream().collect(Collectors.toMap(Mistake::field, Mistake::words, (first, second) -> first));
    }
}
