package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.Matching;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.core.linkage.ScoredPairs;
import clew.core.standard.StandardRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
 * with what was asked. People are found as an arriving record finds its person, see {@link Matching}; each comes with what makes them alike.
 */
@RestController
class MatchCall {

    private static final int MOST = 20;
    private static final int MOST_IDENTIFIERS = 5;

    private final Matching matching;

    MatchCall(Matching matching) {
        this.matching = matching;
    }

    /**
     * Who is asked about.
     *
     * @param name given names first
     * @param dateOfBirth whole
     * @param postcode whole
     * @param identifiers any identifiers of the standard
     * @param person fields of a person of the standard, as texts; they stand before the others
     */
    record Asked(
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable String postcode,
            @Nullable List<String> identifiers,
            @Nullable Map<String, String> person) {

        List<String> bearing() {
            return identifiers == null
                    ? List.of()
                    : identifiers.stream()
                            .filter(one -> !one.isBlank())
                            .limit(MOST_IDENTIFIERS)
                            .toList();
        }

        StandardRecord described() {
            Map<String, String> fields = new HashMap<>();
            put(fields, "full_name", name);
            put(fields, "date_of_birth", dateOfBirth == null ? null : dateOfBirth.toString());
            put(fields, "postcode", postcode);
            if (person != null) {
                person.forEach((field, text) -> put(fields, field, text));
            }
            return Matching.described(fields, bearing());
        }

        private static void put(Map<String, String> fields, String name, @Nullable String text) {
            if (text != null && !text.isBlank()) {
                fields.put(name, text);
            }
        }

        boolean isTooLittle() {
            long parts =
                    Map.of("name", given(name), "born", dateOfBirth != null, "place", given(postcode)).values().stream()
                            .filter(there -> there)
                            .count();
            return bearing().isEmpty() && parts + (person == null ? 0 : person.size()) < 2;
        }

        private static boolean given(@Nullable String text) {
            return text != null && !text.isBlank();
        }
    }

    /**
     * A person who may be meant.
     *
     * @param record their address: {@code /api/persons/{record}}
     * @param likeness {@code one_person}: a machine would take them for one; {@code may_be}: somebody has to look; {@code identifier}: only the identifier is theirs
     * @param probability that they are one, by the record that is most like
     * @param reason what that consists of
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
            String likeness,
            double probability,
            Reason reason) {}

    /**
     * What is held.
     *
     * @param people those who are taken for one person first, then by name; never by a derived number
     * @param more are there more than are told?
     * @param heldElsewhere agencies that hold something by an identifier and do not show it
     */
    record Held(List<Match> people, boolean more, List<HeldElsewhere> heldElsewhere) {}

    @EntryPoint(value = Action.SEARCH, note = "match called")
    @PostMapping(value = "/api/match", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> match(@RequestBody Asked asked, Rights rights, Look look) {
        if (asked.isTooLittle()) {
            return Problem.of(
                            422,
                            "too-little",
                            "Give an identifier, or two of name, dateOfBirth and postcode",
                            List.of(new Problem.Fault(
                                    "", "an identifier, or two of name, dateOfBirth and postcode", "less")))
                    .answer();
        }
        look.searchedFor(words(asked));
        Matching.Matches matches = matching.find(rights, asked.described(), asked.bearing());
        List<Match> people =
                matches.matches().stream().limit(MOST).map(MatchCall::told).toList();
        look.at(people.stream().map(Match::record).toList());
        return ResponseEntity.ok(new Held(people, matches.matches().size() > MOST, matches.elsewhere()));
    }

    private static Match told(Matching.Match match) {
        var row = match.person();
        return new Match(
                row.record(),
                row.name(),
                row.otherNames(),
                row.born(),
                row.places(),
                row.agencies(),
                row.records(),
                row.age().name().toLowerCase(Locale.ROOT),
                match.same() ? "one_person" : match.isWorthALook() ? "may_be" : "identifier",
                ScoredPairs.probabilityOf(match.why().value()),
                Reason.of(match.why()));
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
        if (asked.person() != null) {
            asked.person().forEach((field, text) -> words.add(field + " " + text));
        }
        return String.join(", ", words);
    }
}
