package clew.core.simulate;

/**
 * The land: local authorities with their towns, streets and places. Households fill authorities in order, so that an authority is a run of household numbers. Nothing is kept;
 * an address or a place is worked out from its number.
 */
final class Region {

    private static final int PEOPLE_OF_THREE_AUTHORITIES = 20_000;
    private static final int HOUSEHOLDS_A_STREET = 36;
    private static final int OLD_NUMBERS_FROM = 60;

    private final RegionSettings settings;
    private final int households;
    private final int authorities;
    private final Scramble addresses;

    Region(RegionSettings settings, int households) {
        this.settings = settings;
        this.households = households;
        this.authorities = authoritiesFor(settings.people());
        this.addresses = Scramble.of(largestAuthority(), Draw.hash(settings.seed(), "addresses"));
    }

    /** Three at 20,000 people, then as the two-thirds power: 9 at 100,000, 41 at a million; never fewer than two. */
    static int authoritiesFor(int people) {
        double ratio = StrictMath.cbrt((double) people / PEOPLE_OF_THREE_AUTHORITIES);
        return Math.max(2, (int) Math.round(3 * ratio * ratio));
    }

    int authorities() {
        return authorities;
    }

    int authorityOf(int household) {
        return (int) ((long) household * authorities / households);
    }

    int firstHouseholdOf(int authority) {
        return (int) (((long) authority * households + authorities - 1) / authorities);
    }

    private int largestAuthority() {
        return households / authorities + 2;
    }

    int townsIn() {
        return largestAuthority() < 6_000 ? 3 : 5;
    }

    String town(int authority, int number) {
        return Gazetteer.town(authority * townsIn() + number);
    }

    String nameOf(int authority) {
        return town(authority, 0);
    }

    /** Where a household lives: no two households share an address. */
    Address address(int household) {
        int authority = authorityOf(household);
        return addressAt(authority, (int) addresses.of(household - firstHouseholdOf(authority)), 0, household);
    }

    /** Where a household lived before: in numbers that nobody has now, in the same authority. */
    Address formerAddress(int household) {
        Draw draw = Draw.of(settings.seed(), "former", household);
        return addressAt(
                authorityOf(household), draw.below(largestAuthority()), OLD_NUMBERS_FROM, 50_000_000L + household);
    }

    private Address addressAt(int authority, int slot, int above, long uprn) {
        int townsIn = townsIn();
        int streets = Math.max(4, largestAuthority() / townsIn / HOUSEHOLDS_A_STREET);
        int town = Math.max(0, slot % (townsIn + 1) - 1);
        int street = slot / (townsIn + 1) % streets + (slot % (townsIn + 1) == 0 ? streets : 0);
        int number = slot / (townsIn + 1) / streets + 1 + above;
        boolean flat = Draw.of(settings.seed(), "flat", authority, town, street).chance(0.12);
        String house = flat ? "Flat " + (number % 6 + 1) + ", " + (number / 6 + 1) : String.valueOf(number);
        return place(authority, town, street, number / 18, house, uprn);
    }

    private Address place(int authority, int town, int street, int half, String house, long uprn) {
        int number = authority * townsIn() + town;
        return new Address(
                house,
                Gazetteer.street(street + number * 13),
                Gazetteer.town(number),
                Gazetteer.postcode(number, street * 4 + Math.min(3, half)),
                "9990" + Digits.padded(uprn, 8));
    }

    /** How many places of a kind an authority has; at least one. */
    int placesOf(Place.Kind kind) {
        long people = settings.people() / authorities;
        return Math.max(1, (int) (people * kind.perTenThousandPeople() / 10_000));
    }

    /** A place of an authority by kind and number. */
    Place place(int authority, Place.Kind kind, int number) {
        long serial = (authority * 16L + kind.ordinal()) * 1_000 + number;
        Draw draw = Draw.of(settings.seed(), "place", serial);
        int town = number % townsIn();
        Address address =
                place(authority, town, draw.below(30), 3, String.valueOf(draw.between(120, 190)), 90_000_000L + serial);
        return new Place(
                "L" + Digits.padded(serial, 8), kind, PlaceNames.name(kind, address, number, draw), address, authority);
    }

    /** A dwelling as a place. */
    Place dwelling(Household household) {
        String name = household.kind() == Household.Kind.CHILDRENS_HOME
                ? PlaceNames.home(household.index())
                : household.address().line();
        Place.Kind kind =
                household.kind() == Household.Kind.CHILDRENS_HOME ? Place.Kind.CHILDRENS_HOME : Place.Kind.DWELLING;
        return new Place(
                "LH" + Digits.padded(household.index(), 7), kind, name, household.address(), household.authority());
    }
}
