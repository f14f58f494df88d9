package clew.core.linkage;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often each outcome comes about between two people of one home. Learnt beside matches and strangers as a third class of pairs, because relatives share what
 * belongs to the home (address, telephone, mostly the family name) and are strangers in what belongs to the person. So an address that a record shares with its
 * namesake's is not taken for evidence twice.
 *
 * <p>What belongs to the person agrees by chance, and in a small share of the pairs as it does for one person: twins by the date of birth, parent and child by the
 * given name. That share is learnt, from a start of {@link #ALIKE} and never above {@link #MOST_ALIKE}, so that this class cannot swallow the matches.
 */
final class Homes {
    /** Names of the fields that say where somebody lives. */
    static final Set<String> PLACES = Stream.of(
                    Kind.POSTCODE, Kind.STREET, Kind.PLACE, Kind.AREA, Kind.ADDRESS, Kind.HOUSE_NUMBER)
            .map(Kind::title)
            .collect(Collectors.toUnmodifiableSet());

    private static final double ALIKE = 0.02;
    private static final double MOST_ALIKE = 0.25;
    private static final double PRIOR_PAIRS = 20;

    /** What a slot tells about two people of one home. */
    private enum Part {
        /** Of the person: by chance, but for twins and namesakes. */
        PERSONAL,
        /** By chance: what is of one person only, and towns, lest all people of a town be taken for a home. */
        CHANCE,
        /** Where the home is: agrees between two of one home as often as between two records of one person. */
        ADDRESS,
        /** Perhaps of the home: learnt. */
        SHARED
    }

    private final boolean any;
    private final Part[] parts;
    private final double[] alike;
    private final double[][][] start;
    /** By slot, state and level: share among two people of one home. */
    private final double[][][] shares;

    Homes(Plan plan, double[][][] ofMatches, double[][][] byChance) {
        int slots = plan.slots().size();
        parts = new Part[slots];
        alike = new double[slots];
        start = new double[slots][2][];
        shares = new double[slots][2][];
        boolean home = false;
        boolean person = false;
        for (int slot = 0; slot < slots; slot++) {
            parts[slot] = part(plan, slot);
            alike[slot] = parts[slot] == Part.PERSONAL ? ALIKE : 0;
            home |= isHome(plan.kind(slot));
            person |= parts[slot] == Part.PERSONAL;
            for (int state = 0; state < 2; state++) {
                start[slot][state] = isOftenShared(plan, slot)
                        ? halves(ofMatches[slot][state], byChance[slot][state])
                        : byChance[slot][state];
                shares[slot][state] = mixed(slot, ofMatches[slot][state], byChance[slot][state]);
            }
        }
        any = home && person;
    }

    private static boolean isOftenShared(Plan plan, int slot) {
        return plan.kind(slot) == Kind.PHONE || plan.slots().get(slot).name().equals(Kind.FAMILY_NAME.title());
    }

    private static double[] halves(double[] one, double[] other) {
        double[] halves = new double[one.length];
        Arrays.setAll(halves, level -> (one[level] + other[level]) / 2);
        return halves;
    }

    private static Part part(Plan plan, int slot) {
        return switch (plan.kind(slot)) {
            case IDENTIFIER, SEX, PLACE, AREA -> Part.CHANCE;
            case GIVEN_NAME, DATE_OF_BIRTH, YEAR_OF_BIRTH, MONTH_OF_BIRTH, DAY_OF_BIRTH -> Part.PERSONAL;
            case FULL_NAME ->
                plan.slots().get(slot).name().equals(Kind.GIVEN_NAME.title()) ? Part.PERSONAL : Part.SHARED;
            case POSTCODE, STREET, ADDRESS, HOUSE_NUMBER -> Part.ADDRESS;
            default -> Part.SHARED;
        };
    }

    static boolean isHome(Kind kind) {
        return switch (kind) {
            case POSTCODE, STREET, ADDRESS, PHONE, HOUSE_NUMBER -> true;
            default -> false;
        };
    }

    /** Whether the slot holds a fact in which only one person agrees with themselves, but for twins and namesakes. */
    boolean isPersonal(int slot) {
        return parts[slot] == Part.PERSONAL;
    }

    /** Whether the table tells homes and persons apart, so that this class of pairs can be learnt. */
    boolean any() {
        return any;
    }

    /** Learns from the expected counts of this class; returns nothing, as matches and strangers say when training settles. */
    void learn(int slot, double[][] counts, double[][] ofMatches, double[][] byChance) {
        if (parts[slot] == Part.PERSONAL) {
            learnAlike(slot, counts, ofMatches, byChance);
        }
        for (int state = 0; state < 2; state++) {
            shares[slot][state] = switch (parts[slot]) {
                case SHARED -> estimated(counts[state], start[slot][state]);
                case ADDRESS -> ofMatches[state].clone();
                case PERSONAL, CHANCE -> mixed(slot, ofMatches[state], byChance[state]);
            };
        }
    }

    private void learnAlike(int slot, double[][] counts, double[][] ofMatches, double[][] byChance) {
        double as = PRIOR_PAIRS * ALIKE;
        double all = PRIOR_PAIRS;
        for (int state = 0; state < 2; state++) {
            for (int level = 1; level < ofMatches[state].length; level++) {
                double one = alike[slot] * ofMatches[state][level];
                double two = (1 - alike[slot]) * byChance[state][level];
                as += counts[state][level] * one / (one + two);
                all += counts[state][level];
            }
        }
        alike[slot] = Math.min(MOST_ALIKE, as / all);
    }

    private double[] mixed(int slot, double[] ofMatches, double[] byChance) {
        double[] mixed = new double[ofMatches.length];
        Arrays.setAll(mixed, level -> alike[slot] * ofMatches[level] + (1 - alike[slot]) * byChance[level]);
        return mixed;
    }

    private static double[] estimated(double[] counts, double[] start) {
        double all = PRIOR_PAIRS;
        for (int level = 1; level < start.length; level++) {
            all += counts[level];
        }
        double[] estimated = new double[start.length];
        for (int level = 1; level < start.length; level++) {
            estimated[level] = (counts[level] + PRIOR_PAIRS * start[level]) / all;
        }
        return estimated;
    }

    double share(int slot, int state, int level) {
        return shares[slot][state][level];
    }
}
