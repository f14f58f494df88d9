package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.util.List;

/** A hospital trust: attendances of children that a named professional flagged, and concerns from sexual health, one case at a time, never a feed. */
final class Health implements Agency {

    private final Office office;

    Health(Office office) {
        this.office = office;
    }

    @Override
    public Recorded record(Event event) {
        String use = switch (event.kind()) {
            case EMERGENCY_ATTENDANCE -> "emergency";
            case SEXUAL_HEALTH_CONCERN -> "sexual-health";
            default ->
                throw new IllegalArgumentException("expected an event that health records, found " + event.kind());
        };
        Part child = event.first(Role.CHILD).orElseThrow();
        Row row = new Row()
                .event(event, office.reference(use.equals("emergency") ? "ED" : "SH", event), event.knownFrom());
        row.person("child", office.entry(child, event));
        event.first(Role.ASSOCIATE).ifPresent(part -> accompanied(row, part, event));
        office.worker(row, "worker", "nurse", child.person().household(), 700);
        Draw draw = Draw.of(event.chance(), "health");
        row.put("consent", draw.pick(List.of("shared under safeguarding duty", "child agreed", "child agreed")));
        office.extract(use).write(row);
        return office.recorded(use, "event", String.valueOf(row.get("key")));
    }

    private void accompanied(Row row, Part part, Event event) {
        if (part.knownAs() != null) {
            row.put("with", part.knownAs())
                    .put("unidentified.truth", part.person().id())
                    .put("unidentified", row.get("key") + "-U");
        } else {
            row.person("associate", office.entry(part, event));
            row.put("with", row.get("associate.full"));
        }
    }
}
