package clew.core.simulate;

import clew.core.simulate.Household.Kind;

/** How many live in a household, and as what: drawn first and alone, so that all people can be numbered without being made. */
record Composition(Kind kind, int adults, int children) {

    private static final Kind[] KINDS = Kind.values();
    private static final int[] WEIGHTS = weights();

    private static int[] weights() {
        int[] weights = new int[KINDS.length];
        for (Kind kind : KINDS) {
            weights[kind.ordinal()] = kind.perMille();
        }
        return weights;
    }

    static Composition of(long seed, int household) {
        Draw draw = Draw.of(seed, "composition", household);
        Kind kind = KINDS[draw.weighted(WEIGHTS)];
        return switch (kind) {
            case SINGLE -> new Composition(kind, 1, 0);
            case COUPLE -> new Composition(kind, 2, 0);
            case FAMILY -> new Composition(kind, 2, children(draw));
            case LONE_PARENT -> new Composition(kind, 1, children(draw));
            case GROWN_FAMILY -> new Composition(kind, 2, 1 + draw.weighted(60, 30, 10));
            case SHARED -> new Composition(kind, 2 + draw.weighted(50, 30, 15, 5), 0);
            case THREE_GENERATIONS -> new Composition(kind, 3, children(draw));
            case FOSTER_FAMILY -> new Composition(kind, 2, 1 + draw.weighted(65, 25, 10));
            case CHILDRENS_HOME -> new Composition(kind, 0, 3 + draw.weighted(30, 30, 25, 15));
        };
    }

    private static int children(Draw draw) {
        return 1 + draw.weighted(44, 39, 12, 4, 1);
    }

    int size() {
        return adults + children;
    }
}
