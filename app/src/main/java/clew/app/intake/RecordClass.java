package clew.app.intake;

import clew.core.standard.Visibility;

/**
 * Who may see a record: what other agencies see of it, and to whom it is kept.
 *
 * @param restriction a word of {@link Restriction}, or that of a person, a case or a seal, which an extract never changes
 */
record RecordClass(Visibility visibility, String restriction) {

    /** Of the row as received, with columns that no mapping reads: the owner's alone. */
    static final RecordClass OWN = new RecordClass(Visibility.HIDDEN, Restriction.NONE.word());

    /** Whether a Decision put it where it is, and no extract takes it away. */
    boolean isHeld() {
        return !Restriction.isOne(restriction);
    }

    /** What a Decision holds stays; of a record that only stands apart, the base follows the extract. */
    RecordClass kept(String held) {
        int slash = held.indexOf('/');
        boolean onlyApart = slash > 0 && Restriction.isOne(held.substring(0, slash));
        return new RecordClass(visibility, onlyApart ? restriction + held.substring(slash) : held);
    }
}
