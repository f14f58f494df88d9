package clew.app.web;

import clew.app.groups.Company;
import clew.app.groups.Found;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Tie;
import clew.app.groups.Subjects;
import clew.app.groups.Where;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.ui.Model;

/** Who and what was with something, as pictures, tables and words that say the same; of a line's parts, without weights. */
final class CompanyView {
    private static final int WIDE = LineTimes.WIDE;
    private static final int NARROW = LineTimes.NARROW;

    private final Found found;
    private final LineWords words;

    private CompanyView(Found found, LineWords words) {
        this.found = found;
        this.words = words;
    }

    /**
     * @param found as it was known on the day of the page
     * @param words of all of it
     */
    static void show(Found found, LineWords words, Subjects subjects, Rights rights, Model model) {
        CompanyView view = new CompanyView(found, words);
        LineTables tables = new LineTables(found, view.words);
        Map<UUID, Where> where = subjects.where(rights, found);
        long shown = found.members().stream()
                .filter(member -> member.side() != Side.PLACE)
                .count();
        boolean tooMany = shown > Company.MOST; // their names would lie on each other, and the tables say who they are
        boolean drawn = shown > 1 && !tooMany;
        LineMap map = LineMap.of(found, view.words, where, WIDE);
        model.addAttribute("company", view.paragraph(tooMany));
        model.addAttribute("graph", drawn ? LineGraph.of(found, view.words, WIDE) : null);
        model.addAttribute("narrowGraph", drawn ? LineGraph.of(found, view.words, NARROW) : null);
        model.addAttribute("ties", tables.ties(true));
        model.addAttribute("explained", tables.ties(false));
        model.addAttribute("map", map);
        model.addAttribute("narrowMap", LineMap.of(found, view.words, where, NARROW));
        model.addAttribute("places", tables.places());
    }

    private String paragraph(boolean tooMany) {
        List<String> who = new ArrayList<>();
        count(who, Side.ADULT, "adult", "adults");
        count(who, Side.CHILD, "child", "children");
        count(
                who,
                Side.UNKNOWN,
                "person whose age or identity is not known",
                "people whose age or identity is not known");
        count(who, Side.THING, "vehicle, phone or organisation", "vehicles, phones and organisations");
        long explained =
                found.ties().stream().filter(tie -> tie.reason() != null).count();
        long inferred = found.ties().stream().filter(Tie::inferred).count();
        return "Shown are " + Words.list(who) + ". "
                + Words.count(found.ties().size(), "tie is", "ties are") + " recorded among them, "
                + (explained == 0
                        ? "none of them explained."
                        : Words.number(explained) + " of them explained, " + Words.number(inferred)
                                + " by a reason that nobody stated.")
                + (tooMany ? " They are too many to draw: the tables name those who were with it." : "");
    }

    private void count(List<String> who, Side side, String one, String several) {
        int size = found.on(side).size();
        if (size > 0) {
            who.add(Words.count(size, one, several));
        }
    }
}
