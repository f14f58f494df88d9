package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import clew.app.review.Decided;
import clew.app.review.Undo;
import clew.app.store.Rights;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What somebody is told: that a decision was taken back on which they had looked or decided; and what the block list does to their cases. */
@Controller
class NoticesPage {

    private final Undo undo;
    private final BlockNotices blocks;

    NoticesPage(Undo undo, BlockNotices blocks) {
        this.blocks = blocks;
        this.undo = undo;
    }

    @EntryPoint(value = Action.HOME, note = "notices")
    @GetMapping("/notices")
    String show(Viewer viewer, Rights rights, Look look, Model model) {
        List<Undo.Notice> notices = undo.notices(rights);
        notices.stream()
                .map(Undo.Notice::decision)
                .filter(java.util.Objects::nonNull)
                .forEach(decided -> look.at(decided.records()));
        model.addAttribute("notices", notices.stream().map(NoticeLine::of).toList());
        model.addAttribute("blocks", blocks.of(viewer, look));
        return "notices";
    }

    /** A notice in words. */
    record NoticeLine(String title, String words, String when, boolean isNew, String address, String person) {

        static NoticeLine of(Undo.Notice notice) {
            Decided decided = notice.decision();
            return new NoticeLine(
                    "A decision on who is who was taken back",
                    decided == null
                            ? "You looked at records that were thought to be of one person, or decided on them. They are not shown to you now."
                            : "It said: " + DecidedLine.title(decided).toLowerCase(java.util.Locale.ROOT)
                                    + ". You looked at these records, or decided on them, while it held. Look again at what you did.",
                    Words.moment(notice.at()),
                    notice.isNew(),
                    decided == null ? "" : "/decisions/" + decided.id(),
                    decided == null ? "" : "/persons/" + decided.records().get(0));
        }
    }
}
