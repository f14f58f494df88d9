package clew.core.simulate;

import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;

/** The safeguarding system that the schools of one authority share: concerns about single children. Rolls and attendance are no records here. */
final class Schools implements Agency {

    private final Office office;
    private final Region region;

    Schools(Office office, Region region) {
        this.office = office;
        this.region = region;
    }

    @Override
    public Recorded record(Event event) {
        Part child = event.first(Role.CHILD).orElseThrow();
        Row row = new Row().event(event, office.reference("SG", event), event.knownFrom());
        row.person("child", office.entry(child, event)).put("category", event.detail());
        office.place(row, "school", school(child.person(), event));
        office.worker(row, "worker", "dsl", child.person().household() / 9 * 9, 400);
        event.first(Role.ASSOCIATE)
                .ifPresent(part -> row.put(
                                "nickname",
                                part.knownAs() != null
                                        ? part.knownAs()
                                        : part.person().given())
                        .put("unidentified.truth", part.person().id())
                        .put("unidentified", row.get("key") + "-U"));
        if (event.vehicle() != null) {
            row.vehicle("vehicle", event.vehicle());
        }
        office.extract("concerns").write(row);
        return office.recorded("concerns", "event", String.valueOf(row.get("key")));
    }

    // Secondary schools have the numbers that three divides.
    private Place school(Person child, Event event) {
        int schools = region.placesOf(Place.Kind.SCHOOL);
        int near = Math.floorMod(child.household(), schools);
        boolean secondary = child.ageOn(event.occurred()) > 10;
        int number = secondary ? near / 3 * 3 : schools == 1 ? 0 : near % 3 == 0 ? (near + 1) % schools : near;
        return region.place(event.authority(), Place.Kind.SCHOOL, number);
    }
}
