package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Adults who go with children to school because of their work, and what children's services wrote down of such journeys. Each has a route with two or three children; now and then
 * another stands in. A planted one, from an agency that serves two authorities, is with another child each time. Only in a region in which something recurs
 * ({@link RegionSettings#recurring}).
 */
final class Escorts {
    private static final int ROUTES = 6;
    private static final double STAND_IN = 0.1;

    private final RegionSettings settings;
    private final World world;
    private final Groups groups;

    Escorts(World world) {
        this.settings = world.settings();
        this.world = world;
        this.groups = new Groups(world);
    }

    /** Somebody who is with another child each time, in two authorities that stand beside each other. */
    Recurring recurring(int number) {
        Draw draw = Draw.of(settings.seed(), "recurring worker", number);
        int first = draw.below(world.region().authorities());
        LocalDate from = settings.firstDay().plusDays(draw.between(60, settings.days() - 500));
        Person escort = groups.adult(first, from, List.of(), draw);
        List<Person> children = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        int journeys = draw.between(11, 14);
        for (int i = 0; i < journeys; i++) {
            int authority = (first + i % 2) % world.region().authorities();
            LocalDate day = from.plusDays(28L * i + draw.below(28));
            Person child = groups.child(authority, day, 1, children, draw);
            children.add(child);
            events.add(journey(authority, day, child, escort, draw));
        }
        return new Recurring(Recurring.Kind.WORKER, number, escort.id(), "", children, events);
    }

    /** The journeys of all others; none where nothing recurs. */
    List<Event> ordinary() {
        List<Event> events = new ArrayList<>();
        for (int authority = 0;
                settings.recurring() > 0 && authority < world.region().authorities();
                authority++) {
            routes(authority, events);
        }
        return events;
    }

    private void routes(int authority, List<Event> events) {
        Draw draw = Draw.of(settings.seed(), "routes", authority);
        List<Person> escorts = new ArrayList<>();
        for (int route = 0; route < ROUTES; route++) {
            escorts.add(groups.adult(authority, settings.firstDay(), escorts, draw));
        }
        List<Person> taken = new ArrayList<>();
        for (Person escort : escorts) {
            LocalDate from = settings.firstDay().plusDays(draw.between(20, settings.days() - 400));
            int seats = draw.between(2, 3);
            List<Person> children = new ArrayList<>();
            for (int seat = 0; seat < seats; seat++) {
                children.add(groups.child(authority, from, 380, taken, draw));
                taken.add(children.get(seat));
            }
            int journeys = draw.between(12, 20);
            for (int i = 0; i < journeys; i++) {
                Person with = draw.chance(STAND_IN) ? draw.pick(escorts) : escort;
                events.add(journey(authority, from.plusDays(draw.below(370)), draw.pick(children), with, draw));
            }
        }
    }

    private Event journey(int authority, LocalDate day, Person child, Person escort, Draw draw) {
        List<Part> parts = List.of(new Part(child, Role.CHILD), new Part(escort, Role.CARER));
        return new Happening(Kind.JOURNEY, authority, day, Calendar.working(draw), parts)
                .text(draw.pick(Texts.JOURNEYS))
                .known(world.calendar(), draw);
    }
}
