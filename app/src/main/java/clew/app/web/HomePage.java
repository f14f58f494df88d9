package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.identity.Holdings;
import clew.app.review.Undo;
import clew.app.store.Rights;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what can be done here, and how much there is to see. */
@Controller
class HomePage {

    private final Holdings holdings;
    private final Undo undo;
    private final BlockNotices blocks;

    HomePage(Holdings holdings, Undo undo, BlockNotices blocks) {
        this.blocks = blocks;
        this.holdings = holdings;
        this.undo = undo;
    }

    @EntryPoint(Action.HOME)
    @GetMapping("/")
    String show(Viewer viewer, Rights rights, Model model) {
        Holdings.Held held = holdings.read(rights);
        int unread = undo.unread(rights) + blocks.count(viewer);
        model.addAttribute("notices", unread == 0 ? "" : Words.count(unread, "notice", "notices"));
        model.addAttribute("mayLines", viewer.may(Action.LINES));
        model.addAttribute("mayDecide", viewer.may(Action.DECIDE));
        model.addAttribute("mayQuality", viewer.may(Action.QUALITY));
        model.addAttribute("maySearch", viewer.may(Action.SEARCH));
        model.addAttribute("persons", Words.number(held.persons()));
        model.addAttribute("records", Words.number(held.records()));
        model.addAttribute(
                "agencies", held.agencies().stream().map(AgencyLine::of).toList());
        return "home";
    }

    /** What one agency has sent, in words. */
    record AgencyLine(String agency, String records, String lastReceived) {

        static AgencyLine of(Holdings.FromAgency from) {
            return new AgencyLine(
                    from.agency(),
                    Words.number(from.records()),
                    from.lastReceived() == null ? "never" : Words.date(from.lastReceived()));
        }
    }
}
