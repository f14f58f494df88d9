package clew.core.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who knows whom, and what people are called. Friends are the same each time they are asked for; none of it reads the origin of names. */
final class Acquaintances {

    private static final int TRIES = 12;
    private static final int NEIGHBOURHOOD = 900;
    private static final List<String> PREFIXES =
            List.of("Big", "Little", "Young", "Lanky", "Smiley", "Fast", "Quiet", "Uncle", "Tall", "Red");
    private static final List<String> BY_THING = List.of(
            "Captain", "Rocky", "Tiger", "Chef", "Boxer", "Skipper", "Ace", "Duke", "Bear", "Flash", "Wheels", "Champ");

    private final RegionSettings settings;
    private final Population population;

    Acquaintances(RegionSettings settings, Population population) {
        this.settings = settings;
        this.population = population;
    }

    /** Anybody of an authority in an age range; after a number of tries, anybody. */
    Person stranger(int authority, int fromAge, int toAge, LocalDate day, Draw draw) {
        int first = population.firstPersonOf(population.region().firstHouseholdOf(authority));
        int end = population.firstPersonOf(population.region().firstHouseholdOf(authority + 1));
        Person person = population.person(draw.between(first, end - 1));
        for (int i = 1; i < TRIES && !isAged(person, fromAge, toAge, day); i++) {
            person = population.person(draw.between(first, end - 1));
        }
        return person;
    }

    private static boolean isAged(Person person, int from, int to, LocalDate day) {
        return person.ageOn(day) >= from && person.ageOn(day) <= to;
    }

    /** The nth friend of a person, near in age and living near or in the same home; empty when there is none. */
    Optional<Person> friend(Person person, int nth, LocalDate day) {
        Draw draw = Draw.of(settings.seed(), "friend", person.ordinal(), nth);
        List<Person> home = population.household(person.household()).members();
        if (person.standing() == Person.Standing.IN_CHILDRENS_HOME && draw.chance(0.6)) {
            return Optional.of(home.get(draw.below(home.size()))).filter(other -> other.ordinal() != person.ordinal());
        }
        for (int i = 0; i < TRIES; i++) {
            int ordinal = person.ordinal() + draw.between(-NEIGHBOURHOOD, NEIGHBOURHOOD);
            if (ordinal >= 0 && ordinal < settings.people()) {
                Person other = population.person(ordinal);
                if (other.household() != person.household() && Math.abs(other.ageOn(day) - person.ageOn(day)) <= 3) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    /** What somebody is called where the family name is not known: a short form, a prefix and the given name, or a name that has nothing to do with it. */
    String nickname(Person person) {
        Draw draw = Draw.of(settings.seed(), "nickname", person.ordinal());
        return switch (draw.weighted(45, 30, 25)) {
            case 0 -> person.given().length() > 5 ? person.given().substring(0, 3) : person.given();
            case 1 ->
                draw.pick(PREFIXES) + " "
                        + (person.given().length() > 5 ? person.given().substring(0, 3) : person.given());
            default -> draw.pick(BY_THING);
        };
    }
}
