package clew.core.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Episodes as columns, by the number of their first telling: what an {@link Episode} holds, without an object for each. Only ever added to, so that what was
 * read of an episode stays. Not thread-safe while it grows.
 */
final class EpisodeColumns {
    private static final Bearing[] BEARINGS = Bearing.values();
    private static final int NOWHERE = -1;
    private static final int NONE = -1;

    private final Names subjects;
    private final Names words = new Names();
    /** Records, those that tell an episode and those that an episode rests on. */
    private final Names records = new Names();

    private final Ints told = new Ints();
    private final Ints id = new Ints();
    private final Ints kind = new Ints();
    private final Ints day = new Ints();
    private final Ints until = new Ints();
    private final Ints known = new Ints();
    private final Ints agency = new Ints();
    private final Ints place = new Ints();
    /** Where the parts of each episode begin, and those of the next one. */
    private final Ints parts = new Ints();

    private final Ints subject = new Ints();
    /** The word of a role and the bearing in one number. */
    private final Ints role = new Ints();

    private final Ints partKnown = new Ints();
    private final Ints sources = new Ints();
    private final Ints record = new Ints();
    private final Ints sourceAgency = new Ints();
    private final Ints sourceKnown = new Ints();
    private final Ints grade = new Ints();

    /** @param subjects who is named in parts and as places */
    EpisodeColumns(Names subjects) {
        this.subjects = subjects;
        parts.add(0);
        sources.add(0);
    }

    int size() {
        return id.size();
    }

    /**
     * One more episode, unless it was told before.
     *
     * @throws IllegalArgumentException when another was told with this id
     */
    void add(Episode episode) {
        int name = record(episode.id());
        if (told.get(name) != NONE) {
            if (!episode(told.get(name)).equals(episode)) {
                throw new IllegalArgumentException("expected one episode for each id, found two, in: " + episode.id());
            }
            return;
        }
        told.set(name, size());
        String at = episode.place();
        id.add(name);
        kind.add(words.add(episode.kind()));
        day.add(number(episode.day()));
        until.add(number(episode.until()));
        known.add(number(episode.known()));
        agency.add(words.add(episode.agency()));
        place.add(at == null ? NOWHERE : subjects.add(at));
        episode.parts().forEach(this::add);
        parts.add(subject.size());
        episode.sources().forEach(this::add);
        sources.add(record.size());
    }

    private void add(Part part) {
        subject.add(subjects.add(part.subject()));
        role.add(words.add(part.role()) * BEARINGS.length + part.bearing().ordinal());
        partKnown.add(number(part.known()));
    }

    private void add(Source source) {
        record.add(record(source.record()));
        sourceAgency.add(words.add(source.agency()));
        sourceKnown.add(number(source.known()));
        grade.add(words.add(source.grade()));
    }

    private int record(String name) {
        int number = records.add(name);
        if (number == told.size()) {
            told.add(NONE);
        }
        return number;
    }

    /** An epoch day; the first and the last day that there are stand at the ends. */
    private static int number(LocalDate date) {
        return date.equals(LocalDate.MIN)
                ? Integer.MIN_VALUE
                : date.equals(LocalDate.MAX) ? Integer.MAX_VALUE : Math.toIntExact(date.toEpochDay());
    }

    private static LocalDate date(int number) {
        return number == Integer.MIN_VALUE
                ? LocalDate.MIN
                : number == Integer.MAX_VALUE ? LocalDate.MAX : LocalDate.ofEpochDay(number);
    }

    /** An episode as it was told. */
    Episode episode(int episode) {
        Part[] of = new Part[parts.get(episode + 1) - parts.get(episode)];
        for (int i = 0; i < of.length; i++) {
            int at = parts.get(episode) + i;
            of[i] = new Part(
                    subjects.name(subject.get(at)),
                    BEARINGS[role.get(at) % BEARINGS.length],
                    words.name(role.get(at) / BEARINGS.length),
                    date(partKnown.get(at)));
        }
        Source[] on = new Source[sources.get(episode + 1) - sources.get(episode)];
        for (int i = 0; i < on.length; i++) {
            int at = sources.get(episode) + i;
            on[i] = new Source(
                    records.name(record.get(at)),
                    words.name(sourceAgency.get(at)),
                    date(sourceKnown.get(at)),
                    words.name(grade.get(at)));
        }
        return new Episode(
                id(episode),
                words.name(kind.get(episode)),
                date(day.get(episode)),
                date(until.get(episode)),
                date(known.get(episode)),
                words.name(agency.get(episode)),
                place.get(episode) == NOWHERE ? null : subjects.name(place.get(episode)),
                Arrays.asList(of),
                Arrays.asList(on));
    }

    String id(int episode) {
        return records.name(id.get(episode));
    }

    /** Whether it is of a kind. */
    boolean isOf(int episode, String other) {
        return kind.get(episode) == words.find(other);
    }

    /** Its first possible day, as an epoch day. */
    int day(int episode) {
        return day.get(episode);
    }

    /** Its last possible day, as an epoch day. */
    int until(int episode) {
        return until.get(episode);
    }

    /** The first mention of its place, or a negative number. */
    int place(int episode) {
        return place.get(episode);
    }

    /** The first mentions of whom it names. */
    int[] named(int episode) {
        return IntStream.range(parts.get(episode), parts.get(episode + 1))
                .map(subject::get)
                .toArray();
    }

    /** Writes the first mentions of who was there from a place on, and says where they end. */
    int there(int episode, int[] into, int from) {
        int size = from;
        for (int at = parts.get(episode); at < parts.get(episode + 1); at++) {
            if (role.get(at) % BEARINGS.length == Bearing.THERE.ordinal()) {
                into[size++] = subject.get(at);
            }
        }
        return size;
    }

    /** Whether a part of it means this for ties. */
    boolean has(int episode, Bearing bearing) {
        for (int at = parts.get(episode); at < parts.get(episode + 1); at++) {
            if (role.get(at) % BEARINGS.length == bearing.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /** How many parts all episodes have. */
    int parts() {
        return subject.size();
    }

    /** The first episode that names a subject that is not told, or null, and whom. */
    @Nullable
    String firstUntold(ToldSubjects among) {
        for (int episode = 0; episode < size(); episode++) {
            for (int named : named(episode)) {
                if (!among.isTold(named)) {
                    return untold(named, episode);
                }
            }
            if (place(episode) != NOWHERE && !among.isTold(place(episode))) {
                return untold(place(episode), episode);
            }
        }
        return null;
    }

    private String untold(int named, int episode) {
        return "expected a subject that was told, found " + subjects.name(named) + ", in episode: " + id(episode);
    }

    /** The numbers of all, by day, then by id. */
    int[] inOrder() {
        long[] days = IntStream.range(0, size())
                .mapToLong(episode -> (long) day(episode) << Integer.SIZE | episode)
                .toArray();
        Arrays.parallelSort(days);
        int[] order = new int[days.length];
        for (int from = 0, to; from < days.length; from = to) {
            for (to = from; to < days.length && days[to] >> Integer.SIZE == days[from] >> Integer.SIZE; to++) {
                order[to] = (int) days[to];
            }
            byId(order, from, to);
        }
        return order;
    }

    private void byId(int[] order, int from, int to) {
        int[] sorted = IntStream.range(from, to)
                .mapToObj(place -> order[place])
                .sorted((one, other) -> id(one).compareTo(id(other)))
                .mapToInt(episode -> episode)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    /** Gives back what the columns hold beyond their ends. */
    void trim() {
        for (Ints column : new Ints[] {
            told,
            id,
            kind,
            day,
            until,
            known,
            agency,
            place,
            parts,
            subject,
            role,
            partKnown,
            sources,
            record,
            sourceAgency,
            sourceKnown,
            grade
        }) {
            column.trim();
        }
    }
}
