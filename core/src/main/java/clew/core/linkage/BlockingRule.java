package clew.core.linkage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two records are a candidate pair when all atoms agree.
 *
 * @param name in plain words, which tells the rule from all others
 * @param atoms none for every pair
 * @param anyOrder whether the first two atoms may stand in each other's place, as given and family name do
 * @param seed of its keys
 */
record BlockingRule(String name, List<Atom> atoms, boolean anyOrder, long seed) {
    static final BlockingRule EVERY_PAIR = named("every pair", List.of(), false);

    /** Whether no pair is left out. */
    boolean isEveryPair() {
        return atoms.isEmpty();
    }

    static BlockingRule of(Atom... atoms) {
        return of(List.of(atoms), false);
    }

    static BlockingRule of(List<Atom> atoms, boolean anyOrder) {
        if (atoms.isEmpty()) {
            return EVERY_PAIR;
        }
        String name = atoms.stream().map(Atom::name).collect(Collectors.joining(" + "));
        return named(anyOrder ? name + " (in any order)" : name, atoms, anyOrder);
    }

    private static BlockingRule named(String name, List<Atom> atoms, boolean anyOrder) {
        return new BlockingRule(name, atoms, anyOrder, KeyHash.of(name));
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

    /** The key of a record, the same in every table; 0 when it has none. Two records share it when all atoms agree, but for collisions of 64 bits. */
    long key(int row) {
        long key = seed;
        for (int i = 0; i < atoms.size(); i++) {
            long hash = atoms.get(i).wideHash(row);
            if (hash == 0) {
                return 0;
            }
            if (anyOrder && i == 0) {
                long other = atoms.get(++i).wideHash(row);
                if (other == 0) {
                    return 0;
                }
                hash = KeyHash.mix(hash) + KeyHash.mix(other);
            }
            key = KeyHash.of(key, hash);
        }
        return key;
    }

    /** The key of a record in words. */
    String describe(int row) {
        return atoms.stream().map(atom -> atom.describe(row)).collect(Collectors.joining(" + "));
    }
}
