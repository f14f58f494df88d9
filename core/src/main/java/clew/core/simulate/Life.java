package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A part of one person's ordinary life, told event by event. */
abstract class Life {

    final World world;
    final Person person;
    final Household household;
    final Draw draw;
    private final Consumer<Event> events;

    Life(World world, Person person, Household household, Consumer<Event> events) {
        this.world = world;
        this.person = person;
        this.household = household;
        this.events = events;
        this.draw = Draw.of(world.settings().seed(), getClass().getSimpleName(), person.ordinal());
    }

    /** Tells everything. */
    abstract void live();

    /** Tells something as often as its rate asks, on days of any time. */
    final void times(double rate, Consumer<LocalDate> what) {
        int number = draw.count(rate * household.risk());
        for (int i = 0; i < number; i++) {
            what.accept(world.calendar().day(draw));
        }
    }

    final boolean aged(LocalDate day, int from, int to) {
        int age = person.ageOn(day);
        return !person.born().isAfter(day) && age >= from && age <= to;
    }

    final int here() {
        return household.authority();
    }

    final Happening happening(Kind kind, LocalDate day, int minute, List<Part> parts) {
        return new Happening(kind, here(), day, minute, parts);
    }

    final void tell(Happening happening) {
        events.accept(happening.known(world.calendar(), draw));
    }

    /** A car that is somebody's, or none. */
    final @Nullable Vehicle anyCar(LocalDate day) {
        int owner = world.stranger(here(), 20, 60, day, draw).household();
        return world.population().vehicle(owner, 0).orElse(null);
    }

    /** A number that is somebody's, or in nobody's name. */
    final String anyPhone(LocalDate day) {
        Person owner = world.stranger(here(), 14, 60, day, draw);
        String mobile = world.population().mobile(owner);
        return mobile == null ? Phones.prepaid(draw.below(1_000)) : mobile;
    }

    final Place place(Place.Kind... kinds) {
        Place.Kind kind = kinds[draw.below(kinds.length)];
        return world.region().place(here(), kind, draw.below(world.region().placesOf(kind)));
    }
}
