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

    /** The key of a record, 0 for none. */
    int key(int row) {
        int key = 17;
        for (int i = 0; i < atoms.size(); i++) {
            int hash = atoms.get(i).hash(row);
            if (hash == 0) {
                return 0;
            }
            key = anyOrder ? key + hash : Atom.mix(key * 31 + hash);
        }
        return Atom.mix(key);
    }

    /** The key of a record in words. */
    String describe(int row) {
        return atoms.stream().map(atom -> atom.describe(row)).collect(Collectors.joining(" + "));
    }
}
