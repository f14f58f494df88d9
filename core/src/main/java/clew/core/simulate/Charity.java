package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;

/** A charity: return interviews after a child was missing, and children referred to it for support. Names are as children say them. */
final class Charity implements Agency {

    private final Office office;

    Charity(Office office) {
        this.office = office;
    }

    @Override
    public Recorded record(Event event) {
        return switch (event.kind()) {
            case RETURN_INTERVIEW -> interview(event);
            case SUPPORT_REFERRAL -> support(event);
            default ->
                throw new IllegalArgumentException("expected an event that charities record, found " + event.kind());
        };
    }

    private Recorded interview(Event event) {
        Draw draw = Draw.of(event.chance(), "interview");
        boolean held = event.parts().size() > 1 || event.place() != null || draw.chance(0.4);
        Row row = held ? base(event, "RI") : base(event.as(event.kind(), event.parts(), ""), "RI");
        row.put("offered", event.occurred().atTime(9, 0)).put("accepted", held ? "held" : "declined");
        row.put("held", held ? event.occurred().atTime(10 + draw.below(8), 30) : null);
        for (Part part : event.all(Role.ASSOCIATE)) {
            if (part.knownAs() != null) {
                row.put("nickname", part.knownAs())
                        .put("unidentified.truth", part.person().id())
                        .put("unidentified", row.get("key") + "-U");
            } else {
                row.person("friend", office.entry(part, event));
            }
        }
        office.extract("interviews").write(row);
        return office.recorded("interviews", "return_interview", String.valueOf(row.get("key")));
    }

    private Recorded support(Event event) {
        Row row = base(event, "SR").put("referrer", event.detail());
        office.worker(row, "worker", "support", event.parts().get(0).person().household(), 900);
        office.extract("support").write(row);
        return office.recorded("support", "referral", String.valueOf(row.get("key")));
    }

    private Row base(Event event, String prefix) {
        Row row = new Row().event(event, office.reference(prefix, event), event.knownFrom());
        Part child = event.first(Role.CHILD).orElseThrow();
        row.person("child", office.entry(child, event));
        if (event.place() != null) {
            office.place(row, "place", event.place());
        }
        if (event.vehicle() != null) {
            row.vehicle("vehicle", event.vehicle());
        }
        if (event.phone() != null) {
            row.phone("phone", event.phone());
        }
        return row;
    }
}
