package clew.app.web;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.groups.Equality;
import clew.app.groups.Equality.Row;
import clew.app.groups.Equality.Share;
import clew.app.store.Rights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Equality monitoring: whom patterns show and what people decide, by what is recorded of ethnicity, sex and disability. It names nobody. */
@Controller
class EqualityPage {
    private static final Map<String, String> TITLES =
            Map.of("self_defined_ethnicity", "Self-defined ethnicity", "sex", "Sex", "disability", "Disability");

    private final Equality equality;

    EqualityPage(Equality equality) {
        this.equality = equality;
    }

    /** A value of a field, in words. */
    record EqualityLine(String value, String held, String adults, String children, String accepted, String ended) {}

    @EntryPoint(value = Action.EQUALITY, note = "equality monitoring")
    @GetMapping("/equality")
    String show(Rights rights, Model model) {
        Map<String, List<EqualityLine>> fields = new LinkedHashMap<>();
        for (Row row : equality.of(rights)) {
            fields.computeIfAbsent(TITLES.getOrDefault(row.field(), row.field()), title -> new java.util.ArrayList<>())
                    .add(line(row));
        }
        model.addAttribute("fields", fields);
        return "equality";
    }

    private static EqualityLine line(Row row) {
        long held = row.adults().whole();
        return new EqualityLine(
                Words.capital(row.value()),
                held > 0 && held <= Equality.SMALL ? few() : Words.number(held),
                share(row.adults()),
                share(row.children()),
                share(row.accepted()),
                share(row.ended()));
    }

    private static String share(Share share) {
        if (share.isSmall()) {
            return few();
        }
        return share.whole() == 0
                ? "none shown"
                : String.format(
                        Locale.UK,
                        "%s (%.1f%% to %.1f%%)",
                        Words.percent(share.part(), share.whole()),
                        100 * share.low(),
                        100 * share.high());
    }

    private static String few() {
        return "1 to " + Equality.SMALL + ", not told";
    }
}
