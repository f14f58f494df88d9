package clew.app.groups;

import clew.app.groups.Found.Episode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A draft line of enquiry as its viewer may see it: all of it.
 *
 * @param anchor the record of its oldest episode: its address
 * @param evidenceKey of the set of records of its episodes
 * @param known the day on which the last of it became known to an agency
 * @param received when the last of its evidence came in
 * @param conduct whether somebody in it is recorded at work, or bears the name of a user of Clew: then it is not for their own line
 * @param agencies who hold its evidence, by slug
 * @param found what it consists of
 * @param standing how it stands after what was decided
 */
public record Line(
        UUID anchor,
        UUID evidenceKey,
        LocalDate first,
        LocalDate last,
        LocalDate known,
        Instant received,
        boolean conduct,
        List<String> agencies,
        Found found,
        Standing standing)
        implements Proposal {

    public Line {
        agencies = List.copyOf(agencies);
    }

    @Override
    public String about() {
        return Matter.LINE;
    }

    @Override
    public List<UUID> subjects() {
        return List.of();
    }

    /** What of it was known to the senders by the end of a day; its address and how it stands are of today. Empty where nothing was known. */
    public Optional<Line> asKnownOn(LocalDate day) {
        return found.asKnownOn(day)
                .map(then -> new Line(
                        anchor,
                        evidenceKey,
                        edge(then, Episode::day, true),
                        edge(then, Episode::until, false),
                        edge(then, Episode::known, false),
                        received,
                        conduct,
                        then.episodes().stream()
                                .map(Episode::agency)
                                .distinct()
                                .sorted()
                                .toList(),
                        then,
                        standing));
    }

    private static LocalDate edge(Found of, Function<Episode, LocalDate> which, boolean first) {
        List<LocalDate> days = of.episodes().stream().map(which).sorted().toList();
        return first ? days.getFirst() : days.getLast();
    }

    /** Ties whose evidence more than one agency holds: no agency alone could see them. */
    public long tiesNobodySawAlone() {
        return found.ties().stream()
                .filter(tie -> tie.counts() && tie.agencies().size() > 1)
                .count();
    }

    public long tiesThatCount() {
        return found.ties().stream().filter(Found.Tie::counts).count();
    }
}
