package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Plants what comes back without a group: a place where other children are found each time, a vehicle whose driver nobody knows, two adults who stop and come together again
 * elsewhere with other children, and a worker who is with other children each time ({@link Escorts}). Members are drawn as those of {@link Groups} are, and events are of the kinds and texts of ordinary life.
 */
final class Recurrences {

    private static final int LEAST_OCCASIONS = 8;
    private static final int MOST_OCCASIONS = 11;
    private static final int BREAK_DAYS = 240;
    private static final List<Place.Kind> EVERYWHERE = List.of(Place.Kind.TAKEAWAY, Place.Kind.HOTEL, Place.Kind.PARK);

    private final RegionSettings settings;
    private final World world;
    private final Groups groups;
    private final Escorts escorts;

    Recurrences(World world) {
        this.settings = world.settings();
        this.world = world;
        this.groups = new Groups(world);
        this.escorts = new Escorts(world);
    }

    /** One of each kind for each number below {@link RegionSettings#recurring}. */
    List<Recurring> all() {
        List<Recurring> all = new ArrayList<>();
        for (int number = 0; number < settings.recurring(); number++) {
            all.add(place(number));
            all.add(vehicle(number));
            all.add(pair(number));
            all.add(escorts.recurring(number));
        }
        return all;
    }

    private Recurring place(int number) {
        Draw draw = Draw.of(settings.seed(), "recurring place", number);
        int authority = draw.below(world.region().authorities());
        Place place = place(authority, Place.Kind.HOTEL, draw);
        List<Person> children = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (LocalDate day : days(draw)) {
            List<Person> there = children(authority, day, draw.between(2, 4), children, draw);
            Happening happening = draw.chance(0.6)
                    ? new Happening(Kind.STOP_CHECK, authority, day, Calendar.evening(draw), parts(there))
                            .detail(draw.pick(Texts.STOPS))
                    : new Happening(Kind.MISSING_REPORT, authority, day, Calendar.evening(draw), parts(there))
                            .text(draw.pick(Texts.MISSING));
            events.add(happening.at(place).known(world.calendar(), draw));
        }
        return new Recurring(Recurring.Kind.PLACE, number, place.id(), place.name(), children, events);
    }

    private Recurring vehicle(int number) {
        Draw draw = Draw.of(settings.seed(), "recurring vehicle", number);
        int authority = draw.below(world.region().authorities());
        Vehicle vehicle = world.population().otherVehicle((long) settings.people() + settings.groups() + number);
        List<Person> children = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (LocalDate day : days(draw)) {
            Happening happening = noticed(authority, day, children, draw);
            events.add(happening.with(vehicle).known(world.calendar(), draw));
        }
        return new Recurring(Recurring.Kind.VEHICLE, number, vehicle.id(), vehicle.plate(), children, events);
    }

    /** Somebody notices the vehicle with children: it is told at home, in school, on a return, or to the police. */
    private Happening noticed(int authority, LocalDate day, List<Person> known, Draw draw) {
        int who = draw.weighted(35, 25, 15, 25);
        List<Person> there = children(authority, day, who == 2 ? 1 : draw.between(2, 3), known, draw);
        List<Part> parts = new ArrayList<>(List.of(new Part(there.get(0), who == 3 ? Role.SUBJECT : Role.CHILD)));
        there.stream().skip(1).forEach(child -> parts.add(new Part(child, Role.ASSOCIATE)));
        return switch (who) {
            case 0 ->
                new Happening(Kind.RETURN_INTERVIEW, authority, day, Calendar.working(draw), parts)
                        .text(draw.pick(Texts.INTERVIEWS));
            case 1 ->
                new Happening(Kind.CONTACT, authority, day, Calendar.working(draw), parts)
                        .text(draw.pick(Texts.CONTACTS));
            case 2 ->
                new Happening(Kind.SCHOOL_CONCERN, authority, day, Calendar.working(draw), parts)
                        .detail(draw.pick(Texts.SCHOOL_CATEGORIES))
                        .text(draw.pick(Texts.SCHOOL));
            default ->
                new Happening(Kind.INTELLIGENCE, authority, day, Calendar.evening(draw), parts)
                        .at(place(authority, draw.pick(EVERYWHERE), draw))
                        .text(draw.pick(Texts.INTELLIGENCE));
        };
    }

    private Recurring pair(int number) {
        Draw draw = Draw.of(settings.seed(), "recurring pair", number);
        int first = draw.below(world.region().authorities());
        int second = (first + 1) % world.region().authorities();
        LocalDate from = settings.firstDay().plusDays(draw.between(40, 120));
        List<Person> adults = new ArrayList<>();
        adults.add(groups.adult(first, from, adults, draw));
        adults.add(groups.adult(first, from, adults, draw));
        List<Person> children = new ArrayList<>();
        List<Event> events = new ArrayList<>(spell(first, from, adults, children, draw));
        LocalDate again = events.get(events.size() - 1).occurred().plusDays(draw.between(BREAK_DAYS, 400));
        events.addAll(spell(second, again, adults, children, draw));
        String ids = adults.get(0).id() + ";" + adults.get(1).id();
        return new Recurring(Recurring.Kind.PAIR, number, ids, "", children, events);
    }

    /** Some five months in which two adults are seen with the same few children at two places. */
    private List<Event> spell(int authority, LocalDate from, List<Person> adults, List<Person> taken, Draw draw) {
        List<Person> children = children(authority, from, 4, taken, draw);
        List<Place> places =
                List.of(place(authority, Place.Kind.TAKEAWAY, draw), place(authority, Place.Kind.PARK, draw));
        List<Event> events = new ArrayList<>();
        int occasions = draw.between(5, 7);
        for (int i = 0; i < occasions; i++) {
            List<Part> parts = new ArrayList<>();
            adults.forEach(adult -> parts.add(new Part(adult, parts.isEmpty() ? Role.SUBJECT : Role.ASSOCIATE)));
            int left = i % children.size();
            for (int child = 0; child < children.size(); child++) {
                if (child != left) {
                    parts.add(new Part(children.get(child), Role.ASSOCIATE));
                }
            }
            LocalDate day = from.plusDays(26L * i + draw.below(20));
            events.add(new Happening(Kind.STOP_CHECK, authority, day, Calendar.evening(draw), parts)
                    .at(places.get(i % 2))
                    .detail(draw.pick(Texts.STOPS))
                    .known(world.calendar(), draw));
        }
        return events;
    }

    private Place place(int authority, Place.Kind kind, Draw draw) {
        return world.region().place(authority, kind, draw.below(world.region().placesOf(kind)));
    }

    private List<LocalDate> days(Draw draw) {
        int occasions = draw.between(LEAST_OCCASIONS, MOST_OCCASIONS);
        int start = draw.between(60, settings.days() - 420);
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < occasions; i++) {
            days.add(settings.firstDay().plusDays(start + 30L * i + draw.below(30)));
        }
        return days;
    }

    /** Children who were not there before. */
    private List<Person> children(int authority, LocalDate day, int number, List<Person> taken, Draw draw) {
        List<Person> there = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Person child = groups.child(authority, day, 1, taken, draw);
            taken.add(child);
            there.add(child);
        }
        return there;
    }

    private static List<Part> parts(List<Person> there) {
        List<Part> parts = new ArrayList<>();
        there.forEach(child -> parts.add(new Part(child, parts.isEmpty() ? Role.SUBJECT : Role.ASSOCIATE)));
        return parts;
    }
}
