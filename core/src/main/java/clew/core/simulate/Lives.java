package clew.core.simulate;

import java.util.function.Consumer;

/**
 * Ordinary life as agencies come to know it, over {@link RegionSettings#YEARS} years. The rates in {@link Everyday} and {@link Childhood} are means for somebody of average risk;
 * they follow published national counts in order of size (about one recorded crime for ten people a year, one contact with social care for seven children a year).
 */
final class Lives {

    private final World world;

    Lives(World world) {
        this.world = world;
    }

    /** Everything that agencies wrote of a household's members. */
    void of(Household household, Consumer<Event> events) {
        for (Person person : household.members()) {
            new Everyday(world, person, household, events).live();
            if (world.ageNow(person) < 18 + RegionSettings.YEARS) {
                new Childhood(world, person, household, events).live();
            }
        }
    }
}
