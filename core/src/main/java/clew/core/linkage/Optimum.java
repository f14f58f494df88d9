package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Whether what training ended with is about persons at all: the signs of a wrong optimum, in words.
 *
 * @param plan what is compared
 * @param chance how often a field is present
 * @param mixture what training ended with
 * @param different by slot: share of the matches that differ altogether in it, as learnt, before it was bounded
 * @param matches how many were found
 */
@SuppressWarnings("ArrayRecordComponent")
record Optimum(Plan plan, Chance chance, Mixture mixture, double[] different, double matches) {
    private static final double LEAST_AGREEING = 0.3;
    private static final double LEAST_PERSONAL_AGREEING = 0.5;
    private static final double OFTEN_PRESENT = 0.2;

    /** Matches from which a share among them is told from chance. */
    private static final double MANY = 20;

    /** Share of what training takes for matches that differ altogether in a fact of the person, before it is bounded, from which the matches are doubted. */
    private static final double DOUBTED = 0.2;

    /** The same, from which training learns from the facts of the person first. */
    private static final double CONFUSED = 0.1;

    /** Whether a name, birth or identifier mostly disagrees among the matches: they are of homes, then. */
    boolean isAboutHomes() {
        int compared = 0;
        int disagreeing = 0;
        for (int slot = 0; slot < different.length; slot++) {
            if (plan.isPersonal(slot) && chance.present(slot) > OFTEN_PRESENT) {
                compared++;
                disagreeing += mixture.agreeing(slot) < LEAST_PERSONAL_AGREEING ? 1 : 0;
            }
        }
        return compared > 1 && disagreeing > 0;
    }

    /** Whether many matches differ altogether in a fact of the person. */
    boolean isConfused() {
        return IntStream.range(0, different.length).anyMatch(slot -> differs(slot, CONFUSED));
    }

    private boolean differs(int slot, double more) {
        return different[slot] > more && chance.present(slot) > OFTEN_PRESENT;
    }

    /** What the end of training says by itself. */
    List<String> ofTraining() {
        List<String> warnings = new ArrayList<>();
        if (matches < 2) {
            warnings.add("hardly any match was found: there may be none, or the columns tell too little");
        }
        int compared = 0;
        List<String> poor = new ArrayList<>();
        for (int slot = 0; slot < different.length; slot++) {
            if (plan.parent(slot) < 0 && chance.present(slot) > OFTEN_PRESENT) {
                compared++;
                if (mixture.agreeing(slot) < LEAST_AGREEING) {
                    poor.add(plan.slots().get(slot).name());
                }
            }
        }
        if (poor.size() * 2 > compared) {
            warnings.add("most comparisons hardly agree among the matches found (" + String.join(", ", poor)
                    + "): training has probably landed in a wrong optimum");
        }
        return warnings;
    }

    /** Two records of one person hardly ever differ altogether in a fact about them: where many do, something that namesakes share is taken for evidence. */
    List<String> ofPersons() {
        List<String> warnings = new ArrayList<>();
        for (int slot = 0; slot < different.length; slot++) {
            if (differs(slot, DOUBTED)) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "training has probably landed in a wrong optimum: of the pairs that it takes for matches %.0f%% differ altogether in %s,"
                                + " so that other people, perhaps namesakes, are taken for one person; look whether a column holds what another says already, such as an"
                                + " e-mail made of the name, and leave it out",
                        different[slot] * 100,
                        plan.slots().get(slot).name()));
            }
        }
        warnings.addAll(contradicted());
        return warnings;
    }

    /** Where an agreement is no commoner among matches than between strangers, the fact speaks against what the others say. */
    private List<String> contradicted() {
        List<String> warnings = new ArrayList<>();
        for (int slot = 0; slot < different.length; slot++) {
            double byChance = mixture.agreeingByChance(slot);
            if (plan.parent(slot) < 0
                    && chance.present(slot) > OFTEN_PRESENT
                    && matches > MANY
                    && mixture.agreeing(slot) < byChance) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "training has probably landed in a wrong optimum: %s agrees in %.1f%% of the matches found, less often than by chance (%.1f%%)",
                        plan.slots().get(slot).name(),
                        mixture.agreeing(slot) * 100,
                        byChance * 100));
            }
        }
        return warnings;
    }
}
