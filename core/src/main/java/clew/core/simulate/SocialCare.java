package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.util.List;

/** Children's social care of one authority, on one of three vendors' systems: contacts and referrals, assessments, placements, missing episodes of looked-after children, journeys with an escort. */
final class SocialCare implements Agency {

    private static final int CASELOAD = 120;

    private final Office office;
    private final Population population;

    SocialCare(Office office, Population population) {
        this.office = office;
        this.population = population;
    }

    @Override
    public Recorded record(Event event) {
        return switch (event.kind()) {
            case CONTACT -> contact(event);
            case ASSESSMENT -> write("assessments", "event", assessment(opened(event)));
            case PLACEMENT -> write("placements", "event", placement(opened(event)));
            case MISSING_FROM_CARE -> write("missing", "missing_episode", missing(opened(event)));
            case JOURNEY -> write("journeys", "event", journey(event));
            default ->
                throw new IllegalArgumentException("expected an event that social care records, found " + event.kind());
        };
    }

    // The other files know a child by key only, so a contact must have brought the child in.
    private Event opened(Event event) {
        Part child = event.first(Role.CHILD).orElseThrow();
        if (office.first(office.entry(child, event).key())) {
            contact(event.as(Event.Kind.CONTACT, List.of(child), Texts.OPENED));
        }
        return event;
    }

    private Recorded write(String use, String shape, Row row) {
        office.extract(use).write(row);
        return office.recorded(use, shape, String.valueOf(row.get("key")));
    }

    private Recorded contact(Event event) {
        Row row = base(event, "C");
        Part child = event.first(Role.CHILD).orElseThrow();
        Household household = population.household(child.person().household());
        office.first(String.valueOf(row.get("child.key")));
        household.carer().filter(carer -> !child.person().lookedAfter()).ifPresent(carer -> {
            row.person("carer", office.entry(carer, event.occurred(), event.chance()));
            row.put("relation", carer.sex() == Sex.FEMALE ? "mother" : "father");
        });
        event.first(Role.ASSOCIATE).ifPresent(part -> associate(row, part, event));
        Draw draw = Draw.of(event.chance(), "contact");
        row.put("referred", draw.chance(0.45) ? "Y" : "N")
                .put("need", draw.pick(List.of("N1", "N1", "N1", "N2", "N3", "N4", "N5", "N6")));
        row.put("sourcecode", draw.pick(List.of("1A", "1B", "1D", "2A", "2A", "3A", "4", "5B", "5B", "6", "9")));
        return write("contacts", "referral", row);
    }

    private void associate(Row row, Part part, Event event) {
        if (part.knownAs() != null) {
            row.put("nickname", part.knownAs())
                    .put("unidentified.truth", part.person().id())
                    .put("unidentified", row.get("key") + "-U");
        } else {
            row.person("associate", office.entry(part, event));
        }
    }

    private Row assessment(Event event) {
        Draw draw = Draw.of(event.chance(), "assessment");
        Row row = base(event, "A")
                .put("factors", event.detail())
                .put("end", event.occurred().plusDays(draw.between(12, 66)));
        return row.put("outcome", draw.pick(List.of("RC8", "RC8", "RC9", "RC7", "RC5")));
    }

    private Row placement(Event event) {
        Row row = base(event, "P");
        Part child = event.first(Role.CHILD).orElseThrow();
        Household household = population.household(child.person().household());
        office.place(row, "placement", population.region().dwelling(household));
        return row.put("type", household.kind() == Household.Kind.CHILDRENS_HOME ? "K2" : "U1")
                .put("provider", row.get("placement.name"));
    }

    private Row missing(Event event) {
        Draw draw = Draw.of(event.chance(), "missing");
        Row row = base(event, "M").put("status", draw.chance(0.8) ? "M" : "A");
        row.put("returned", event.occurred().atTime(event.time()).plusHours(draw.between(3, 60)))
                .put("offered", draw.chance(0.85) ? "Y" : "N");
        return row;
    }

    private Row journey(Event event) {
        Row row = new Row().event(event, office.reference("J", event), event.knownFrom());
        row.person("child", office.entry(event.first(Role.CHILD).orElseThrow(), event));
        return row.person("escort", office.entry(event.first(Role.CARER).orElseThrow(), event));
    }

    private Row base(Event event, String prefix) {
        Row row = new Row().event(event, office.reference(prefix, event), event.knownFrom());
        Part child = event.first(Role.CHILD).orElseThrow();
        Entry entry = office.entry(child, event);
        row.person("child", entry).put("child.lookedafter", child.person().lookedAfter() ? "looked_after" : "none");
        office.worker(row, "worker", "sw", child.person().household(), CASELOAD);
        if (event.place() != null) {
            office.place(row, "place", event.place());
        }
        if (event.vehicle() != null) {
            row.vehicle("vehicle", event.vehicle());
        }
        return row;
    }
}
