package clew.core.simulate;

import java.time.LocalDate;

/** What everything that happens is made from. Thread-safe. */
record World(RegionSettings settings, Population population, Acquaintances acquaintances, Calendar calendar) {

    private static final int DRIVERS_PER_THOUSAND_MEN = 14;

    static World of(RegionSettings settings, Population population) {
        return new World(settings, population, new Acquaintances(settings, population), new Calendar(settings));
    }

    Region region() {
        return population.region();
    }

    int ageNow(Person person) {
        return person.ageOn(settings.referenceDate());
    }

    /** Whether somebody is licensed to drive a taxi or private hire vehicle. */
    boolean drives(Person person) {
        int share = person.sex() == Sex.MALE ? DRIVERS_PER_THOUSAND_MEN : 1;
        boolean aged = ageNow(person) >= 24 && ageNow(person) <= 70;
        return aged && Draw.of(settings.seed(), "drives", person.ordinal()).below(1_000) < share;
    }

    /** The vehicle that a driver or group member uses: the household's, or one of their own. */
    Vehicle vehicleOf(Person person) {
        return population.vehicle(person.household(), 0).orElseGet(() -> population.otherVehicle(person.ordinal()));
    }

    Person stranger(int authority, int fromAge, int toAge, LocalDate day, Draw draw) {
        return acquaintances.stranger(authority, fromAge, toAge, day, draw);
    }
}
