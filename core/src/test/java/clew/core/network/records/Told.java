package clew.core.network.records;

import clew.core.standard.Common;
import clew.core.standard.EventShape;
import clew.core.standard.IntelligenceShape;
import clew.core.standard.InvolvementShape;
import clew.core.standard.PersonShape;
import clew.core.standard.PlaceShape;
import clew.core.standard.Postcode;
import clew.core.standard.Reference;
import clew.core.standard.RelationshipShape;
import clew.core.standard.StandardRecord;
import clew.core.standard.UncertainDate;
import clew.core.standard.VehicleRegistration;
import clew.core.standard.VehicleShape;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Records of the standard as a test tells them, by short names. */
final class Told {
    static final LocalDate RECEIVED = LocalDate.of(2026, 6, 1);

    /** A record with its sender. */
    record Sent(UUID id, String agency, StandardRecord record) {}

    private final List<Sent> sent = new ArrayList<>();

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Reference to(String shape, String name) {
        return new Reference(shape, id(name));
    }

    List<Sent> sent() {
        return sent;
    }

    Told send(String name, String agency, StandardRecord record) {
        sent.add(new Sent(id(name), agency, record));
        return this;
    }

    Told person(String name, String agency, String born) {
        StandardRecord.Builder person = StandardRecord.of(PersonShape.SHAPE);
        if (!born.isEmpty()) {
            person.set(PersonShape.DATE_OF_BIRTH, UncertainDate.read(born).orThrow());
        }
        return send(name, agency, person.build());
    }

    Told place(String name, String agency, String called, String postcode, String type) {
        StandardRecord.Builder place = StandardRecord.of(PlaceShape.SHAPE).set(PlaceShape.NAME, called);
        if (!postcode.isEmpty()) {
            place.set(PlaceShape.POSTCODE, Postcode.TYPE.read(postcode).orThrow());
        }
        if (!type.isEmpty()) {
            place.code(PlaceShape.LOCATION_TYPE, type);
        }
        return send(name, agency, place.build());
    }

    Told vehicle(String name, String agency, String mark) {
        return send(
                name,
                agency,
                StandardRecord.of(VehicleShape.SHAPE)
                        .set(
                                VehicleShape.REGISTRATION,
                                VehicleRegistration.TYPE.read(mark).orThrow())
                        .build());
    }

    Told event(String name, String agency, String type, String when, String place) {
        StandardRecord.Builder event = StandardRecord.of(EventShape.SHAPE)
                .code(EventShape.EVENT_TYPE, type)
                .set(EventShape.RECORDED_ON, RECEIVED.minusDays(10));
        if (!when.isEmpty()) {
            event.set(Common.OCCURRED, UncertainDate.read(when).orThrow());
        }
        if (!place.isEmpty()) {
            event.set(EventShape.PLACE, to("place", place));
        }
        return send(name, agency, event.build());
    }

    Told role(String event, String agency, String person, String role) {
        return send(
                event + "/" + person + "/" + role,
                agency,
                StandardRecord.of(InvolvementShape.SHAPE)
                        .set(InvolvementShape.EVENT, to("event", event))
                        .set(InvolvementShape.PERSON, to("person", person))
                        .code(InvolvementShape.ROLE, role)
                        .build());
    }

    Told relation(String one, String other, String agency, String reason) {
        return send(
                one + "/" + other,
                agency,
                StandardRecord.of(RelationshipShape.SHAPE)
                        .set(RelationshipShape.PERSON, to("person", one))
                        .set(RelationshipShape.OTHER_PERSON, to("person", other))
                        .code(RelationshipShape.REASON, reason)
                        .build());
    }

    static StandardRecord.Builder intelligence(String source, String information, String... people) {
        StandardRecord.Builder item = StandardRecord.of(IntelligenceShape.SHAPE)
                .code(IntelligenceShape.SOURCE_EVALUATION, source)
                .code(IntelligenceShape.INFORMATION_ASSESSMENT, information)
                .set(IntelligenceShape.SUBMITTED_ON, RECEIVED.minusDays(5));
        for (String person : people) {
            item.set(IntelligenceShape.PERSON, to("person", person));
        }
        return item;
    }

    RecordNetwork network() {
        return network(sent, Persons.APART);
    }

    static RecordNetwork network(List<Sent> sent, Persons persons) {
        RecordNetwork.Builder builder = new RecordNetwork.Builder();
        sent.forEach(one -> builder.add(one.id(), one.agency(), RECEIVED, one.record()));
        return builder.build(persons);
    }
}
