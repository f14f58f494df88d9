package clew.app.groups;

import java.util.List;
import java.util.UUID;

/**
 * What somebody decides on, by records: it outlives what was found.
 *
 * @param about {@link #LINE}, {@link #THING}, or the kind of a pattern
 * @param evidence records of its episodes
 * @param subjects records of whom or what it is about; none for a line
 */
record Matter(String about, List<UUID> evidence, List<UUID> subjects) {
    static final String LINE = "line";
    /** A vehicle, phone or place on which a case was opened. */
    static final String THING = "thing";

    Matter {
        evidence = List.copyOf(evidence);
        subjects = List.copyOf(subjects);
    }

    static Matter of(Proposal proposal) {
        return new Matter(proposal.about(), proposal.found().evidence(), proposal.subjects());
    }

    static Matter ofLine(List<UUID> evidence) {
        return new Matter(LINE, evidence, List.of());
    }
}
