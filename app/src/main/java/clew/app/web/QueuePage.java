package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.DriftWatch;
import clew.app.identity.PersonSearch;
import clew.app.ledger.Look;
import clew.app.review.Queue;
import clew.app.review.Waiting;
import clew.app.review.Why;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue: people who may be one and wait for somebody's decision, most useful first. */
@Controller
class QueuePage {

    private final Queue queue;
    private final DriftWatch drift;

    QueuePage(Queue queue, DriftWatch drift) {
        this.queue = queue;
        this.drift = drift;
    }

    @EntryPoint(value = Action.DECIDE, note = "queue of who is who")
    @GetMapping("/review")
    String show(
            @RequestParam(name = "why", required = false) @Nullable String slug,
            @RequestParam(name = "done", required = false) @Nullable UUID done,
            Rights rights,
            Look look,
            Model model) {
        Why why = Why.of(slug);
        Queue.Page page = queue.first(rights, why);
        page.cases().forEach(one -> look.at(List.of(one.left(), one.right())));
        model.addAttribute(
                "cases", page.cases().stream().map(one -> CaseLine.of(one, why)).toList());
        model.addAttribute("facets", facets(page, why));
        model.addAttribute("all", why == null);
        model.addAttribute("total", Words.count(page.total(), "case waits", "cases wait"));
        model.addAttribute("shownAll", page.total() == page.cases().size());
        model.addAttribute("more", page.more());
        model.addAttribute("done", done);
        model.addAttribute(
                "drifted", drift.last().filter(DriftWatch.Seen::isMuch).isPresent());
        return "review";
    }

    /** Goes on to the next case; back to the queue when none is left. */
    @EntryPoint(value = Action.DECIDE, note = "next case of who is who")
    @GetMapping("/review/next")
    String next(
            @RequestParam(name = "why", required = false) @Nullable String slug,
            @RequestParam(name = "left", required = false) @Nullable UUID left,
            @RequestParam(name = "right", required = false) @Nullable UUID right,
            @RequestParam(name = "done", required = false) @Nullable UUID done,
            Rights rights,
            Look look) {
        Why why = Why.of(slug);
        Queue.Pair after = left == null || right == null ? null : new Queue.Pair(left, right);
        Optional<Queue.Pair> next = queue.next(rights, why, after);
        String said = (done == null ? "" : "&done=" + done) + (why == null ? "" : "&why=" + why.slug());
        return "redirect:"
                + next.map(pair -> {
                            look.at(List.of(pair.left(), pair.right()));
                            return "/review/" + pair.left() + "/" + pair.right();
                        })
                        .orElse("/review")
                + (said.isEmpty() ? "" : "?" + said.substring(1));
    }

    private static List<Facet> facets(Queue.Page page, @Nullable Why chosen) {
        return page.counts().entrySet().stream()
                .map(count -> new Facet(
                        count.getKey().words(),
                        "/review?why=" + count.getKey().slug(),
                        count.getValue(),
                        count.getKey() == chosen))
                .toList();
    }

    /** Those that wait for one reason. */
    record Facet(String words, String address, int count, boolean chosen) {}

    /** A case in words. */
    record CaseLine(String address, String title, String why, String one, String other, String use, String since) {

        static CaseLine of(Waiting waiting, @Nullable Why why) {
            return new CaseLine(
                    "/review/" + waiting.left() + "/" + waiting.right() + (why == null ? "" : "?why=" + why.slug()),
                    waiting.why().isJoined() ? waiting.one().name() + ": one person?" : names(waiting),
                    Words.capital(waiting.words()),
                    line(waiting.one()),
                    waiting.why().isJoined() ? "" : line(waiting.other()),
                    waiting.why().isJoined() ? parted(waiting.use()) : "If they are one: " + use(waiting.use()),
                    Words.date(waiting.since()));
        }

        private static String names(Waiting waiting) {
            return waiting.one().name().equals(waiting.other().name())
                    ? waiting.one().name() + ", twice"
                    : waiting.one().name() + " and " + waiting.other().name();
        }

        private static String parted(Waiting.Use use) {
            return use.records() == 0
                    ? "If they are not: choose the records that are of somebody else"
                    : "If they are not: " + Words.count(use.records(), "record would part", "records would part");
        }

        /** A person in a line. */
        static String line(PersonSearch.Row row) {
            String born = row.born().isEmpty()
                    ? "date of birth not recorded"
                    : "born "
                            + String.join(
                                    " or ",
                                    row.born().stream().map(Words::dates).toList());
            String places = row.places().isEmpty() ? "" : ", " + String.join(", ", row.places());
            return row.name() + ", " + born + places + ": " + Words.count(row.records(), "record", "records") + " from "
                    + Words.list(row.agencies());
        }

        private static String use(Waiting.Use use) {
            String records = Words.count(use.records(), "record would move", "records would move");
            return use.agencies() == 0
                    ? records
                    : Words.count(use.agencies(), "agency", "agencies") + " would see one person; " + records;
        }
    }
}
