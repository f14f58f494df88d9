package clew.core.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of who was with whom: subjects, episodes and explained pairs, as primitive columns. Subjects are numbered by the order of their ids and
 * episodes by day, then id, so that the order in which things were told makes no difference. Immutable and thread-safe.
 */
public final class Evidence {
    /** The most subjects: pairs of them and a day fit into one long. */
    public static final int MOST_SUBJECTS = 1 << 24;

    private static final int YEARS_OF_CHILDHOOD = 18;

    private final String[] ids;
    private final SubjectKind[] kinds;
    private final int[] adultFrom;
    private final int[] adultAtLatest;
    private final Episode[] episodes;
    private final int[] day;
    private final int[] until;
    private final int[] starts;
    private final int[] parts;
    private final int[] attended;
    private final int[] attendedFrom;
    private final ExplainedPairs explained;

    private Evidence(Builder from) {
        ids = from.subjects.keySet().stream().sorted().toArray(String[]::new);
        Map<String, Integer> numbers = new HashMap<>(ids.length * 2);
        for (int i = 0; i < ids.length; i++) {
            numbers.put(ids[i], i);
        }
        kinds = Arrays.stream(ids).map(id -> from.subject(id).kind).toArray(SubjectKind[]::new);
        adultFrom =
                Arrays.stream(ids).mapToInt(id -> from.subject(id).adultFrom()).toArray();
        adultAtLatest = Arrays.stream(ids)
                .mapToInt(id -> from.subject(id).adultAtLatest())
                .toArray();
        episodes = from.episodes.values().stream()
                .sorted(Comparator.comparing(Episode::day).thenComparing(Episode::id))
                .toArray(Episode[]::new);
        day = Arrays.stream(episodes)
                .mapToInt(episode -> (int) episode.day().toEpochDay())
                .toArray();
        until = Arrays.stream(episodes)
                .mapToInt(episode -> (int) episode.until().toEpochDay())
                .toArray();
        starts = new int[episodes.length + 1];
        parts = partsOf(numbers);
        attendedFrom = new int[ids.length + 1];
        for (int subject : parts) {
            attendedFrom[subject + 1]++;
        }
        Arrays.parallelPrefix(attendedFrom, Integer::sum);
        attended = attended();
        explained = ExplainedPairs.of(from.reasons, numbers);
    }

    private int[] attended() {
        int[] next = attendedFrom.clone();
        int[] all = new int[parts.length];
        for (int e = 0; e < episodes.length; e++) {
            for (int place = starts[e]; place < starts[e + 1]; place++) {
                all[next[parts[place]]++] = e;
            }
        }
        return all;
    }

    private int[] partsOf(Map<String, Integer> numbers) {
        int[] all =
                new int[Arrays.stream(episodes).mapToInt(e -> e.parts().size()).sum()];
        int size = 0;
        for (int e = 0; e < episodes.length; e++) {
            for (Part part : episodes[e].parts()) {
                if (part.bearing() == Bearing.THERE) {
                    all[size++] = Objects.requireNonNull(numbers.get(part.subject()));
                }
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
        return episodes.length;
    }

    /** An episode as it was told. */
    public Episode episode(int episode) {
        return episodes[episode];
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
        return adultFrom[subject] == Integer.MAX_VALUE
                ? new Told(kinds[subject], null, null)
                : new Told(
                        kinds[subject],
                        adultFrom[subject],
                        adultAtLatest[subject],
                        adultFrom[subject],
                        adultAtLatest[subject]);
    }

    /** Takes evidence in, in any order. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Told> subjects = new HashMap<>();
        private final Map<String, Episode> episodes = new HashMap<>();
        private final List<ExplainedPairs.Reason> reasons = new ArrayList<>();

        /** A subject, with the first and last day on which it can have been born; null where not known. */
        public Builder subject(String id, SubjectKind kind, @Nullable LocalDate bornFrom, @Nullable LocalDate bornTo) {
            Told told = new Told(kind, bornFrom, bornTo);
            subjects.merge(id, told, (one, other) -> one.with(id, other));
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
                episode(other.episodes[episode]);
                String place = other.episodes[episode].place();
                other.episodes[episode].parts().forEach(part -> named.add(other.subject(part.subject())));
                if (place != null) {
                    named.add(other.subject(place));
                }
            }
            return about(other, named);
        }

        /** What other evidence says of these subjects themselves: what they are, and what explains ties among them. */
        Builder about(Evidence other, SortedSet<Integer> some) {
            some.forEach(subject -> subjects.merge(
                    other.ids[subject], other.told(subject), (one, two) -> one.with(other.ids[subject], two)));
            reasons.addAll(other.explained.among(some, other.ids));
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
            Episode before = episodes.put(episode.id(), episode);
            if (before != null && !before.equals(episode)) {
                throw new IllegalArgumentException("expected one episode for each id, found two, in: " + episode.id());
            }
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
            for (Episode episode : episodes.values()) {
                episode.parts().forEach(part -> require(part.subject(), episode));
                String place = episode.place();
                if (place != null) {
                    require(place, episode);
                }
            }
            return new Evidence(this);
        }

        private void require(String subject, Episode episode) {
            if (!subjects.containsKey(subject)) {
                throw new IllegalArgumentException(
                        "expected a subject that was told, found " + subject + ", in episode: " + episode.id());
            }
        }

        private Told subject(String id) {
            return Objects.requireNonNull(subjects.get(id));
        }
    }

    /**
     * What was told of a subject: by when it is certainly of age. Of several tellings what all allow is kept; where they contradict each other, everything
     * that one of them allows.
     */
    private record Told(SubjectKind kind, int latestFrom, int earliestTo, int earliestFrom, int latestTo) {
        Told(SubjectKind kind, @Nullable LocalDate bornFrom, @Nullable LocalDate bornTo) {
            this(
                    kind,
                    ofAge(bornFrom, Integer.MIN_VALUE),
                    ofAge(bornTo, Integer.MAX_VALUE),
                    ofAge(bornFrom, Integer.MAX_VALUE),
                    ofAge(bornTo, Integer.MIN_VALUE));
        }

        private static int ofAge(@Nullable LocalDate born, int unknown) {
            return born == null
                    ? unknown
                    : (int) born.plusYears(YEARS_OF_CHILDHOOD).toEpochDay();
        }

        Told with(String id, Told other) {
            if (kind != other.kind) {
                throw new IllegalArgumentException(
                        "expected one kind for each subject, found " + kind + " and " + other.kind + ", in: " + id);
            }
            return new Told(
                    kind,
                    Math.max(latestFrom, other.latestFrom),
                    Math.min(earliestTo, other.earliestTo),
                    Math.min(earliestFrom, other.earliestFrom),
                    Math.max(latestTo, other.latestTo));
        }

        private boolean isKnown() {
            return earliestFrom != Integer.MAX_VALUE && latestTo != Integer.MIN_VALUE;
        }

        int adultFrom() {
            return isKnown() ? latestFrom <= earliestTo ? latestFrom : earliestFrom : Integer.MAX_VALUE;
        }

        int adultAtLatest() {
            return isKnown() ? latestFrom <= earliestTo ? earliestTo : latestTo : Integer.MAX_VALUE;
        }
    }
}
