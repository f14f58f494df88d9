package clew.core.simulate;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who lives in the region. Only the number of the first person of each household is kept (four bytes a household); a household or a person is made again, the same
 * each time, whenever it is asked for; a few thousand recent households are kept for speed. Thread-safe.
 */
final class Population {

    private final RegionSettings settings;
    private final Region region;
    private final int[] firstPerson;
    private final Families families;

    private static final int NHS_RANGE = 1_000_000;
    private static final int NINO_RANGE = 4_000_000;
    private static final int PLATES = 24_000_000;

    private static final int RECENT = 1 << 13;

    private final AtomicReferenceArray<Household> recent = new AtomicReferenceArray<>(RECENT);
    private final Scramble nhs;
    private final Scramble upns;
    private final Scramble ninos;
    private final Scramble mobiles;
    private final Scramble landlines;
    private final Scramble plates;

    private Population(RegionSettings settings, Region region, int[] firstPerson, Families families) {
        this.settings = settings;
        this.region = region;
        this.firstPerson = firstPerson;
        this.families = families;
        this.nhs = scramble(NHS_RANGE, "nhs");
        this.upns = scramble(1_000_000_000, "upn");
        this.ninos = scramble(NINO_RANGE, "nino");
        this.mobiles = scramble(settings.people(), "mobile");
        this.landlines = scramble(firstPerson.length, "landline");
        this.plates = scramble(PLATES, "plate");
    }

    private Scramble scramble(long modulus, String purpose) {
        return Scramble.of(modulus, Draw.hash(settings.seed(), purpose));
    }

    static Population of(RegionSettings settings, Names names) {
        int[] first = number(settings);
        Region region = new Region(settings, first.length);
        return new Population(settings, region, first, new Families(settings, region, names));
    }

    private static int[] number(RegionSettings settings) {
        int[] first = new int[settings.people()];
        int households = 0;
        int people = 0;
        while (people < settings.people()) {
            first[households] = people;
            people += Composition.of(settings.seed(), households).size();
            households++;
        }
        return Arrays.copyOf(first, households);
    }

    Region region() {
        return region;
    }

    int households() {
        return firstPerson.length;
    }

    /** A household; the same each time. */
    Household household(int index) {
        int slot = index & (RECENT - 1);
        Household seen = recent.get(slot);
        if (seen == null || seen.index() != index) {
            seen = make(index);
            recent.set(slot, seen);
        }
        return seen;
    }

    private Household make(int index) {
        int end = index + 1 < firstPerson.length ? firstPerson[index + 1] : settings.people();
        return families.household(index, firstPerson[index], end - firstPerson[index]);
    }

    Person person(int ordinal) {
        Household household = household(householdOf(ordinal));
        return household.members().get(ordinal - firstPerson[household.index()]);
    }

    int householdOf(int ordinal) {
        int found = Arrays.binarySearch(firstPerson, ordinal);
        return found >= 0 ? found : -found - 2;
    }

    @Nullable
    String nhs(Person person) {
        return person.ordinal() >= NHS_RANGE ? null : Numbers.nhs(nhs.of(person.ordinal()));
    }

    String upn(Person person) {
        return Numbers.upn(person.homeAuthority(), upns.of(person.ordinal()));
    }

    @Nullable
    String nino(Person person) {
        return person.ordinal() >= NINO_RANGE ? null : Numbers.nino(ninos.of(person.ordinal()));
    }

    /** The PNC id of one in eight of those over 10, by year of a first arrest; nobody else has one. */
    @Nullable
    String pnc(Person person) {
        return arrested(person) ? Numbers.pnc(arrestYear(person), person.ordinal()) : null;
    }

    /** The CRO number of those with a PNC id. */
    @Nullable
    String cro(Person person) {
        return arrested(person) ? Numbers.cro(arrestYear(person), person.ordinal()) : null;
    }

    private boolean arrested(Person person) {
        int share = person.sex() == Sex.MALE ? 18 : 5;
        return person.ageOn(settings.referenceDate()) > 11
                && Draw.of(settings.seed(), "arrested", person.ordinal()).below(100) < share;
    }

    private int arrestYear(Person person) {
        int now = settings.referenceDate().getYear();
        int eleven = Math.max(1995, person.born().getYear() + 11);
        return eleven
                + Draw.of(settings.seed(), "arrest year", person.ordinal()).below(Math.max(1, now - eleven));
    }

    @Nullable
    String mobile(Person person) {
        return Phones.mobile(mobiles.of(person.ordinal()));
    }

    @Nullable
    String landline(int household) {
        return Phones.landline(landlines.of(household));
    }

    /** The household's first vehicle, or its second; six in ten have one. */
    Optional<Vehicle> vehicle(int household, int nth) {
        Draw draw = Draw.of(settings.seed(), "vehicle", household, nth);
        return draw.chance(nth == 0 ? 0.6 : 0.2)
                ? Optional.of(Vehicle.draw(household * 2L + nth, plates, draw))
                : Optional.empty();
    }

    /** A vehicle that no household has. */
    Vehicle otherVehicle(long serial) {
        Draw draw = Draw.of(settings.seed(), "other vehicle", serial);
        return Vehicle.draw(households() * 2L + serial, plates, draw);
    }

    int firstPersonOf(int household) {
        return household < firstPerson.length ? firstPerson[household] : settings.people();
    }
}
