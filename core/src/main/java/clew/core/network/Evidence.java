package clew.core.network;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who was with whom: subjects, episodes and explained pairs, as primitive columns. Subjects are numbered by the order of their ids and
 * episodes by day, then id, so that the order in which things were told makes no difference. Immutable and thread-safe.
 */
public final class Evidence {
    /** The most subjects: pairs of them and a day, or a reason, fit into one long that is not negative. */
    public static final int MOST_SUBJECTS = 1 << 23;

    private final String[] ids;
    private final SubjectKind[] kinds;
    private final int[] adultFrom;
    private final int[] adultAtLatest;
    /** The number of each subject by its first mention; negative for who is not told. */
    private final int[] numbers;

    private final EpisodeColumns columns;
    /** The place of each episode among the columns. */
    private final int[] told;

    private final int[] day;
    private final int[] until;
    private final int[] starts;
    private final int[] parts;
    private final int[] attended;
    private final int[] attendedFrom;
    private final ExplainedPairs explained;

    private Evidence(Builder from) {
        ids = IntStream.range(0, from.names.size())
                .filter(from.subjects::isTold)
                .mapToObj(from.names::name)
                .toArray(String[]::new);
        Arrays.parallelSort(ids);
        numbers = new int[from.names.size()];
        Arrays.fill(numbers, -1);
        kinds = new SubjectKind[ids.length];
        adultFrom = new int[ids.length];
        adultAtLatest = new int[ids.length];
        for (int subject = 0; subject < ids.length; subject++) {
            int mention = from.names.find(ids[subject]);
            numbers[mention] = subject;
            Told of = from.subjects.told(mention);
            kinds[subject] = of.kind();
            adultFrom[subject] = of.adultFrom();
            adultAtLatest[subject] = of.adultAtLatest();
        }
        columns = from.episodes;
        columns.trim();
        told = columns.inOrder();
        day = Arrays.stream(told).map(columns::day).toArray();
        until = Arrays.stream(told).map(columns::until).toArray();
        starts = new int[told.length + 1];
        parts = partsOf();
        attendedFrom = new int[ids.length + 1];
        for (int subject : parts) {
            attendedFrom[subject + 1]++;
        }
        Arrays.parallelPrefix(attendedFrom, Integer::sum);
        attended = attended();
        explained = from.reasons.pairs(numbers);
    }

    private int[] attended() {
        int[] next = attendedFrom.clone();
        int[] all = new int[parts.length];
        for (int e = 0; e < told.length; e++) {
            for (int place = starts[e]; place < starts[e + 1]; place++) {
                all[next[parts[place]]++] = e;
            }
        }
        return all;
    }

    private int[] partsOf() {
        int[] all = new int[columns.parts()];
        int size = 0;
        for (int e = 0; e < told.length; e++) {
            size = columns.there(told[e], all, size);
            for (int place = starts[e]; place < size; place++) {
                all[place] = numbers[all[place]];
            }
            Arrays.sort(all, starts[e], size);
            starts[e + 1] = size;
        }
        return Arrays.copyOf(all, size);
    }

    public int subjects() {
        return ids.length;
    }

    /** The id of a subject. */
    public String id(int subject) {
        return ids[subject];
    }

    /** The number of a subject, or a negative number when there is none of this id. */
    public int subject(String id) {
        return Arrays.binarySearch(ids, id);
    }

    public SubjectKind kind(int subject) {
        return kinds[subject];
    }

    /** Whether a subject was a child on an epoch day, by the whole range of dates on which they can have been born. */
    public Standing standing(int subject, int epochDay) {
        if (kinds[subject] != SubjectKind.PERSON || adultFrom[subject] == Integer.MAX_VALUE) {
            return Standing.UNKNOWN;
        }
        if (epochDay >= adultAtLatest[subject]) {
            return Standing.ADULT;
        }
        return epochDay < adultFrom[subject] ? Standing.CHILD : Standing.UNKNOWN;
    }

    /** Whether a subject was a child in an episode: an adult only if of age on its first possible day, a child only if still one on its last. */
    public Standing standingIn(int episode, int subject) {
        Standing standing = standing(subject, day[episode]);
        return standing == standing(subject, until[episode]) ? standing : Standing.UNKNOWN;
    }

    /** Whether a subject was certainly of age on the first possible day of an episode. */
    boolean isAdultIn(int episode, int subject) {
        return kinds[subject] == SubjectKind.PERSON
                && adultFrom[subject] != Integer.MAX_VALUE
                && day[episode] >= adultAtLatest[subject];
    }

    public int episodes() {
        return told.length;
    }

    /** An episode as it was told, made anew from the columns at each call. */
    public Episode episode(int episode) {
        return columns.episode(told[episode]);
    }

    /** The id of an episode. */
    public String episodeId(int episode) {
        return columns.id(told[episode]);
    }

    /** The order of an episode and one of other evidence: by day, then by id. */
    int compareEpisodes(int episode, Evidence other, int others) {
        int days = Integer.compare(day[episode], other.day[others]);
        return days != 0 ? days : episodeId(episode).compareTo(other.episodeId(others));
    }

    /** The subject that is its place, or a negative number. */
    public int place(int episode) {
        int place = columns.place(told[episode]);
        return place < 0 ? place : numbers[place];
    }

    /** Whether it happened somewhere on some day; a relationship of which no reason is known did not. */
    boolean isMeeting(int episode) {
        return !columns.isOf(told[episode], Episode.RELATIONSHIP);
    }

    /** Whether it names something, or somebody, that makes no tie because of a block list. */
    boolean isBlockedIn(int episode) {
        return columns.has(told[episode], Bearing.BLOCKED);
    }

    /** All whom an episode names, at work or not, in the order in which it names them. */
    int[] named(int episode) {
        int[] named = columns.named(told[episode]);
        for (int i = 0; i < named.length; i++) {
            named[i] = numbers[named[i]];
        }
        return named;
    }

    /** Its day, as an epoch day. */
    public int day(int episode) {
        return day[episode];
    }

    /** The last day on which it can have happened, as an epoch day. */
    public int until(int episode) {
        return until[episode];
    }

    /** The subjects that were there, ascending; those at work are left out. */
    public int[] there(int episode) {
        return Arrays.copyOfRange(parts, starts[episode], starts[episode + 1]);
    }

    /** The episodes in which a subject was, in order of time. */
    public int[] episodesOf(int subject) {
        return Arrays.copyOfRange(attended, attendedFrom[subject], attendedFrom[subject + 1]);
    }

    /** In how many episodes a subject was. */
    public int attended(int subject) {
        return attendedFrom[subject + 1] - attendedFrom[subject];
    }

    /** The reason that explains the tie of two subjects, or null. */
    public @Nullable String explainedBy(int one, int other) {
        return explained.reason(one, other);
    }

    /** Everything that explains ties. */
    List<ExplainedPairs.Reason> reasons() {
        return explained.all(ids);
    }

    /** Whether other evidence says the same of what a subject is and of when it is of age. */
    boolean saysSame(int subject, Evidence other, int others) {
        return kinds[subject] == other.kinds[others]
                && adultFrom[subject] == other.adultFrom[others]
                && adultAtLatest[subject] == other.adultAtLatest[others];
    }

    boolean isExplained(int one, int other) {
        return explained.has(one, other);
    }

    private Told told(int subject) {
        return Told.settled(kinds[subject], adultFrom[subject], adultAtLatest[subject]);
    }

    /** Takes evidence in, in any order. Not thread-safe. */
    public static final class Builder {
        private final Names names = new Names();
        private final ToldSubjects subjects = new ToldSubjects(names);
        private final EpisodeColumns episodes = new EpisodeColumns(names);
        private final ReasonColumns reasons = new ReasonColumns(names);

        /** A subject, with the first and last day on which it can have been born; null where not known. */
        public Builder subject(String id, SubjectKind kind, @Nullable LocalDate bornFrom, @Nullable LocalDate bornTo) {
            subjects.add(id, new Told(kind, bornFrom, bornTo));
            if (subjects.size() > MOST_SUBJECTS) {
                throw new IllegalArgumentException("expected at most " + MOST_SUBJECTS + " subjects, found more");
            }
            return this;
        }

        /** A subject without a date of birth. */
        public Builder subject(String id, SubjectKind kind) {
            return subject(id, kind, null, null);
        }

        /** All that other evidence says of some of its subjects: the subjects, the episodes in which one of them was, and what explains ties among them. */
        public Builder from(Evidence other, Collection<Integer> some) {
            SortedSet<Integer> wanted = new TreeSet<>(some);
            SortedSet<Integer> told = new TreeSet<>();
            for (int subject : wanted) {
                for (int episode : other.episodesOf(subject)) {
                    told.add(episode);
                }
            }
            SortedSet<Integer> named = new TreeSet<>(wanted);
            for (int episode : told) {
                episode(other.episode(episode));
                for (int subject : other.named(episode)) {
                    named.add(subject);
                }
                if (other.place(episode) >= 0) {
                    named.add(other.place(episode));
                }
            }
            return about(other, named);
        }

        /** What other evidence says of these subjects themselves: what they are, and what explains ties among them. */
        Builder about(Evidence other, SortedSet<Integer> some) {
            some.forEach(subject -> subjects.add(other.ids[subject], other.told(subject)));
            other.explained.among(some, other.ids).forEach(reasons::add);
            return this;
        }

        /** An episode of other evidence with nobody and nothing but some of its subjects, and its place. */
        Builder within(Evidence other, Episode episode, SortedSet<Integer> some) {
            String place = episode.place();
            if (place != null) {
                about(other, new TreeSet<>(List.of(other.subject(place))));
            }
            return episode(episode.with(episode.parts().stream()
                    .filter(part -> some.contains(other.subject(part.subject())))
                    .toList()));
        }

        /** An episode; its subjects must be told too, before or after. */
        public Builder episode(Episode episode) {
            episodes.add(episode);
            return this;
        }

        public Builder episodes(Collection<Episode> all) {
            all.forEach(this::episode);
            return this;
        }

        /**
         * What explains that two subjects are seen together.
         *
         * @param reason a code of the list of relationship reasons that explains
         * @param inferred whether nobody stated it
         */
        public Builder explained(String one, String other, String reason, boolean inferred) {
            reasons.add(new ExplainedPairs.Reason(one, other, reason, inferred));
            return this;
        }

        /**
         * The evidence.
         *
         * @throws IllegalArgumentException when an episode names a subject that was not told
         */
        public Evidence build() {
            String untold = episodes.firstUntold(subjects);
            if (untold != null) {
                throw new IllegalArgumentException(untold);
            }
            return new Evidence(this);
        }
    }
}
