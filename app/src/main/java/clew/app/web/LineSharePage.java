package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.access.Viewer;
import clew.app.groups.Line;
import clew.app.groups.LineExports;
import clew.app.groups.LineExports.Format;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An accepted line leaves as a share, with children as ids. */
@Controller
class LineSharePage {
    private static final SequencedMap<String, String> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put(Format.GRAPHML.ending(), "GraphML, for tools that draw graphs");
        FORMATS.put(Format.XLSX.ending(), "Excel workbook");
        FORMATS.put(Format.FTM.ending(), "FollowTheMoney, for tools of investigators");
    }

    private final LinePage page;
    private final LineExports exports;
    private final Sharing sharing;

    LineSharePage(LinePage page, LineExports exports, Sharing sharing) {
        this.page = page;
        this.exports = exports;
        this.sharing = sharing;
    }

    @EntryPoint(value = Action.EXPORT, note = "accepted line, before it is decided")
    @GetMapping("/lines/{record}/share")
    String ask(@PathVariable UUID record, Rights rights, Look look, Model model) {
        Line line = accepted(rights, record);
        look.at(line.anchor());
        return sharing.ask(model, offer(line), ShareForm.EMPTY, List.of());
    }

    @EntryPoint(value = Action.EXPORT, note = "accepted line, children as ids")
    @PostMapping("/lines/{record}/share")
    ModelAndView take(
            @PathVariable UUID record,
            @RequestParam(name = "given-to", defaultValue = "") String givenTo,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(name = "conditions-met", defaultValue = "") String met,
            Viewer viewer,
            Rights rights,
            Look look,
            Model model) {
        Line line = accepted(rights, record);
        Offer offer = offer(line);
        ShareForm typed = new ShareForm(givenTo, reason, format, met);
        List<UUID> records = new ArrayList<>(line.found().evidence());
        line.found().members().forEach(member -> records.addAll(member.records()));
        List<Mistake> mistakes = sharing.mistakes(viewer, model, offer, typed, records);
        if (!mistakes.isEmpty()) {
            return new ModelAndView(sharing.ask(model, offer, typed, mistakes), model.asMap());
        }
        UUID share =
                sharing.add(viewer, look, offer, typed, line.found().members().size(), records);
        Format form = Format.valueOf(format.toUpperCase(Locale.ROOT));
        return new ModelAndView(new FileView(
                Sharing.fileName(offer, form.ending()), form.mediaType(), exports.file(rights, line, form, share)));
    }

    private Line accepted(Rights rights, UUID record) {
        Line line = page.find(rights, record);
        if (!LineExports.mayLeave(line)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return line;
    }

    private static Offer offer(Line line) {
        return new Offer(
                "Line of enquiry",
                LineWords.title(line) + ". Children, and everybody whose age is not known, are ids",
                "/lines/" + line.anchor() + "/share",
                Map.of(),
                "/lines/" + line.anchor(),
                FORMATS);
    }
}
