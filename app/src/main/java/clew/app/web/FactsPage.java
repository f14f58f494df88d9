package clew.app.web;

import clew.app.access.OpenPage;
import clew.core.standard.Code;
import clew.core.standard.CodeList;
import clew.core.standard.CodeLists;
import clew.core.standard.Confidence;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The facts that Clew rests on and that nobody has fully verified, with where they come from. */
@Controller
class FactsPage {

    @OpenPage
    @GetMapping("/unverified-facts")
    String show(Model model) {
        List<Facts> lists = CodeLists.all().stream()
                .map(Facts::of)
                .filter(facts -> !facts.unverified().isEmpty())
                .toList();
        model.addAttribute("lists", lists);
        model.addAttribute(
                "unverified",
                Words.number(lists.stream()
                        .mapToLong(facts -> facts.unverified().size())
                        .sum()));
        model.addAttribute(
                "all",
                Words.number(CodeLists.all().stream()
                        .mapToLong(list -> list.codes().size())
                        .sum()));
        return "unverified-facts";
    }

    /**
     * The unverified rows of one list.
     *
     * @param title of the list
     * @param about what it is for
     * @param counted how many of its rows are unverified
     * @param unverified those rows
     */
    record Facts(String title, String about, String counted, List<Fact> unverified) {

        static Facts of(CodeList list) {
            List<Fact> unverified = list.codes().stream()
                    .filter(code -> code.confidence() == Confidence.UNVERIFIED
                            || code.confidence() == Confidence.PARTLY_VERIFIED)
                    .map(Fact::of)
                    .toList();
            return new Facts(
                    list.title(),
                    list.about(),
                    Words.number(unverified.size()) + " of "
                            + Words.number(list.codes().size()),
                    unverified);
        }
    }

    /** One row, with where it comes from and how far it was checked. */
    record Fact(String code, String label, String source, String confidence) {

        static Fact of(Code code) {
            return new Fact(
                    code.code(),
                    code.label(),
                    code.source().isBlank() ? "none named" : code.source(),
                    code.confidence().label());
        }
    }
}
