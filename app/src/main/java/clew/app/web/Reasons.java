package clew.app.web;

import clew.app.identity.PersonView.Link;
import java.util.Locale;

/**
 * Why two records are thought to be one person.
 *
 * @param title the two records
 * @param standing whether a person has confirmed it
 * @param confirmed has a person confirmed it?
 * @param summary the reasons counted and what they come to
 * @param waterfall the picture
 * @param review where somebody says whether they are
 */
record Reasons(String title, String standing, boolean confirmed, String summary, Waterfall waterfall, String review) {

    static Reasons of(Link link, RecordNames names) {
        Waterfall waterfall = Waterfall.of(link.explanation());
        return new Reasons(
                names.of(link.left()) + " and " + names.of(link.right()),
                link.confirmed() ? "Confirmed by a person" : "Possible match, not confirmed by a person",
                link.confirmed(),
                Words.count(waterfall.reasonsFor(), "reason speaks", "reasons speak") + " for one person and "
                        + Words.count(waterfall.reasonsAgainst(), "speaks", "speak")
                        + " against. Together, under the model in force, "
                        + likelihood(link.probability()) + ".",
                waterfall,
                "/review/" + link.left() + "/" + link.right());
    }

    /** A probability in words that never claim to be certain. */
    static String likelihood(double probability) {
        if (probability > 0.999) {
            return "more than 99.9 in 100 such pairs are one person";
        }
        if (probability < 0.001) {
            return "fewer than 0.1 in 100 such pairs are one person";
        }
        return "about " + String.format(Locale.UK, "%.1f", probability * 100).replaceAll("\\.0$", "")
                + " in 100 such pairs are one person";
    }
}
