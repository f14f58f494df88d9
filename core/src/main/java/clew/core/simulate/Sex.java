package clew.core.simulate;

/** Sex as registered at birth; agencies write it in codes of their own. */
enum Sex {
    MALE,
    FEMALE
}
