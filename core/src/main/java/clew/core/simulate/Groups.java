package clew.core.simulate;

import clew.core.simulate.Group.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plants groups. Members are drawn from everybody of the right age, by chance, without reading names or their origin; some draws ask for a boy, a disabled child, a child who is
 * looked after or a licensed driver, none of which depends on origin either.
 */
final class Groups {

    private static final int PEOPLE_A_GROUP = 1_000;
    private static final int PEOPLE_A_FURTHER_GROUP = 5_000;
    private static final int MANY_PEOPLE = 100_000;
    private static final int TRIES = 3_000;
    private static final double BOYS = 0.35;
    private static final double DISABLED = 0.2;
    private static final double LOOKED_AFTER = 0.25;
    private static final double MEN = 0.88;
    private static final double LICENSED = 0.12;

    private final RegionSettings settings;
    private final Population population;
    private final World world;

    Groups(World world) {
        this.settings = world.settings();
        this.population = world.population();
        this.world = world;
    }

    /** One group for 1,000 people up to 100,000, then one for 5,000 more: see decision 0053. */
    static int numberFor(int people) {
        return Math.max(
                1,
                Math.min(people, MANY_PEOPLE) / PEOPLE_A_GROUP
                        + Math.max(0, people - MANY_PEOPLE) / PEOPLE_A_FURTHER_GROUP);
    }

    Group group(int number) {
        Draw draw = Draw.of(settings.seed(), "group", number);
        int here = draw.below(population.region().authorities());
        int there = (here + 1 + draw.below(Math.min(3, population.region().authorities() - 1)))
                % population.region().authorities();
        int start = draw.between(20, settings.days() - 150);
        int days = Math.min(draw.between(110, 420), settings.days() - start - 20);
        LocalDate from = settings.firstDay().plusDays(start);
        List<Person> adults = new ArrayList<>();
        int men = draw.between(3, 7);
        while (adults.size() < men) {
            adults.add(adult(draw.chance(0.65) ? here : there, from, adults, draw));
        }
        List<Person> children = new ArrayList<>();
        int harmed = draw.between(3, 8);
        while (children.size() < harmed) {
            children.add(child(draw.chance(0.7) ? here : there, from, days, children, draw));
        }
        List<Place> places = places(here, there, adults, draw);
        List<Vehicle> vehicles = vehicles(number, adults, draw);
        String phone = draw.chance(0.6) ? Phones.ofGroup(number) : null;
        List<Meeting> meetings = meetings(from, days, adults, children, places, vehicles, draw);
        return new Group(number, List.copyOf(adults), List.copyOf(children), places, vehicles, phone, meetings);
    }

    Person adult(int authority, LocalDate from, List<Person> taken, Draw draw) {
        boolean man = draw.chance(MEN);
        boolean licensed = draw.chance(LICENSED);
        Predicate<Person> fit = person -> person.ageOn(from) >= 19 && person.ageOn(from) <= 55 && isNew(person, taken);
        Predicate<Person> wanted = person -> man == (person.sex() == Sex.MALE) && (!licensed || world.drives(person));
        return find(authority, fit, fit.and(wanted), draw);
    }

    Person child(int authority, LocalDate from, int days, List<Person> taken, Draw draw) {
        boolean boy = draw.chance(BOYS);
        boolean disabled = draw.chance(DISABLED);
        boolean lookedAfter = draw.chance(LOOKED_AFTER);
        LocalDate end = from.plusDays(days);
        Predicate<Person> fit = person -> person.ageOn(from) >= 11 && person.ageOn(end) <= 17 && isNew(person, taken);
        Predicate<Person> wanted = person -> boy == (person.sex() == Sex.MALE)
                && (!disabled || person.disabled())
                && (!lookedAfter || person.lookedAfter());
        return find(authority, fit, fit.and(wanted), draw);
    }

    private static boolean isNew(Person person, List<Person> taken) {
        return taken.stream().noneMatch(other -> other.ordinal() == person.ordinal());
    }

    // Looks for who is wanted, keeps the last who fits, and goes beyond the authority rather than give up.
    private Person find(int authority, Predicate<Person> fit, Predicate<Person> wanted, Draw draw) {
        int first = population.firstPersonOf(population.region().firstHouseholdOf(authority));
        int end = population.firstPersonOf(population.region().firstHouseholdOf(authority + 1));
        @Nullable Person found = null;
        for (int i = 0; i < TRIES; i++) {
            Person person = population.person(draw.between(first, end - 1));
            if (wanted.test(person)) {
                return person;
            }
            found = fit.test(person) ? person : found;
        }
        while (found == null) {
            Person person = population.person(draw.below(settings.people()));
            found = fit.test(person) ? person : null;
        }
        return found;
    }

    private List<Place> places(int here, int there, List<Person> adults, Draw draw) {
        List<Place> places = new ArrayList<>();
        places.add(
                population.region().dwelling(population.household(adults.get(0).household())));
        List<Place.Kind> kinds = List.of(
                Place.Kind.TAKEAWAY, Place.Kind.HOTEL, Place.Kind.PARK, Place.Kind.STATION, Place.Kind.SHOPPING_CENTRE);
        int number = draw.between(2, 4);
        for (int i = 0; i < number; i++) {
            Place.Kind kind = i == 0 ? Place.Kind.TAKEAWAY : draw.pick(kinds);
            Place place = population
                    .region()
                    .place(
                            draw.chance(0.7) ? here : there,
                            kind,
                            draw.below(population.region().placesOf(kind)));
            if (places.stream().noneMatch(other -> other.id().equals(place.id()))) {
                places.add(place);
            }
        }
        return List.copyOf(places);
    }

    private List<Vehicle> vehicles(int number, List<Person> adults, Draw draw) {
        List<Vehicle> vehicles = new ArrayList<>();
        for (Person adult : adults) {
            if (vehicles.size() < 3 && (world.drives(adult) || draw.chance(0.4))) {
                vehicles.add(world.vehicleOf(adult));
            }
        }
        if (vehicles.isEmpty()) {
            vehicles.add(population.otherVehicle((long) settings.people() + number));
        }
        return List.copyOf(vehicles);
    }

    private static List<Meeting> meetings(
            LocalDate from,
            int days,
            List<Person> adults,
            List<Person> children,
            List<Place> places,
            List<Vehicle> vehicles,
            Draw draw) {
        List<Meeting> meetings = new ArrayList<>();
        int number = draw.between(7, 16);
        for (int i = 0; i < number; i++) {
            List<Person> men = some(adults, i, draw);
            List<Person> harmed = some(children, i, draw);
            Vehicle vehicle = draw.chance(0.6) ? draw.pick(vehicles) : null;
            meetings.add(new Meeting(
                    0,
                    from.plusDays(draw.below(days)),
                    Calendar.evening(draw),
                    men,
                    harmed,
                    draw.pick(places),
                    vehicle));
        }
        meetings.sort(Comparator.comparing(Meeting::day).thenComparing(Meeting::minute));
        List<Meeting> numbered = new ArrayList<>();
        for (Meeting meeting : meetings) {
            numbered.add(new Meeting(
                    numbered.size() + 1,
                    meeting.day(),
                    meeting.minute(),
                    meeting.adults(),
                    meeting.children(),
                    meeting.place(),
                    meeting.vehicle()));
        }
        return List.copyOf(numbered);
    }

    // One to three; everybody comes round, so that nobody is a member who never met anyone.
    private static List<Person> some(List<Person> people, int meeting, Draw draw) {
        int number = Math.min(people.size(), 1 + draw.weighted(30, 50, 20));
        List<Person> some = new ArrayList<>(List.of(people.get(meeting % people.size())));
        while (some.size() < number) {
            Person person = draw.pick(people);
            if (isNew(person, some)) {
                some.add(person);
            }
        }
        return List.copyOf(some);
    }
}
