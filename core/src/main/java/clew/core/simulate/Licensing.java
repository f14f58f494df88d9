package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.util.List;

/** A licensing authority: taxi and private hire drivers with their vehicles and operators, and complaints about them. */
final class Licensing implements Agency {

    private static final int OPERATORS = 4;

    private final Office office;
    private final Region region;

    Licensing(Office office, Region region) {
        this.office = office;
        this.region = region;
    }

    @Override
    public Recorded record(Event event) {
        return switch (event.kind()) {
            case DRIVER_LICENCE -> licence(event);
            case LICENSING_COMPLAINT -> complaint(event);
            default ->
                throw new IllegalArgumentException("expected an event that licensing records, found " + event.kind());
        };
    }

    private Recorded licence(Event event) {
        Row row = base(event, "PH");
        Draw draw = Draw.of(event.chance(), "licence");
        row.put("expires", event.occurred().plusYears(3))
                .put("kind", draw.chance(0.7) ? "private hire" : "hackney carriage");
        row.put(
                "status",
                draw.pick(List.of("current", "current", "current", "current", "expired", "surrendered", "suspended")));
        operator(row, event.authority(), draw.below(OPERATORS));
        office.extract("drivers").write(row);
        if (event.vehicle() != null) {
            office.extract("vehicles").write(row);
        }
        return office.recorded("drivers", "licence", String.valueOf(row.get("key")));
    }

    private void operator(Row row, int authority, int number) {
        String town = region.town(authority, number % region.townsIn());
        Draw draw = Draw.of(authority, "operator", number);
        row.put("operator.key", "OP" + (number + 1)).put("operator.name", PlaceNames.operator(draw, town));
        row.put("operator.phone", Phones.freephone(authority * (long) OPERATORS + number));
    }

    private Recorded complaint(Event event) {
        Row row = base(event, "LC").put("reason", event.detail());
        office.extract("complaints").write(row);
        return office.recorded("complaints", "event", String.valueOf(row.get("key")));
    }

    private Row base(Event event, String prefix) {
        Row row = new Row().event(event, office.reference(prefix, event), event.knownFrom());
        Part driver = event.first(Role.DRIVER).orElseThrow();
        row.person("driver", office.entry(driver, event));
        if (event.vehicle() != null) {
            row.vehicle("vehicle", event.vehicle());
        }
        if (event.place() != null) {
            office.place(row, "place", event.place());
        }
        return row;
    }
}
