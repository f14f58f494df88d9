package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.Matching;
import clew.app.ledger.Look;
import clew.app.store.Rights;
import clew.core.standard.Inclusion;
import clew.core.standard.Types;
import clew.core.standard.Violation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /api/roll-lookups}: of whom on a whole roll (pupils, licence holders) something is held, as far as the caller may see it. Asked under a dated impact assessment.
 * Nothing of the roll stays: the ledger's row says of which kind it was, under which assessment, how many stood on it, and which records were shown.
 */
@RestController
class RollCall {

    static final int MOST = 200;
    private static final int MOST_MATCHES = 5;
    static final int LONGEST_REFERENCE = 100;

    private final Matching matching;
    private final Clock clock = Clock.systemUTC();

    RollCall(Matching matching) {
        this.matching = matching;
    }

    /**
     * Somebody on the roll.
     *
     * @param key the caller's own, by which the answer names them
     * @param person fields of a person of the standard, as texts
     * @param identifiers any identifiers of the standard
     */
    record OnRoll(
            @Nullable String key,
            @Nullable Map<String, String> person,
            @Nullable List<String> identifiers) {

        Map<String, String> said() {
            return person == null ? Map.of() : person;
        }

        List<String> bearing() {
            return identifiers == null
                    ? List.of()
                    : identifiers.stream()
                            .filter(one -> !one.isBlank())
                            .limit(MOST_MATCHES)
                            .toList();
        }

        boolean isTooLittle() {
            long parts =
                    said().values().stream().filter(text -> !text.isBlank()).count();
            return key == null || key.isBlank() || parts < 2 && bearing().isEmpty();
        }
    }

    /**
     * The roll.
     *
     * @param kind a code or wording of the standard's list {@code roll_kind}
     * @param impactAssessment its reference
     * @param impactAssessmentDate the day it was signed
     */
    record Roll(
            @Nullable String kind,
            @Nullable String impactAssessment,
            @Nullable LocalDate impactAssessmentDate,
            @Nullable List<OnRoll> people) {}

    /** A person of whom something is held: the roll's own key and records by which they are read. Whoever is not told of is not held, or not for the caller to know. */
    record Found(String key, List<UUID> onePerson, List<UUID> mayBe, List<HeldElsewhere> heldElsewhere) {}

    @EntryPoint(value = Action.SEARCH, note = "a roll called")
    @PostMapping(value = "/api/roll-lookups", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> find(@RequestBody Roll roll, Rights rights, Look look) {
        List<Problem.Fault> faults = faults(roll);
        if (!faults.isEmpty()) {
            return Problem.of(422, "roll-refused", "This roll cannot be looked up", faults)
                    .answer();
        }
        List<OnRoll> people = roll.people() == null ? List.of() : roll.people();
        List<Found> found = new ArrayList<>();
        for (OnRoll one : people) {
            found(one, rights).ifPresent(found::add);
        }
        Set<UUID> shown = new HashSet<>();
        found.forEach(one -> {
            shown.addAll(one.onePerson());
            shown.addAll(one.mayBe());
        });
        look.searchedFor("a roll of kind %s, impact assessment %s of %s: %,d people, of whom %,d found"
                .formatted(
                        roll.kind(),
                        roll.impactAssessment(),
                        roll.impactAssessmentDate(),
                        people.size(),
                        found.size()));
        look.at(shown);
        return ResponseEntity.ok(Map.of("people", found));
    }

    private Optional<Found> found(OnRoll one, Rights rights) {
        List<String> identifiers = one.bearing();
        Matching.Matches matches = matching.find(rights, Matching.described(one.said(), identifiers), identifiers);
        List<UUID> same = records(matches, true);
        List<UUID> perhaps = records(matches, false);
        return same.isEmpty() && perhaps.isEmpty() && matches.elsewhere().isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(Objects.requireNonNull(one.key()), same, perhaps, matches.elsewhere()));
    }

    private static List<UUID> records(Matching.Matches matches, boolean same) {
        return matches.matches().stream()
                .filter(match -> match.same() == same)
                .limit(MOST_MATCHES)
                .map(match -> match.person().record())
                .toList();
    }

    private List<Problem.Fault> faults(Roll roll) {
        List<Problem.Fault> faults = new ArrayList<>();
        if (roll.kind() == null || roll.kind().isBlank()) {
            faults.add(new Problem.Fault("/kind", "a kind of roll", "nothing"));
        }
        LocalDate signed = roll.impactAssessmentDate();
        for (Violation violation : new Inclusion(
                        null, null, null, null, roll.kind(), roll.impactAssessment(), signed, null)
                .violations()) {
            faults.add(new Problem.Fault("/impactAssessment", violation.expected(), violation.found()));
        }
        if (roll.impactAssessment() != null && roll.impactAssessment().length() > LONGEST_REFERENCE) {
            faults.add(new Problem.Fault(
                    "/impactAssessment", "a reference of " + LONGEST_REFERENCE + " letters or fewer", "more"));
        }
        if (signed != null && signed.isAfter(LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME))) {
            faults.add(new Problem.Fault("/impactAssessmentDate", "a day that has come", "a later one"));
        }
        List<OnRoll> people = roll.people() == null ? List.of() : roll.people();
        if (people.isEmpty() || people.size() > MOST) {
            faults.add(new Problem.Fault("/people", "1 to " + MOST + " people", String.valueOf(people.size())));
        }
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).isTooLittle()) {
                faults.add(new Problem.Fault(
                        "/people/" + i, "a key, and two fields of a person or an identifier", "less"));
            }
        }
        return faults;
    }
}
