package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.quality.QualityTable;
import clew.app.quality.QualityTable.Correction;
import clew.app.quality.QualityTable.Count;
import clew.app.quality.QualityTable.Month;
import clew.app.quality.QualityTable.Series;
import clew.app.store.Rights;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How complete and valid the data is: all agencies, one agency, one field month by month. */
@Controller
class QualityPage {

    private static final int WIDE = 760;
    private static final int NARROW = 360;

    private final QualityTable quality;

    QualityPage(QualityTable quality) {
        this.quality = quality;
    }

    @EntryPoint(Action.QUALITY)
    @GetMapping("/quality")
    String all(Rights rights, Model model) {
        List<Series> series = quality.all(rights);
        lines(model, foremost(series));
        model.addAttribute("corrections", firstOfEach(quality.nextMostUseful(rights)));
        model.addAttribute(
                "agencies",
                series.stream()
                        .collect(Collectors.toMap(
                                Series::agencySlug, Series::agency, (first, second) -> first, java.util.TreeMap::new))
                        .entrySet()
                        .stream()
                        .map(entry -> new AgencyLink("/quality/" + entry.getKey(), entry.getValue()))
                        .toList());
        return "quality";
    }

    @EntryPoint(value = Action.QUALITY, note = "of one agency")
    @GetMapping("/quality/{agency}")
    String agency(@PathVariable String agency, Rights rights, Model model) {
        List<Series> series = quality.all(rights).stream()
                .filter(one -> one.agencySlug().equals(agency))
                .toList();
        if (series.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("agency", series.getFirst().agency());
        lines(model, series);
        model.addAttribute(
                "corrections",
                quality.nextMostUseful(rights).stream()
                        .filter(correction -> correction.agencySlug().equals(agency))
                        .map(CorrectionLine::of)
                        .toList());
        return "quality-agency";
    }

    @EntryPoint(value = Action.QUALITY, note = "of one field")
    @GetMapping("/quality/{agency}/{about}/{field}")
    String field(
            @PathVariable String agency,
            @PathVariable String about,
            @PathVariable String field,
            Rights rights,
            Model model) {
        Series series = quality.all(rights).stream()
                .filter(one -> one.agencySlug().equals(agency)
                        && QualityLine.slug(one.about()).equals(about)
                        && one.field().equals(field)
                        && !one.months().isEmpty())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("agency", series.agency());
        model.addAttribute("agencyAddress", "/quality/" + agency);
        model.addAttribute("heading", QualityLine.title(series));
        model.addAttribute("line", QualityLine.of(series));
        model.addAttribute("months", series.months().stream().map(MonthLine::of).toList());
        model.addAttribute("wide", TrendChart.of(series.months(), WIDE, 6));
        model.addAttribute("narrow", TrendChart.of(series.months(), NARROW, 3));
        return "quality-field";
    }

    /** What is sent in a table; what never is, counted beside it. */
    private static void lines(Model model, List<Series> series) {
        model.addAttribute(
                "lines",
                series.stream()
                        .filter(one -> one.total().present() > 0)
                        .map(QualityLine::of)
                        .toList());
        model.addAttribute(
                "neverSent",
                series.stream()
                        .filter(one -> one.total().present() == 0)
                        .map(QualityLine::of)
                        .toList());
    }

    private static List<CorrectionLine> firstOfEach(List<Correction> corrections) {
        Set<String> seen = new HashSet<>();
        return corrections.stream()
                .filter(correction -> seen.add(correction.agencySlug()))
                .map(CorrectionLine::of)
                .toList();
    }

    /** Of suspects and victims; of everyone as long as no agency says who is which. */
    private static List<Series> foremost(List<Series> series) {
        List<Series> all = series.stream().filter(Series::isForemost).toList();
        List<Series> first =
                all.stream().filter(Series::isAboutSuspectsOrVictims).toList();
        return first.isEmpty() ? all : first;
    }

    /** An agency's own page. */
    record AgencyLink(String address, String name) {}

    /** What an agency would best mend next, in words. */
    record CorrectionLine(String agency, String address, String what, String why, String records) {

        static CorrectionLine of(Correction correction) {
            return new CorrectionLine(
                    correction.agency(),
                    "/quality/" + correction.agencySlug(),
                    correction.what(),
                    correction.why(),
                    Words.count(correction.records(), "record", "records"));
        }
    }

    /** One month in the table. */
    record MonthLine(String month, String recorded, String recordedOf, String valid, String validOf) {

        static MonthLine of(Month month) {
            Count count = month.count();
            return new MonthLine(
                    Words.month(month.month()),
                    Words.percent(count.present(), count.records()),
                    QualityLine.of(count.present(), count.records()),
                    count.present() == 0 ? "none given" : Words.percent(count.valid(), count.present()),
                    QualityLine.of(count.valid(), count.present()));
        }
    }
}
