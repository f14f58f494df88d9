package clew.core.simulate;

import java.util.Map;

/**
 * Self-defined ethnicity (18+1 codes) of simulated people, by the origin of the name list with noise. It exists so that agencies have something to record, leave out and get
 * wrong; real people's ethnicity is never inferred from names, and planted groups are drawn without it.
 */
final class Ethnicities {

    private static final double AS_LISTED = 0.88;
    private static final String[] ANY = {
        "W1", "W2", "W9", "M1", "M2", "M3", "M9", "A1", "A2", "A3", "A4", "A9", "B1", "B2", "B9", "O2", "O9"
    };
    private static final int[] ANY_WEIGHTS = {40, 3, 14, 8, 4, 8, 8, 5, 4, 2, 2, 4, 4, 6, 3, 2, 5};
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("british", "W1"),
            Map.entry("scottish", "W1"),
            Map.entry("welsh", "W1"),
            Map.entry("irish", "W1"),
            Map.entry("caribbean", "B1"),
            Map.entry("pakistani_bangladeshi", "A2"),
            Map.entry("indian", "A1"),
            Map.entry("sikh_punjabi", "A1"),
            Map.entry("polish", "W9"),
            Map.entry("romanian", "W9"),
            Map.entry("baltic_slavic", "W9"),
            Map.entry("west_african", "B2"),
            Map.entry("horn_east_african", "B2"),
            Map.entry("arabic_iranian_kurdish", "O2"),
            Map.entry("turkish", "W9"),
            Map.entry("chinese_vietnamese", "A4"),
            Map.entry("iberian_italian", "W9"));

    private Ethnicities() {}

    static String of(Origin origin, Draw draw) {
        String usual = USUAL.getOrDefault(origin.name(), "W1");
        if (!draw.chance(AS_LISTED)) {
            return ANY[draw.weighted(ANY_WEIGHTS)];
        }
        if (usual.equals("A2") && draw.chance(0.28)) {
            return "A3";
        }
        return origin.name().equals("irish") && draw.chance(0.25) ? "W2" : usual;
    }

    /** The police officer's 6+1 code (1 to 6; 0 not known) for a self-defined code, as usually seen. */
    static String observed(String selfDefined) {
        return switch (selfDefined.charAt(0)) {
            case 'A' -> selfDefined.equals("A4") ? "5" : "4";
            case 'B' -> "3";
            case 'M' -> "3";
            case 'O' -> selfDefined.equals("O2") ? "6" : "0";
            default -> selfDefined.equals("W9") ? "2" : "1";
        };
    }
}
