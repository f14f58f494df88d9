package clew.core.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When each line would have surfaced, had the facts come in the order in which they became known: the first day on which what was known sufficed, by the same
 * rules. Beside it two baselines: the first day on which all records of one agency alone would have sufficed, by the same rules (no agency has that today), and the
 * first day on which the records of one agency on one child alone would have passed the gate (case by case, as it is done today).
 */
public final class Replay {
    private static final int LEAST_COMMON = 4;

    private final Evidence evidence;
    private final Epoch epoch;

    public Replay(Ties ties) {
        this.evidence = ties.evidence();
        this.epoch = ties.epoch();
    }

    /**
     * When a line surfaces.
     *
     * @param line the line as it stands in the end
     * @param surfaced the day on which all agencies' records together suffice; null where they do so only in the end, through what is elsewhere
     * @param oneAgency the first day on which one agency's records alone suffice; null: never
     * @param oneCase the first day on which what one agency holds on one child passes the gate, so that whoever reads that file could see two adults and another
     *     child; null: never
     * @param last the last day on which anything became known: how far we can see
     */
    public record Surfacing(
            Line line,
            @Nullable LocalDate surfaced,
            @Nullable LocalDate oneAgency,
            @Nullable LocalDate oneCase,
            LocalDate last) {
        /** Days between both; where no agency alone would ever have seen it, at least the days until the end. */
        public Optional<Long> leadInDays() {
            return lead(oneAgency);
        }

        /** The same over case by case: below 0 where the file of one child told it first. */
        public Optional<Long> leadOverCasesInDays() {
            return lead(oneCase);
        }

        private Optional<Long> lead(@Nullable LocalDate over) {
            return Optional.ofNullable(surfaced)
                    .map(day -> (over == null ? last : over).toEpochDay() - day.toEpochDay());
        }
    }

    /** When each of these lines surfaces. */
    public List<Surfacing> of(List<Line> lines) {
        LocalDate last = LocalDate.MIN;
        for (int episode = 0; episode < evidence.episodes(); episode++) {
            LocalDate known = evidence.episode(episode).known();
            last = known.isAfter(last) ? known : last;
        }
        List<Surfacing> all = new ArrayList<>();
        for (Line line : lines) {
            Evidence around = around(line);
            LocalDate surfaced = first(line, around, agency -> true);
            LocalDate alone = null;
            LocalDate oneCase = null;
            for (String agency : line.agencies()) {
                alone = earlier(alone, first(line, around, agency::equals));
                oneCase = earlier(oneCase, ofOneCase(line, agency::equals));
            }
            all.add(new Surfacing(line, surfaced, alone, oneCase, last));
        }
        return all;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }

    /** The first day on which what is held on one child passes the gate among the line's own. */
    private @Nullable LocalDate ofOneCase(Line line, Predicate<String> agency) {
        LocalDate first = null;
        for (String child : line.children()) {
            Evidence file = file(line, child);
            for (LocalDate day : days(line, agency)) {
                if (Lines.suffices(Ties.of(asKnown(file, day, agency), epoch), subjects(line))) {
                    first = earlier(first, day);
                    break;
                }
            }
        }
        return first;
    }

    /** What the line rests on in which a child was, with nobody but the line's own. */
    private Evidence file(Line line, String child) {
        SortedSet<Integer> members = numbers(line);
        Evidence.Builder file = new Evidence.Builder().about(evidence, members);
        line.episodes().stream()
                .filter(episode ->
                        episode.parts().stream().anyMatch(part -> part.subject().equals(child)))
                .forEach(episode -> file.within(evidence, episode, members));
        return file.build();
    }

    private Evidence around(Line line) {
        SortedSet<Integer> inside = numbers(line);
        SortedSet<Integer> edge = inside;
        for (int step = 0; step < Neighbourhood.STEPS && inside.size() <= Neighbourhood.LARGEST; step++) {
            SortedSet<Integer> next = new TreeSet<>();
            for (int subject : edge) {
                for (int episode : evidence.episodesOf(subject)) {
                    for (int other : evidence.there(episode)) {
                        next.add(other);
                    }
                }
            }
            next.removeAll(inside);
            inside.addAll(next);
            edge = next;
        }
        return new Evidence.Builder().from(evidence, inside).build();
    }

    private SortedSet<Integer> numbers(Line line) {
        SortedSet<Integer> numbers = new TreeSet<>();
        subjects(line).stream().map(evidence::subject).forEach(numbers::add);
        return numbers;
    }

    private static SortedSet<String> subjects(Line line) {
        SortedSet<String> subjects = new TreeSet<>(line.people());
        subjects.addAll(line.others());
        subjects.addAll(line.means());
        return subjects;
    }

    /** The first day; days on which not even the gate holds among the line's own are passed over. */
    private @Nullable LocalDate first(Line line, Evidence around, Predicate<String> agency) {
        for (LocalDate day : days(line, agency)) {
            Ties known = Ties.of(asKnown(around, day, agency), epoch);
            if (Lines.suffices(known, subjects(line)) && surfaces(line, known)) {
                return day;
            }
        }
        return null;
    }

    /** On which something of the line became known to some agencies. */
    private static SortedSet<LocalDate> days(Line line, Predicate<String> agency) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Episode episode : line.episodes()) {
            episode.sources().stream()
                    .filter(source -> agency.test(source.agency()))
                    .forEach(source ->
                            days.add(source.known().isBefore(episode.day()) ? episode.day() : source.known()));
            episode.parts().stream()
                    .map(Part::known)
                    .filter(known -> known.isAfter(episode.known()))
                    .forEach(days::add);
        }
        return days;
    }

    private static boolean surfaces(Line line, Ties known) {
        for (Line found : Lines.of(known)) {
            Collection<String> common = new ArrayList<>(found.people());
            common.retainAll(line.people());
            if (common.size() >= LEAST_COMMON) {
                return true;
            }
        }
        return false;
    }

    /** What was known by the end of a day, of some agencies. Reasons that explain a tie count from the first. */
    static Evidence asKnown(Evidence all, LocalDate day, Predicate<String> agency) {
        Evidence.Builder known = new Evidence.Builder();
        SortedSet<Integer> subjects = new TreeSet<>();
        for (int subject = 0; subject < all.subjects(); subject++) {
            subjects.add(subject);
        }
        known.about(all, subjects);
        for (int number = 0; number < all.episodes(); number++) {
            Episode episode = all.episode(number);
            List<Source> sources = episode.sources().stream()
                    .filter(source ->
                            agency.test(source.agency()) && !source.known().isAfter(day))
                    .toList();
            boolean isKnown = agency.test(episode.agency()) && !episode.known().isAfter(day);
            if (isKnown) {
                known.episode(episode.with(
                        episode.parts().stream()
                                .filter(part -> !part.known().isAfter(day))
                                .toList(),
                        sources));
            }
        }
        return known.build();
    }
}
