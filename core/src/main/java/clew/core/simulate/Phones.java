package clew.core.simulate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers from the ranges Ofcom keeps for drama: 1,000 mobiles and 14,000 landlines for homes, and freephone numbers for firms. There are fewer than people, so in a large
 * region most have none and a number may be several people's: up to four share a mobile, up to two households a landline.
 */
final class Phones {

    private static final List<String> LANDLINE_RANGES = List.of(
            "01632960",
            "01134960",
            "01144960",
            "01154960",
            "01164960",
            "01174960",
            "01184960",
            "01214960",
            "01514960",
            "01614960",
            "01914980",
            "02079460",
            "02920180",
            "02896496");
    private static final int MOBILES_OF_RESIDENTS = 800;
    private static final int MOBILES_OF_GROUPS = 120;
    private static final int MOBILES = 1_000;
    private static final int PEOPLE_A_MOBILE = 4;
    private static final int HOUSEHOLDS_A_LANDLINE = 2;

    private Phones() {}

    /** The mobile of the person at a rank in a rearranged list of everybody, or null. */
    static @Nullable String mobile(long rank) {
        return rank >= (long) MOBILES_OF_RESIDENTS * PEOPLE_A_MOBILE ? null : drama(rank % MOBILES_OF_RESIDENTS);
    }

    /** A mobile in nobody's name that a planted group uses. */
    static String ofGroup(long serial) {
        return drama(MOBILES_OF_RESIDENTS + serial % MOBILES_OF_GROUPS);
    }

    /** A mobile in nobody's name that others use. */
    static String prepaid(long serial) {
        int first = MOBILES_OF_RESIDENTS + MOBILES_OF_GROUPS;
        return drama(first + serial % (MOBILES - first));
    }

    private static String drama(long number) {
        return "07700900" + Digits.padded(number, 3);
    }

    static @Nullable String landline(long rank) {
        long available = LANDLINE_RANGES.size() * 1_000L;
        if (rank >= available * HOUSEHOLDS_A_LANDLINE) {
            return null;
        }
        long number = rank % available;
        return LANDLINE_RANGES.get((int) (number / 1_000)) + Digits.padded(number % 1_000, 3);
    }

    static String freephone(long serial) {
        return "08081570" + Digits.padded(serial % 1_000, 3);
    }
}
