package clew.core.simulate;

import java.util.List;

/**
 * Towns, streets and postcodes that do not exist. Town names are made of stems that no town in Britain carries. Postcodes are in areas ZA to ZY without ZE: ZE (Lerwick) is
 * the only area in use that begins with Z, and ZZ is the health service's own pseudo area, so none of these is or resembles a real delivery point; all obey the format.
 */
final class Gazetteer {

    private static final List<String> STEMS = List.of(
            "Quarn",
            "Thessel",
            "Varrow",
            "Ostrel",
            "Wendle",
            "Fennim",
            "Dravel",
            "Corvil",
            "Ulmer",
            "Brassen",
            "Yarrel",
            "Pendrith",
            "Skelmar",
            "Hallan",
            "Tormer",
            "Galder",
            "Ivering",
            "Norrel",
            "Calmond",
            "Sarrel",
            "Eskar",
            "Mordle",
            "Larken",
            "Rothel",
            "Aldrin",
            "Jessam",
            "Kemmel",
            "Orlan",
            "Zennel",
            "Whissen");
    private static final List<String> ENDINGS = List.of(
            "mere", "haven", "wold", "stow", "fleet", "garth", "combe", "minster", "staithe", "bourne", "hythe",
            "sley");
    private static final List<String> STREET_NAMES = List.of(
            "Mill",
            "Station",
            "Church",
            "Victoria",
            "Albert",
            "Park",
            "Green",
            "School",
            "Chapel",
            "Bridge",
            "Queen",
            "King",
            "Garden",
            "North",
            "South",
            "East",
            "West",
            "Windsor",
            "York",
            "Grove",
            "Orchard",
            "Meadow",
            "Spring",
            "River",
            "Hill",
            "Cross",
            "Union",
            "George",
            "Wellington",
            "Nelson",
            "Oak",
            "Ash",
            "Beech",
            "Elm",
            "Hawthorn",
            "Holly",
            "Laurel",
            "Lime",
            "Maple",
            "Poplar",
            "Rowan",
            "Willow",
            "Canal",
            "Foundry",
            "Tannery",
            "Market",
            "Castle",
            "Abbey",
            "Priory",
            "Weaver");
    private static final List<String> STREET_TYPES = List.of(
            "Street",
            "Road",
            "Lane",
            "Avenue",
            "Close",
            "Drive",
            "Terrace",
            "Grove",
            "Crescent",
            "Way",
            "Court",
            "Place");
    private static final String AREA_LETTERS = "ABCDFGHKLMNPRSTUWXY";
    private static final String UNIT_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int DISTRICTS = 99;
    private static final int UNITS = 10 * 20 * 20;

    private Gazetteer() {}

    /** A town's name, one to one for the first 360 towns; from then on the names come round again with a direction before them. */
    static String town(int number) {
        int names = STEMS.size() * ENDINGS.size();
        // 7 is prime to both list lengths' product, so that neighbours do not share a stem.
        int at = (int) ((number % names) * 7L * 11 % names);
        String name = STEMS.get(at % STEMS.size()) + ENDINGS.get(at / STEMS.size());
        int round = number / names;
        return round == 0
                ? name
                : List.of("North", "South", "East", "West").get((round - 1) % 4) + " " + name
                        + (round > 4 ? " " + (round / 4) : "");
    }

    static String street(int number) {
        int names = STREET_NAMES.size();
        return STREET_NAMES.get((number * 7) % names) + " "
                + STREET_TYPES.get((number / names + number % names) % STREET_TYPES.size());
    }

    static String postcode(int town, int unit) {
        char area = AREA_LETTERS.charAt(town / DISTRICTS % AREA_LETTERS.length());
        int mixed = (int) ((unit % UNITS) * 1_237L % UNITS);
        return "Z" + area + (town % DISTRICTS + 1) + " " + mixed / 400 + UNIT_LETTERS.charAt(mixed / 20 % 20)
                + UNIT_LETTERS.charAt(mixed % 20);
    }
}
