package clew.app.groups;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A pattern beside the lines as its viewer may see it: all of it.
 *
 * @param anchor the first record of whom or what it is about, of several the record of its oldest episode: its address
 * @param evidenceKey names whom or what it is about and the records of its episodes
 * @param known the day on which the last of it became known to an agency
 * @param received when the last of its evidence came in
 * @param conduct whether it is about somebody at work, or names a user of Clew: then it is not for their own line
 * @param agencies who hold its evidence, by slug
 * @param recurring what it consists of
 * @param standing how it stands after what was decided
 */
public record OwnPattern(
        UUID anchor,
        UUID evidenceKey,
        LocalDate first,
        LocalDate last,
        LocalDate known,
        Instant received,
        boolean conduct,
        List<String> agencies,
        Recurring recurring,
        Standing standing)
        implements Proposal {

    public OwnPattern {
        agencies = List.copyOf(agencies);
    }

    @Override
    public String about() {
        return recurring.kind();
    }

    @Override
    public Found found() {
        return recurring.found();
    }

    @Override
    public List<UUID> subjects() {
        return recurring.subjects();
    }
}
