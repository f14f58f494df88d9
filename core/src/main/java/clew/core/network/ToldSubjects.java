package clew.core.network;

/** What was told of subjects, as columns, by the number of their first mention; who was mentioned only is not told. Not thread-safe. */
final class ToldSubjects {
    private static final SubjectKind[] KINDS = SubjectKind.values();
    private static final int NOT_TOLD = -1;

    private final Names names;
    private final Ints kind = new Ints();
    private final Ints latestFrom = new Ints();
    private final Ints earliestTo = new Ints();
    private final Ints earliestFrom = new Ints();
    private final Ints latestTo = new Ints();
    private int size;

    ToldSubjects(Names names) {
        this.names = names;
    }

    /** One more telling. */
    void add(String id, Told told) {
        int subject = names.add(id);
        while (kind.size() <= subject) {
            kind.add(NOT_TOLD);
            latestFrom.add(0);
            earliestTo.add(0);
            earliestFrom.add(0);
            latestTo.add(0);
        }
        boolean isNew = kind.get(subject) == NOT_TOLD;
        Told all = isNew ? told : told(subject).with(id, told);
        kind.set(subject, all.kind().ordinal());
        latestFrom.set(subject, all.latestFrom());
        earliestTo.set(subject, all.earliestTo());
        earliestFrom.set(subject, all.earliestFrom());
        latestTo.set(subject, all.latestTo());
        size += isNew ? 1 : 0;
    }

    boolean isTold(int subject) {
        return subject < kind.size() && kind.get(subject) != NOT_TOLD;
    }

    /** What was told of a subject that was. */
    Told told(int subject) {
        return new Told(
                KINDS[kind.get(subject)],
                latestFrom.get(subject),
                earliestTo.get(subject),
                earliestFrom.get(subject),
                latestTo.get(subject));
    }

    /** How many were told. */
    int size() {
        return size;
    }
}
