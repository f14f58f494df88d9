package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What befalls people of any age: everyday crime, stop checks, intelligence, a licence to carry passengers. */
final class Everyday extends Life {

    private static final double CRIME_OF_ADULT = 0.27;
    private static final double CRIME_OF_CHILD = 0.08;
    private static final double STOP_OF_YOUNG_MAN = 0.09;
    private static final double INTELLIGENCE = 0.008;
    private static final double COMPLAINT = 0.12;

    Everyday(World world, Person person, Household household, Consumer<Event> events) {
        super(world, person, household, events);
    }

    @Override
    void live() {
        times(world.ageNow(person) >= 18 ? CRIME_OF_ADULT : CRIME_OF_CHILD, this::crime);
        times(person.sex() == Sex.MALE ? STOP_OF_YOUNG_MAN : STOP_OF_YOUNG_MAN / 6, this::stop);
        times(INTELLIGENCE, this::intelligence);
        if (world.drives(person)) {
            licence();
        }
    }

    private void crime(LocalDate day) {
        if (!aged(day, 4, 110)) {
            return;
        }
        List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.VICTIM)));
        if (draw.chance(0.45)) {
            add(parts, suspect(day), Role.SUSPECT, day);
        }
        if (draw.chance(0.25)) {
            add(parts, world.stranger(here(), 10, 80, day, draw), Role.WITNESS, day);
        }
        tell(happening(Kind.CRIME, day, Calendar.anyTime(draw), parts)
                .at(scene())
                .detail(draw.pick(Texts.CRIMES))
                .text(draw.pick(Texts.CRIME_FLAGS)));
    }

    private Person suspect(LocalDate day) {
        boolean kin = household.members().size() > 1 && draw.chance(0.25);
        return kin ? draw.pick(household.members()) : world.stranger(here(), 12, 60, day, draw);
    }

    private Place scene() {
        return draw.chance(0.4)
                ? world.region().dwelling(household)
                : place(Place.Kind.STATION, Place.Kind.PARK, Place.Kind.SHOPPING_CENTRE, Place.Kind.TAKEAWAY);
    }

    // Nobody twice, and nobody below the age of criminal responsibility (10).
    private static void add(List<Part> parts, Person who, Role role, LocalDate day) {
        boolean known = parts.stream().anyMatch(part -> part.person().ordinal() == who.ordinal());
        if (!known && who.ageOn(day) >= 10) {
            parts.add(new Part(who, role));
        }
    }

    private void stop(LocalDate day) {
        if (!aged(day, 13, 45)) {
            return;
        }
        Vehicle vehicle = person.ageOn(day) > 17 ? ownVehicle() : null;
        List<Part> parts = new ArrayList<>(List.of(new Part(person, vehicle == null ? Role.SUBJECT : Role.DRIVER)));
        if (vehicle != null && draw.chance(0.25)) {
            household.members().forEach(member -> add(parts, member, Role.ASSOCIATE, day));
        }
        int friends = draw.weighted(60, 25, 10, 5);
        for (int i = 0; i < friends; i++) {
            world.acquaintances().friend(person, i, day).ifPresent(friend -> add(parts, friend, Role.ASSOCIATE, day));
        }
        tell(happening(Kind.STOP_CHECK, day, Calendar.evening(draw), parts)
                .at(place(Place.Kind.PARK, Place.Kind.STATION, Place.Kind.TAKEAWAY, Place.Kind.SHOPPING_CENTRE))
                .with(vehicle)
                .detail(draw.pick(Texts.STOPS)));
    }

    private @Nullable Vehicle ownVehicle() {
        return world.population().vehicle(household.index(), 0).orElse(null);
    }

    private void intelligence(LocalDate day) {
        if (!aged(day, 16, 70)) {
            return;
        }
        List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.SUBJECT)));
        int friends = draw.weighted(35, 35, 20, 10);
        for (int i = 0; i < friends; i++) {
            world.acquaintances().friend(person, i, day).ifPresent(friend -> add(parts, friend, Role.ASSOCIATE, day));
        }
        if (draw.chance(0.3)) {
            Person unknown = world.stranger(here(), 17, 45, day, draw);
            parts.add(new Part(unknown, Role.ASSOCIATE, world.acquaintances().nickname(unknown)));
        }
        tell(happening(Kind.INTELLIGENCE, day, Calendar.evening(draw), parts)
                .at(place(Place.Kind.HOTEL, Place.Kind.TAKEAWAY, Place.Kind.PARK))
                .with(draw.chance(0.4) ? ownVehicle() : null)
                .calling(draw.chance(0.15) ? anyPhone(day) : null)
                .text(draw.pick(Texts.INTELLIGENCE)));
    }

    private void licence() {
        int authority =
                draw.chance(0.85) ? here() : (here() + 1) % world.region().authorities();
        Vehicle vehicle = world.vehicleOf(person);
        List<Part> parts = List.of(new Part(person, Role.DRIVER));
        LocalDate day = world.calendar().day(draw);
        tell(new Happening(Kind.DRIVER_LICENCE, authority, day, Calendar.working(draw), parts).with(vehicle));
        if (draw.chance(COMPLAINT)) {
            LocalDate journey = world.calendar().day(draw);
            tell(new Happening(Kind.LICENSING_COMPLAINT, authority, journey, Calendar.anyTime(draw), parts)
                    .at(place(Place.Kind.STATION, Place.Kind.SCHOOL, Place.Kind.SHOPPING_CENTRE))
                    .with(vehicle)
                    .detail(draw.pick(Texts.COMPLAINT_REASONS))
                    .text(draw.pick(Texts.COMPLAINTS)));
        }
    }
}
