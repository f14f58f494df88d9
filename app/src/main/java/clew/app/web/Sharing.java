package clew.app.web;

import clew.app.access.Shares;
import clew.app.access.Shares.Share;
import clew.app.access.Spreadsheet;
import clew.app.access.Spreadsheet.Format;
import clew.app.access.Viewer;
import clew.app.ledger.Look;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one way in which something leaves Clew by a page: who gets it and why is typed, the share is written down with the records that it rests on, its id
 * stands in the file, and then the file is sent.
 */
@Component
class Sharing {

    /** The formats of a table. */
    static final SequencedMap<String, String> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(Format.CSV.ending(), "CSV, which every spreadsheet opens");
        TABLE.put(Format.XLSX.ending(), "Excel workbook");
    }

    private final Shares shares;

    Sharing(Shares shares) {
        this.shares = shares;
    }

    /** The page that asks who gets it and why. */
    String ask(Model model, Offer offer, ShareForm typed, List<Mistake> mistakes) {
        model.addAttribute("offer", offer);
        model.addAttribute("typed", typed);
        Forms.show(model, mistakes);
        return "share";
    }

    /** Writes the share down and sends a table, or asks again where something is missing. */
    ModelAndView table(
            Viewer viewer,
            Look look,
            Model model,
            Offer offer,
            ShareForm typed,
            Spreadsheet table,
            Collection<UUID> records) {
        List<Mistake> mistakes = mistakes(viewer, model, offer, typed, records);
        if (!mistakes.isEmpty()) {
            return new ModelAndView(ask(model, offer, typed, mistakes), model.asMap());
        }
        UUID share = add(viewer, look, offer, typed, table.rows().size(), records);
        Format format = Format.valueOf(typed.format().toUpperCase(Locale.ROOT));
        return new ModelAndView(new FileView(
                fileName(offer, format.ending()),
                format.type(),
                table.with("Share", share.toString()).in(format)));
    }

    /** What is wrong with the form; graded items with a condition leave only when it is said how that is met. */
    List<Mistake> mistakes(Viewer viewer, Model model, Offer offer, ShareForm typed, Collection<UUID> records) {
        List<Mistake> mistakes = typed.mistakes(offer.formats().keySet());
        List<String> conditions = shares.conditions(viewer.rights(), records);
        model.addAttribute("conditions", conditions);
        if (!conditions.isEmpty()) {
            Typed.reason("conditions-met", typed.met()).ifPresent(mistakes::add);
        }
        return mistakes;
    }

    /** Writes a share down; its id must stand in the file. Only for a form without mistakes. */
    UUID add(Viewer viewer, Look look, Offer offer, ShareForm typed, int lines, Collection<UUID> records) {
        look.at(records);
        return shares.add(
                viewer,
                new Share(offer.what(), typed.givenTo(), typed.reason(), typed.format(), lines, typed.met(), records));
    }

    /** {@code clew-people-found.csv}. */
    static String fileName(Offer offer, String ending) {
        return "clew-" + offer.what().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "." + ending;
    }
}
