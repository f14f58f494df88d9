package clew.core.simulate;

import clew.core.simulate.Event.Kind;
import clew.core.simulate.Event.Part;
import clew.core.simulate.Event.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ordinary life as agencies come to know it, over {@link RegionSettings#YEARS} years: victims of everyday crime, stop checks, contacts with social care, concerns at school,
 * children who go missing and are spoken to, licences. Rates are means for somebody of average risk; they follow published national counts in order of size (about one recorded
 * crime for ten people a year, one contact with social care for five children a year).
 */
final class Lives {

    private static final double CRIME_OF_ADULT = 0.27;
    private static final double CRIME_OF_CHILD = 0.08;
    private static final double STOP_OF_YOUNG_MAN = 0.09;
    private static final double INTELLIGENCE = 0.008;
    private static final double CONTACT = 0.42;
    private static final double SCHOOL_CONCERN = 0.33;
    private static final double EMERGENCY = 0.045;
    private static final double SEXUAL_HEALTH = 0.012;
    private static final double SUPPORT = 0.03;
    private static final double MISSING_FROM_HOME = 0.05;
    private static final double MISSING_FROM_FOSTER_CARE = 0.35;
    private static final double MISSING_FROM_CHILDRENS_HOME = 1.8;
    private static final int DRIVERS_PER_THOUSAND_MEN = 14;

    private final RegionSettings settings;
    private final Population population;
    private final Acquaintances acquaintances;
    private final Calendar calendar;

    Lives(RegionSettings settings, Population population) {
        this.settings = settings;
        this.population = population;
        this.acquaintances = new Acquaintances(settings, population);
        this.calendar = new Calendar(settings);
    }

    /** Everything that agencies wrote of a household's members. */
    void of(Household household, Consumer<Event> events) {
        for (Person person : household.members()) {
            new Life(person, household, events).live();
        }
    }

    /** Whether somebody is licensed to drive a taxi or private hire vehicle. */
    boolean drives(Person person) {
        int age = person.ageOn(settings.referenceDate());
        int share = person.sex() == Sex.MALE ? DRIVERS_PER_THOUSAND_MEN : 1;
        return age >= 24
                && age <= 70
                && Draw.of(settings.seed(), "drives", person.ordinal()).below(1_000) < share;
    }

    /** One person's events. */
    private final class Life {
        private final Person person;
        private final Household household;
        private final Consumer<Event> events;
        private final Draw draw;
        private final double risk;
        private final int here;

        Life(Person person, Household household, Consumer<Event> events) {
            this.person = person;
            this.household = household;
            this.events = events;
            this.draw = Draw.of(settings.seed(), "life", person.ordinal());
            this.risk = household.risk();
            this.here = household.authority();
        }

        void live() {
            times(person.ageOn(settings.referenceDate()) >= 18 ? CRIME_OF_ADULT : CRIME_OF_CHILD, this::crime);
            times(person.sex() == Sex.MALE ? STOP_OF_YOUNG_MAN : STOP_OF_YOUNG_MAN / 6, this::stop);
            times(INTELLIGENCE, this::intelligence);
            licence();
            if (person.lookedAfter()) {
                care();
            }
            times(CONTACT, this::contact);
            times(SCHOOL_CONCERN, this::schoolConcern);
            times(EMERGENCY, this::emergency);
            times(SEXUAL_HEALTH, this::sexualHealth);
            times(SUPPORT, this::support);
            times(missingRate(), this::missing);
        }

        private void times(double rate, Consumer<LocalDate> what) {
            int number = draw.count(rate * risk);
            for (int i = 0; i < number; i++) {
                what.accept(calendar.day(draw));
            }
        }

        private double missingRate() {
            return switch (person.standing()) {
                case IN_CHILDRENS_HOME -> MISSING_FROM_CHILDRENS_HOME;
                case FOSTERED -> MISSING_FROM_FOSTER_CARE;
                default -> MISSING_FROM_HOME;
            };
        }

        private boolean aged(LocalDate day, int from, int to) {
            int age = person.ageOn(day);
            return !person.born().isAfter(day) && age >= from && age <= to;
        }

        private void emit(
                Kind kind,
                int authority,
                LocalDate day,
                int minute,
                List<Part> parts,
                @Nullable Place place,
                @Nullable Vehicle vehicle,
                String detail,
                String text) {
            LocalDate known = calendar.known(day, draw);
            events.accept(new Event(
                    kind, authority, day, minute, known, parts, place, vehicle, null, detail, text, draw.nextLong()));
        }

        private Place place(Place.Kind... kinds) {
            Place.Kind kind = kinds[draw.below(kinds.length)];
            return population
                    .region()
                    .place(here, kind, draw.below(population.region().placesOf(kind)));
        }

        private void crime(LocalDate day) {
            if (!aged(day, 4, 110)) {
                return;
            }
            List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.VICTIM)));
            if (draw.chance(0.45)) {
                boolean kin = household.members().size() > 1 && draw.chance(0.25);
                Person suspect = kin ? draw.pick(household.members()) : acquaintances.stranger(here, 12, 60, day, draw);
                if (suspect.ordinal() != person.ordinal() && suspect.ageOn(day) > 10) {
                    parts.add(new Part(suspect, Role.SUSPECT));
                }
            }
            if (draw.chance(0.25)) {
                Person witness = acquaintances.stranger(here, 10, 80, day, draw);
                if (parts.stream().noneMatch(part -> part.person().ordinal() == witness.ordinal())) {
                    parts.add(new Part(witness, Role.WITNESS));
                }
            }
            Place place = draw.chance(0.4)
                    ? population.region().dwelling(household)
                    : place(Place.Kind.STATION, Place.Kind.PARK, Place.Kind.SHOPPING_CENTRE, Place.Kind.TAKEAWAY);
            emit(
                    Kind.CRIME,
                    here,
                    day,
                    Calendar.anyTime(draw),
                    parts,
                    place,
                    null,
                    draw.pick(Texts.CRIMES),
                    draw.pick(Texts.CRIME_FLAGS));
        }

        private void stop(LocalDate day) {
            if (!aged(day, 13, 45)) {
                return;
            }
            Vehicle vehicle = person.ageOn(day) > 17
                    ? population.vehicle(household.index(), 0).orElse(null)
                    : null;
            List<Part> parts = new ArrayList<>(List.of(new Part(person, vehicle == null ? Role.SUBJECT : Role.DRIVER)));
            int friends = draw.weighted(60, 25, 10, 5);
            for (int i = 0; i < friends; i++) {
                acquaintances
                        .friend(person, i, day)
                        .filter(friend -> isNew(parts, friend))
                        .ifPresent(friend -> parts.add(new Part(friend, Role.ASSOCIATE)));
            }
            Place place = place(Place.Kind.PARK, Place.Kind.STATION, Place.Kind.TAKEAWAY, Place.Kind.SHOPPING_CENTRE);
            emit(Kind.STOP_CHECK, here, day, Calendar.evening(draw), parts, place, vehicle, draw.pick(Texts.STOPS), "");
        }

        private boolean isNew(List<Part> parts, Person friend) {
            return parts.stream().noneMatch(part -> part.person().ordinal() == friend.ordinal());
        }

        private void intelligence(LocalDate day) {
            if (!aged(day, 16, 70)) {
                return;
            }
            List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.SUBJECT)));
            acquaintances
                    .friend(person, 0, day)
                    .filter(friend -> draw.chance(0.4))
                    .ifPresent(friend -> parts.add(new Part(friend, Role.ASSOCIATE)));
            Vehicle vehicle =
                    draw.chance(0.4) ? population.vehicle(household.index(), 0).orElse(null) : null;
            emit(
                    Kind.INTELLIGENCE,
                    here,
                    day,
                    Calendar.evening(draw),
                    parts,
                    place(Place.Kind.HOTEL, Place.Kind.TAKEAWAY, Place.Kind.PARK),
                    vehicle,
                    "",
                    draw.pick(Texts.INTELLIGENCE));
        }

        private void licence() {
            if (drives(person)) {
                int licensed = draw.chance(0.85)
                        ? here
                        : (here + 1) % population.region().authorities();
                Vehicle vehicle = population
                        .vehicle(household.index(), 0)
                        .orElseGet(() -> population.otherVehicle(person.ordinal()));
                List<Part> parts = List.of(new Part(person, Role.DRIVER));
                emit(
                        Kind.DRIVER_LICENCE,
                        licensed,
                        calendar.day(draw),
                        Calendar.working(draw),
                        parts,
                        null,
                        vehicle,
                        "",
                        "");
                if (draw.chance(0.12)) {
                    Place place = place(Place.Kind.STATION, Place.Kind.SCHOOL, Place.Kind.SHOPPING_CENTRE);
                    emit(
                            Kind.LICENSING_COMPLAINT,
                            licensed,
                            calendar.day(draw),
                            Calendar.anyTime(draw),
                            parts,
                            place,
                            vehicle,
                            draw.pick(Texts.COMPLAINT_REASONS),
                            draw.pick(Texts.COMPLAINTS));
                }
            }
        }

        private void care() {
            LocalDate day = calendar.day(draw);
            if (aged(day, 0, 17)) {
                emit(Kind.PLACEMENT, person.homeAuthority(), day, Calendar.working(draw), child(), null, null, "", "");
            }
        }

        private List<Part> child() {
            return List.of(new Part(person, Role.CHILD));
        }

        private void contact(LocalDate day) {
            if (!aged(day, 0, 17)) {
                return;
            }
            List<Part> parts = new ArrayList<>(child());
            if (draw.chance(0.12)) {
                Person adult = acquaintances.stranger(here, 18, 70, day, draw);
                parts.add(new Part(adult, Role.ASSOCIATE, draw.chance(0.5) ? acquaintances.nickname(adult) : null));
            }
            int authority = person.homeAuthority();
            emit(
                    Kind.CONTACT,
                    authority,
                    day,
                    Calendar.working(draw),
                    parts,
                    draw.chance(0.1) ? place(Place.Kind.PARK, Place.Kind.TAKEAWAY, Place.Kind.STATION) : null,
                    null,
                    "",
                    draw.pick(Texts.CONTACTS));
            if (draw.chance(0.3)) {
                LocalDate later = calendar.within(day, 10, draw);
                emit(
                        Kind.ASSESSMENT,
                        authority,
                        later,
                        Calendar.working(draw),
                        child(),
                        null,
                        null,
                        draw.pick(Texts.FACTORS),
                        "");
            }
        }

        private void schoolConcern(LocalDate day) {
            if (!aged(day, 4, 17)) {
                return;
            }
            List<Part> parts = new ArrayList<>(child());
            if (draw.chance(0.1)) {
                Person adult = acquaintances.stranger(here, 17, 40, day, draw);
                parts.add(new Part(adult, Role.ASSOCIATE, acquaintances.nickname(adult)));
            }
            Vehicle car = draw.chance(0.05)
                    ? population
                            .vehicle(
                                    acquaintances
                                            .stranger(here, 20, 60, day, draw)
                                            .household(),
                                    0)
                            .orElse(null)
                    : null;
            emit(
                    Kind.SCHOOL_CONCERN,
                    here,
                    day,
                    Calendar.working(draw),
                    parts,
                    null,
                    car,
                    draw.pick(Texts.SCHOOL_CATEGORIES),
                    draw.pick(Texts.SCHOOL));
        }

        private void emergency(LocalDate day) {
            if (aged(day, 0, 17)) {
                List<Part> parts = new ArrayList<>(child());
                household
                        .carer()
                        .filter(carer -> draw.chance(0.6))
                        .ifPresent(carer -> parts.add(new Part(carer, Role.ASSOCIATE)));
                emit(
                        Kind.EMERGENCY_ATTENDANCE,
                        here,
                        day,
                        Calendar.evening(draw),
                        parts,
                        null,
                        null,
                        "",
                        draw.pick(Texts.EMERGENCY));
            }
        }

        private void sexualHealth(LocalDate day) {
            if (aged(day, 13, 17)) {
                emit(
                        Kind.SEXUAL_HEALTH_CONCERN,
                        here,
                        day,
                        Calendar.working(draw),
                        child(),
                        null,
                        null,
                        "",
                        draw.pick(Texts.SEXUAL_HEALTH));
            }
        }

        private void support(LocalDate day) {
            if (aged(day, 8, 17)) {
                emit(
                        Kind.SUPPORT_REFERRAL,
                        here,
                        day,
                        Calendar.working(draw),
                        child(),
                        null,
                        null,
                        draw.pick(Texts.REFERRERS),
                        "");
            }
        }

        private void missing(LocalDate day) {
            if (!aged(day, 10, 17)) {
                return;
            }
            Place found = draw.chance(0.5)
                    ? place(Place.Kind.STATION, Place.Kind.PARK, Place.Kind.TAKEAWAY, Place.Kind.SHOPPING_CENTRE)
                    : null;
            List<Part> parts = new ArrayList<>(List.of(new Part(person, Role.SUBJECT)));
            acquaintances
                    .friend(person, 0, day)
                    .filter(friend -> draw.chance(0.3))
                    .ifPresent(friend -> parts.add(new Part(friend, Role.ASSOCIATE)));
            emit(
                    Kind.MISSING_REPORT,
                    here,
                    day,
                    Calendar.evening(draw),
                    parts,
                    found,
                    null,
                    "",
                    draw.pick(Texts.MISSING));
            if (person.lookedAfter()) {
                emit(
                        Kind.MISSING_FROM_CARE,
                        person.homeAuthority(),
                        day,
                        Calendar.evening(draw),
                        child(),
                        found,
                        null,
                        "",
                        "");
            }
            if (draw.chance(0.55)) {
                interview(calendar.within(day, 4, draw), parts, found);
            }
        }

        private void interview(LocalDate day, List<Part> missing, @Nullable Place found) {
            List<Part> parts = new ArrayList<>(child());
            if (missing.size() > 1 && draw.chance(0.5)) {
                parts.add(new Part(missing.get(1).person(), Role.ASSOCIATE));
            } else if (draw.chance(0.2)) {
                Person adult = acquaintances.stranger(here, 17, 35, day, draw);
                parts.add(new Part(adult, Role.ASSOCIATE, acquaintances.nickname(adult)));
            }
            emit(
                    Kind.RETURN_INTERVIEW,
                    here,
                    day,
                    Calendar.working(draw),
                    parts,
                    draw.chance(0.5) ? found : null,
                    null,
                    "",
                    draw.pick(Texts.INTERVIEWS));
        }
    }
}
