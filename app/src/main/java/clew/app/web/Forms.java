package clew.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.ui.Model;

/** What the forms of decisions have in common. */
final class Forms {

    private Forms() {}

    /** The choice of that name; empty when nothing, or something else, was chosen. */
    static <E extends Enum<E>> Optional<E> chosen(Class<E> choices, String name) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** What is wrong, for the top of the page and for each field. */
    static void show(Model model, List<Mistake> mistakes) {
        model.addAttribute("mistakes", mistakes);
        model.addAttribute(
                "wrong",
                mistakes.stream().collect(Collectors.toMap(Mistake::field, Mistake::words, (first, second) -> first)));
    }

    /** Up to two mistakes, each where its condition holds. */
    static List<Mistake> mistakes(
            boolean first,
            String firstField,
            String firstWords,
            boolean second,
            String secondField,
            String secondWords) {
        List<Mistake> mistakes = new ArrayList<>();
        if (first) {
            mistakes.add(new Mistake(firstField, firstWords));
        }
        if (second) {
            mistakes.add(new Mistake(secondField, secondWords));
        }
        return mistakes;
    }
}
