package clew.core.simulate;

import java.util.List;

/** Names of firms, parks, schools and homes: common words put together, no chain and no brand. */
final class PlaceNames {

    private static final List<String> FIRST = List.of(
            "Golden",
            "Silver",
            "Blue",
            "Corner",
            "Riverside",
            "Old Town",
            "Sunrise",
            "Lucky",
            "Royal",
            "Market",
            "Star",
            "Lantern",
            "Harbour",
            "Green",
            "Copper",
            "Ruby");
    private static final List<String> TAKEAWAYS =
            List.of("Grill", "Pizza", "Fish Bar", "Kitchen", "Chicken", "Kebab House", "Noodle Bar", "Burger Bar");
    private static final List<String> HOTELS = List.of("Lodge", "Hotel", "Guest House", "Inn");
    private static final List<String> PARKS = List.of("Recreation Ground", "Park", "Gardens", "Common");
    private static final List<String> TREES = List.of(
            "Rowan",
            "Alder",
            "Hazel",
            "Larch",
            "Cedar",
            "Juniper",
            "Linden",
            "Aspen",
            "Whitebeam",
            "Sorrel",
            "Heather",
            "Bracken",
            "Fern",
            "Clover",
            "Bramble",
            "Teasel");

    private PlaceNames() {}

    static String name(Place.Kind kind, Address address, int number, Draw draw) {
        String town = address.town();
        return switch (kind) {
            case TAKEAWAY -> draw.pick(FIRST) + " " + draw.pick(TAKEAWAYS) + ", " + address.street();
            case HOTEL -> draw.pick(FIRST) + " " + draw.pick(HOTELS) + ", " + town;
            case PARK -> town + " " + draw.pick(TREES) + " " + draw.pick(PARKS);
            case SCHOOL -> school(town, number, draw);
            case STATION, CLINIC, SHOPPING_CENTRE -> town + " " + kind.word();
            case CHILDRENS_HOME, DWELLING -> address.line();
        };
    }

    private static String school(String town, int number, Draw draw) {
        String tree = draw.pick(TREES);
        return number % 3 == 0 ? town + " " + tree + " Academy" : tree + " Primary School, " + town;
    }

    static String home(int household) {
        return TREES.get(household % TREES.size()) + " House";
    }

    /** A private hire firm. */
    static String operator(Draw draw, String town) {
        return draw.pick(FIRST) + " Cars " + town;
    }
}
