package clew.app.api;

import clew.app.access.Action;
import clew.app.access.EntryPoint;
import clew.app.identity.EarlierContacts;
import clew.app.identity.HeldElsewhere;
import clew.app.identity.PersonPages;
import clew.app.identity.PersonView;
import clew.app.identity.PersonView.FieldRow;
import clew.app.identity.PersonView.Person;
import clew.app.identity.PersonView.Source;
import clew.app.ledger.Look;
import clew.app.review.Decided;
import clew.app.review.Histories;
import clew.app.review.Histories.Step;
import clew.app.store.Rights;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/persons/{id}}: a person as the caller may see them, why their records are thought to be one, and how they came to be. */
@RestController
class PersonCall {

    private final PersonView persons;
    private final PersonPages pages;
    private final Histories histories;
    private final EarlierContacts contacts;

    PersonCall(PersonView persons, PersonPages pages, Histories histories, EarlierContacts contacts) {
        this.contacts = contacts;
        this.persons = persons;
        this.pages = pages;
        this.histories = histories;
    }

    /** A person: what each record says, in the order of the records. */
    record Told(
            UUID record,
            String name,
            String age,
            List<Source> records,
            List<ToldField> fields,
            EarlierContacts.Counted contacts,
            List<HeldElsewhere> heldElsewhere) {}

    /** @param values one list for each record; empty where it does not say */
    record ToldField(String name, String title, List<List<String>> values) {}

    /** Why two of the records are thought to be one person. */
    record Why(UUID left, UUID right, double probability, boolean confirmed, Reason reason) {}

    /** Something that happened to this person. */
    record How(
            Instant at,
            String what,
            @Nullable UUID subject,
            @Nullable UUID other,
            String by,
            String reason) {

        static How of(Step step) {
            return switch (step) {
                case Step.Received one ->
                    new How(
                            one.at(),
                            one.withdrawn() ? "record_withdrawn" : one.first() ? "record_received" : "record_changed",
                            one.record(),
                            null,
                            one.agency(),
                            "");
                case Step.Issued one -> new How(one.at(), "person_issued", one.person(), null, "", "");
                case Step.Joined one -> new How(one.at(), "persons_joined", one.from(), one.to(), "", "");
                case Step.Split one -> new How(one.at(), "person_split", one.person(), null, "", "");
                case Step.Made one -> decided(one.decided());
            };
        }

        private static How decided(Decided decided) {
            return new How(
                    decided.at(),
                    decided.kind() + (decided.withdrawn() ? ", withdrawn since" : ""),
                    decided.id(),
                    null,
                    decided.by() + ", " + decided.agency(),
                    decided.reason());
        }
    }

    @EntryPoint(value = Action.READ, note = "person called")
    @GetMapping("/api/persons/{id}")
    ResponseEntity<Object> person(@PathVariable UUID id, Rights rights, Look look) {
        return answer(
                id,
                "",
                rights,
                look,
                person -> new Told(
                        person.record(),
                        person.name(),
                        person.age().name().toLowerCase(Locale.ROOT),
                        person.records(),
                        person.fields().stream().map(PersonCall::told).toList(),
                        contacts.of(rights, records(person)),
                        person.elsewhere()));
    }

    @EntryPoint(value = Action.READ, note = "reasons of a person called")
    @GetMapping("/api/persons/{id}/why")
    ResponseEntity<Object> why(@PathVariable UUID id, Rights rights, Look look) {
        return answer(
                id,
                "/why",
                rights,
                look,
                person -> person.links().stream()
                        .map(link -> new Why(
                                link.left(),
                                link.right(),
                                link.probability(),
                                link.confirmed(),
                                Reason.of(link.explanation())))
                        .toList());
    }

    @EntryPoint(value = Action.READ, note = "history of a person called")
    @GetMapping("/api/persons/{id}/how")
    ResponseEntity<Object> how(@PathVariable UUID id, Rights rights, Look look) {
        return answer(
                id,
                "/how",
                rights,
                look,
                person -> histories.of(rights, records(person)).stream()
                        .map(How::of)
                        .toList());
    }

    private ResponseEntity<Object> answer(
            UUID id, String part, Rights rights, Look look, Function<Person, Object> told) {
        Optional<Person> person = persons.of(rights, id, null);
        if (person.isPresent()) {
            look.at(id).at(records(person.get()));
            return ResponseEntity.ok(told.apply(person.get()));
        }
        UUID record = pages.recordOf(rights, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        look.at(record);
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create("/api/persons/" + record + part))
                .build();
    }

    private static List<UUID> records(Person person) {
        return person.records().stream().map(Source::record).toList();
    }

    private static ToldField told(FieldRow field) {
        return new ToldField(
                field.name(),
                field.title(),
                field.values().stream().map(PersonView.Value::given).toList());
    }
}
