package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.EarlierContacts;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.KnownThings;
import clew.app.identity.Matching;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.core.linkage.ScoredPairs;
import clew.core.standard.Standard;
import clew.core.standard.StandardRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
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

    private static final int MOST_THINGS = 10;

    private final Matching matching;
    private final KnownThings known;

    MatchCall(Matching matching, KnownThings known) {
        this.matching = matching;
        this.known = known;
    }

    /**
     * Who is asked about.
     *
     * @param name given names first
     * @param dateOfBirth whole
     * @param postcode whole
     * @param identifiers any identifiers of the standard
     * @param person fields of a person of the standard, as texts; they stand before the others
     * @param things vehicles, phones, places, accounts and organisations that are named beside, or alone: {@code shape}, and fields of that shape of the standard as texts
     */
    record Asked(
            @Nullable String name,
            @Nullable LocalDate dateOfBirth,
            @Nullable String postcode,
            @Nullable List<String> identifiers,
            @Nullable Map<String, String> person,
            @Nullable List<Map<String, String>> things) {

        List<Map<String, String>> named() {
            return things == null ? List.of() : things;
        }

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
     * @param contacts earlier referrals about this person and events with them that show to the caller, and how many were closed without further action
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
            Reason reason,
            EarlierContacts.Counted contacts) {}

    /**
     * What is held.
     *
     * @param people those who are taken for one person first, then by name; never by a derived number
     * @param more are there more than are told?
     * @param heldElsewhere agencies that hold something by an identifier and do not show it
     * @param things for each that was named, in their order, the records of the same one
     */
    record Held(
            List<Match> people,
            boolean more,
            List<HeldElsewhere> heldElsewhere,
            List<List<KnownThings.Known>> things) {}

    @EntryPoint(value = Action.SEARCH, note = "match called")
    @PostMapping(value = "/api/match", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> match(@RequestBody Asked asked, Rights rights, Look look) {
        List<Problem.Fault> faults = new ArrayList<>();
        List<StandardRecord> named = named(asked.named(), faults);
        if (!faults.isEmpty()) {
            return Problem.of(422, "not-readable", "Nothing was asked: see what was expected", faults)
                    .answer();
        }
        boolean tooLittle = asked.isTooLittle();
        if (tooLittle && named.isEmpty()) {
            return Problem.of(
                            422,
                            "too-little",
                            "Give an identifier, or two of name, dateOfBirth and postcode",
                            List.of(new Problem.Fault(
                                    "", "an identifier, or two of name, dateOfBirth and postcode", "less")))
                    .answer();
        }
        look.searchedFor(words(asked));
        Matching.Matches matches = tooLittle
                ? new Matching.Matches(List.of(), List.of())
                : matching.find(rights, asked.described(), asked.bearing());
        List<List<KnownThings.Known>> things = known.find(rights, named);
        things.forEach(
                thing -> look.at(thing.stream().map(KnownThings.Known::record).toList()));
        List<Match> people =
                matches.matches().stream().limit(MOST).map(MatchCall::told).toList();
        look.at(people.stream().map(Match::record).toList());
        return ResponseEntity.ok(new Held(people, matches.matches().size() > MOST, matches.elsewhere(), things));
    }

    private static List<StandardRecord> named(List<Map<String, String>> things, List<Problem.Fault> faults) {
        if (things.size() > MOST_THINGS) {
            faults.add(
                    new Problem.Fault("/things", "at most " + MOST_THINGS + " things", String.valueOf(things.size())));
            return List.of();
        }
        List<StandardRecord> named = new ArrayList<>();
        for (int place = 0; place < things.size(); place++) {
            String shape = things.get(place).getOrDefault("shape", "");
            if (!KnownThings.SHAPES.contains(shape)) {
                faults.add(new Problem.Fault(
                        "/things/" + place + "/shape",
                        "one of " + String.join(", ", new TreeSet<>(KnownThings.SHAPES)),
                        shape.isEmpty() ? "nothing" : shape));
                continue;
            }
            StandardRecord.Builder thing = StandardRecord.of(Standard.shape(shape));
            things.get(place)
                    .forEach((field, text) ->
                            Standard.shape(shape).find(field).ifPresent(found -> thing.read(found, text)));
            named.add(thing.build());
        }
        return named;
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
                Reason.of(match.why()),
                match.contacts());
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
        asked.named()
                .forEach(thing -> words.add(new java.util.TreeMap<>(thing)
                        .entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("shape"))
                                .map(Map.Entry::getValue)
                                .collect(java.util.stream.Collectors.joining(" ", thing.get("shape") + " ", ""))));
        return String.join(", ", words);
    }
}
