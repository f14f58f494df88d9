package clew.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody says who takes something out, as typed.
 *
 * @param givenTo the person or body that gets it
 * @param reason why they may have it
 * @param format ending of the file chosen
 * @param met how the conditions of graded items are met
 */
record ShareForm(String givenTo, String reason, String format, String met) {

    static final ShareForm EMPTY = new ShareForm("", "", "", "");
    private static final int LONGEST = 200;

    ShareForm {
        givenTo = givenTo.strip();
        reason = reason.strip();
        met = met.strip();
    }

    /** As the boxes of the form are named. */
    static ShareForm of(Map<String, String> typed) {
        return new ShareForm(
                Typed.text(typed, "given-to"),
                Typed.text(typed, "reason"),
                Typed.text(typed, "format"),
                Typed.text(typed, "conditions-met"));
    }

    List<Mistake> mistakes(Set<String> formats) {
        List<Mistake> mistakes = new ArrayList<>();
        if (givenTo.length() < 3) {
            mistakes.add(new Mistake("given-to", "Enter who gets it: a person or a body"));
        } else if (givenTo.length() > LONGEST) {
            mistakes.add(new Mistake("given-to", "Who gets it must be " + LONGEST + " letters or fewer"));
        }
        Typed.reason("reason", reason).ifPresent(mistakes::add);
        if (!formats.contains(format)) {
            mistakes.add(new Mistake("format-" + formats.iterator().next(), "Choose a format"));
        }
        return mistakes;
    }
}
