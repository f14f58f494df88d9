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

    /** Of a row in quarantine whose subject is a member of staff or their family: nobody's. */
    static final RecordClass OWN_OF_SUBJECT = new RecordClass(Visibility.HIDDEN, Restriction.SUBJECT);

    private static final String APART = "/apart:";

    /** The same of a record whose subject is a member of staff or their family. */
    RecordClass ofSubject() {
        return new RecordClass(visibility, Restriction.born(Restriction.SUBJECT, restriction));
    }

    /** The same of a record that came along with one. */
    RecordClass withSubject() {
        return new RecordClass(visibility, Restriction.born(Restriction.WITH_SUBJECT.word(), restriction));
    }

    /** Whether it shows to nobody, because a member of staff or their family is the subject. */
    boolean isOfSubject() {
        return Restriction.base(restriction).equals(Restriction.SUBJECT);
    }

    /** Whether it stands apart, or a Decision put it where it is and no extract takes it away. */
    boolean isHeld() {
        return !Restriction.isOne(restriction) || restriction.contains(APART);
    }

    /** What a Decision holds stays; of a record that only stands apart, the base follows the extract. */
    RecordClass kept(String held) {
        int apart = held.indexOf(APART);
        boolean onlyApart = apart > 0 && Restriction.isOne(held);
        return new RecordClass(visibility, onlyApart ? restriction + held.substring(apart) : held);
    }
}
