package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.PersonSearch;
import clew.app.identity.PersonSearch.Sought;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/match}: what is held on a person, as far as the caller may see it; what is only pointed to comes as a pointer. Nothing is stored but the ledger's row
 * with what was asked. People are found by an identifier, or by two of name, date of birth and postcode together.
 */
@RestController
class MatchCall {

    private static final int MOST = 20;

    private final PersonSearch search;

    MatchCall(PersonSearch search) {
        this.search = search;
    }

    /**
     * Who is asked about.
     *
     * @param name any names, in any order
     * @param dateOfBirth whole
     * @param postcode whole
     * @param identifiers any identifiers of the standard
     */
    record Asked(
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable String postcode,
            @Nullable List<String> identifiers) {

        List<Question> questions() {
            List<Question> questions = new ArrayList<>();
            if (identifiers != null) {
                identifiers.stream()
                        .filter(one -> !one.isBlank())
                        .limit(5)
                        .forEach(one -> questions.add(new Question("identifier", new Sought("", null, null, one, ""))));
            }
            String called = name == null ? "" : name;
            String place = postcode == null ? "" : postcode;
            if (!called.isBlank() && dateOfBirth != null) {
                questions.add(
                        new Question("name and date of birth", new Sought(called, dateOfBirth, dateOfBirth, "", "")));
            }
            if (!called.isBlank() && !place.isBlank()) {
                questions.add(new Question("name and postcode", new Sought(called, null, null, "", place)));
            }
            if (dateOfBirth != null && !place.isBlank()) {
                questions.add(new Question(
                        "date of birth and postcode", new Sought("", dateOfBirth, dateOfBirth, "", place)));
            }
            return questions;
        }
    }

    /** @param on what the records agree with, in words */
    record Question(String on, Sought sought) {}

    /**
     * A person who matches.
     *
     * @param record their address: {@code /api/persons/{record}}
     * @param on what they were found by
     */
    record Match(
            UUID record,
            String name,
            List<String> otherNames,
            List<String> born,
            List<String> places,
            List<String> agencies,
            int records,
            String age,
            List<String> on) {}

    /**
     * What is held.
     *
     * @param people who match, those found by most first, then by name; never by a derived number
     * @param more are there more than are told?
     * @param heldElsewhere agencies that hold something by an identifier and do not show it
     */
    record Held(List<Match> people, boolean more, List<HeldElsewhere> heldElsewhere) {}

    @EntryPoint(value = Action.SEARCH, note = "match called")
    @PostMapping(value = "/api/match", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> match(@RequestBody Asked asked, Rights rights, Look look) {
        List<Question> questions = asked.questions();
        if (questions.isEmpty()) {
            return Problem.of(
                            422,
                            "too-little",
                            "Give an identifier, or two of name, dateOfBirth and postcode",
                            List.of(new Problem.Fault(
                                    "", "an identifier, or two of name, dateOfBirth and postcode", "less")))
                    .answer();
        }
        look.searchedFor(words(asked));
        Map<UUID, PersonSearch.Row> rows = new LinkedHashMap<>();
        Map<UUID, List<String>> on = new LinkedHashMap<>();
        Map<String, HeldElsewhere> elsewhere = new LinkedHashMap<>();
        boolean more = false;
        for (Question question : questions) {
            PersonSearch.Page page = search.find(rights, question.sought(), 1);
            more |= page.pages() > 1;
            page.elsewhere().forEach(held -> elsewhere.putIfAbsent(held.agency(), held));
            page.people().forEach(row -> {
                rows.putIfAbsent(row.record(), row);
                List<String> found = on.computeIfAbsent(row.record(), key -> new ArrayList<>());
                if (!found.contains(question.on())) {
                    found.add(question.on());
                }
            });
        }
        List<Match> people = rows.values().stream()
                .map(row -> told(row, on.get(row.record())))
                .sorted(java.util.Comparator.comparingInt(
                                (Match match) -> -match.on().size())
                        .thenComparing(Match::name)
                        .thenComparing(match -> match.record().toString()))
                .toList();
        look.at(people.stream().limit(MOST).map(Match::record).toList());
        return ResponseEntity.ok(new Held(
                people.stream().limit(MOST).toList(), more || people.size() > MOST, List.copyOf(elsewhere.values())));
    }

    private static Match told(PersonSearch.Row row, @Nullable List<String> on) {
        return new Match(
                row.record(),
                row.name(),
                row.otherNames(),
                row.born(),
                row.places(),
                row.agencies(),
                row.records(),
                row.age().name().toLowerCase(java.util.Locale.ROOT),
                on == null ? List.of() : List.copyOf(on));
    }

    private static String words(Asked asked) {
        List<String> words = new ArrayList<>();
        if (asked.name() != null && !asked.name().isBlank()) {
            words.add("name " + asked.name());
        }
        if (asked.dateOfBirth() != null) {
            words.add("born on " + asked.dateOfBirth());
        }
        if (asked.postcode() != null && !asked.postcode().isBlank()) {
            words.add("postcode " + asked.postcode());
        }
        if (asked.identifiers() != null) {
            asked.identifiers().forEach(one -> words.add("identifier " + one));
        }
        return String.join(", ", words);
    }
}
