package clew.app.web;

import clew.app.identity.PersonSearch.Sought;
import clew.app.web.EnteredDate.Read;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The boxes of the search for a person, as typed.
 *
 * @param name any of the names
 * @param born the date of birth, whole or in part
 * @param identifier any identifier
 * @param postcode a whole postcode
 */
record SearchForm(String name, EnteredDate born, String identifier, String postcode) implements Serializable {

    static final SearchForm EMPTY = new SearchForm("", new EnteredDate("", "", ""), "", "");

    private static final int LONGEST = 200;
    private static final String POSTCODE = "(?i)[a-z]{1,2}[0-9][a-z0-9]?\\s*[0-9][a-z]{2}";

    SearchForm {
        name = name.strip();
        identifier = identifier.strip();
        postcode = postcode.strip();
    }

    /** What is wrong with what was typed, from the top of the form down; empty when it can be searched. */
    List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        if (name.isEmpty() && born.isBlank() && identifier.isEmpty() && postcode.isEmpty()) {
            return List.of(new Mistake("name", "Enter at least one of name, date of birth, identifier or postcode"));
        }
        if (!name.isEmpty() && name.codePoints().filter(Character::isLetter).count() < 2) {
            mistakes.add(new Mistake("name", "Name must have at least 2 letters"));
        }
        if (name.length() > LONGEST) {
            mistakes.add(new Mistake("name", "Name must have " + LONGEST + " letters or fewer"));
        }
        if (born.read("born", "Date of birth") instanceof Read.Wrong wrong) {
            mistakes.add(wrong.mistake());
        } else if (!born.isBlank() && name.isEmpty() && identifier.isEmpty() && postcode.isEmpty() && !wholeDate()) {
            mistakes.add(new Mistake("born-day", "Enter the whole date of birth, or add a name or a postcode"));
        }
        if (!identifier.isEmpty() && (identifier.length() < 4 || identifier.length() > 40)) {
            mistakes.add(new Mistake("identifier", "Identifier must have 4 to 40 letters and digits"));
        }
        if (!postcode.isEmpty() && !postcode.matches(POSTCODE)) {
            mistakes.add(new Mistake("postcode", "Enter a whole postcode, for example HM4 2AB"));
        }
        return mistakes;
    }

    /** What is sought; only for a form without mistakes. */
    Sought sought() {
        Optional<Read.Days> days = days();
        return new Sought(
                name,
                days.map(Read.Days::from).orElse(null),
                days.map(Read.Days::to).orElse(null),
                identifier,
                postcode);
    }

    /** What is sought, in one line: name Amy Hart, born in March 2009. */
    String words() {
        List<String> parts = new ArrayList<>();
        if (!name.isEmpty()) {
            parts.add("name " + name);
        }
        days().ifPresent(days -> parts.add("born " + (wholeDate() ? "on " : "in ") + days.words()));
        if (!identifier.isEmpty()) {
            parts.add("identifier " + identifier);
        }
        if (!postcode.isEmpty()) {
            parts.add("postcode " + postcode.toUpperCase(Locale.ROOT));
        }
        return Words.list(parts);
    }

    private boolean wholeDate() {
        return days().filter(days -> days.from().equals(days.to())).isPresent();
    }

    private Optional<Read.Days> days() {
        return born.read("born", "Date of birth") instanceof Read.Days days ? Optional.of(days) : Optional.empty();
    }
}
