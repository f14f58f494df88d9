package clew.core.linkage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two records are a candidate pair when all atoms agree.
 *
 * @param atoms none for every pair
 * @param anyOrder whether the first two atoms may stand in each other's place, as given and family name do
 */
record BlockingRule(List<Atom> atoms, boolean anyOrder) {
    static final BlockingRule EVERY_PAIR = new BlockingRule(List.of(), false);

    /** Whether no pair is left out. */
    boolean isEveryPair() {
        return atoms.isEmpty();
    }

    static BlockingRule of(Atom... atoms) {
        return new BlockingRule(List.of(atoms), false);
    }

    String name() {
        if (isEveryPair()) {
            return "every pair";
        }
        String name = atoms.stream().map(Atom::name).collect(Collectors.joining(" + "));
        return anyOrder ? name + " (in any order)" : name;
    }

    /** Whether the first two atoms may stand in each other's place, and so agree. */
    boolean agreesInOtherOrder(int left, int right) {
        if (!anyOrder) {
            return false;
        }
        int first = atoms.get(0).hash(left);
        int second = atoms.get(1).hash(left);
        return first != 0
                && second != 0
                && first == atoms.get(1).hash(right)
                && second == atoms.get(0).hash(right);
    }

    /** The key of a record in words. */
    String describe(int row) {
        return atoms.stream().map(atom -> atom.describe(row)).collect(Collectors.joining(" + "));
    }
}
