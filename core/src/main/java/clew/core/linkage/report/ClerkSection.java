package clew.core.linkage.report;

import clew.core.linkage.report.ClerkSample.Stratum;
import java.util.List;
import java.util.stream.Collectors;

/** Pairs for a clerk to judge on paper, without scores, and the key by which precision is worked out afterwards. */
final class ClerkSection {

    private final Page page;
    private final ClerkSample sample;

    ClerkSection(Page page, LinkReport report) {
        this.page = page;
        sample = report.clerk();
    }

    void write() {
        page.open("section").element("h2", "For a clerk to check", "id", "clerk");
        page.element(
                "p",
                "To know how good this run is without the right answer, let somebody who knows the records judge these "
                        + Words.count(sample.pairs().size())
                        + " pairs before reading the key below. They are drawn from all scores, in mixed order, and no score is shown.");
        page.element(
                "p",
                "The same pairs stand in clerk.csv, to be answered with same, not or unsure. Run with --answers FILE, and all scores move to agree with the answers.");
        page.fold("h3", "The pairs to judge", Words.count(sample.pairs().size()) + ", without their scores");
        sample.pairs().forEach(this::pair);
        page.close();
        key();
        page.close();
    }

    private void pair(ClerkSample.Pair pair) {
        page.open("article", "class", "judge");
        LookSection.records(page, "Clerk's pair " + pair.number(), pair.columns(), pair.rows());
        page.element("p", "One person?  \u2610 yes   \u2610 no   \u2610 cannot tell", "class", "boxes");
        page.close();
    }

    private void key() {
        page.fold("h3", "Key to the clerk's pairs", "not to be read before they are judged");
        page.element(
                "p",
                "In each row: the share of \u201cyes\u201d times the pairs kept is about how many of them are right. The rows above the threshold together, divided by their"
                        + " pairs, give the precision; their right pairs divided by those of all rows, and by what the rules reach, the recall.");
        Grid grid = new Grid(
                page,
                "Where the pairs come from",
                "wide",
                List.of("Score above the threshold", "#Pairs kept", "Pairs shown"));
        List<Stratum> strata = sample.strata();
        for (int i = 0; i < strata.size(); i++) {
            Stratum stratum = strata.get(i);
            grid.row(words(
                            stratum.fromBits(),
                            i == 0 ? Long.MAX_VALUE : strata.get(i - 1).fromBits()))
                    .figure(Words.count(stratum.pairs()))
                    .text(stratum.drawn().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .endRow();
        }
        grid.end();
        page.close();
    }

    private static String words(long from, long to) {
        if (to == Long.MAX_VALUE) {
            return Words.bits(from) + " bits and more";
        }
        return from < -50 ? "below " + Words.bits(to) + " bits" : Words.bits(from) + " to " + Words.bits(to) + " bits";
    }
}
