package clew.app.groups;

import clew.core.explain.Explanation;
import clew.core.network.SubjectKind;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft line of enquiry as it was found, by ids alone: who and what is in it, the episodes in which two or more of them were, and their ties. It assigns
 * nobody a role but those that records give, episode by episode.
 *
 * @param members people first, then things, then places; each group by id
 * @param episodes by day, then id
 * @param ties those that weigh something by their newest episode, then the explained ones
 */
public record Found(List<Member> members, List<Episode> episodes, List<Tie> ties) {

    public Found {
        members = List.copyOf(members);
        episodes = List.copyOf(episodes);
        ties = List.copyOf(ties);
    }

    /** In what way somebody or something belongs to a line. */
    public enum Side {
        /** Of age in every episode of the line, as far as recorded. */
        ADULT,
        /** Under 18 in any episode of the line. */
        CHILD,
        /** Age not known on every day, or not identified: treated as a child. */
        UNKNOWN,
        THING,
        PLACE;

        public boolean isSomebody() {
            return compareTo(UNKNOWN) <= 0;
        }
    }

    /**
     * Somebody or something.
     *
     * @param subject the first of its records: its address
     * @param records all that are of it, by id
     * @param atWork whether a record has it somewhere because of its work
     */
    public record Member(UUID subject, SubjectKind kind, Side side, List<UUID> records, boolean atWork) {
        public Member {
            records = List.copyOf(records);
        }
    }

    /**
     * Something that happened.
     *
     * @param record that tells it
     * @param kind code of the list of event types; empty where not told
     * @param day the first on which it can have been
     * @param until the last
     * @param known the day on which the sender knew
     * @param place subject that is the place
     * @param parts members and others of the line who were there
     */
    public record Episode(
            UUID record,
            String kind,
            LocalDate day,
            LocalDate until,
            LocalDate known,
            String agency,
            @Nullable UUID place,
            List<Part> parts,
            List<Source> sources) {
        public Episode {
            parts = List.copyOf(parts);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Who was there, in what role.
     *
     * @param role code of the list of roles; empty where not told
     * @param atWork because of their work, or as parent or carer
     */
    public record Part(UUID subject, String role, boolean atWork) {}

    /** A record that an episode rests on; the grade is of intelligence, such as 2B, and empty for others. */
    public record Source(UUID record, String agency, String grade) {}

    /**
     * Two who were together.
     *
     * @param days on how many
     * @param reason what explains it, as a code; null when nothing does
     * @param inferred whether nobody stated the reason and it was worked out
     * @param episodes in which both were, by day
     * @param agencies who hold them; two or more: no agency alone could see the tie
     * @param explanation of its weight
     */
    public record Tie(
            UUID one,
            UUID other,
            int days,
            @Nullable String reason,
            boolean inferred,
            List<UUID> episodes,
            List<String> agencies,
            Explanation explanation) {
        public Tie {
            episodes = List.copyOf(episodes);
            agencies = List.copyOf(agencies);
        }

        /** What is left of it where only some episodes are known; empty where none of its own is. */
        private Optional<Tie> of(Map<UUID, Episode> known) {
            List<Episode> left =
                    episodes.stream().filter(known::containsKey).map(known::get).toList();
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Tie(
                            one,
                            other,
                            (int) left.stream().map(Episode::day).distinct().count(),
                            reason,
                            inferred,
                            left.stream().map(Episode::record).toList(),
                            left.stream()
                                    .map(Episode::agency)
                                    .distinct()
                                    .sorted()
                                    .toList(),
                            explanation));
        }

        /** Whether it weighs something. */
        public boolean counts() {
            return explanation.value() > 0;
        }
    }

    public Optional<Member> member(UUID subject) {
        return members.stream()
                .filter(member -> member.subject().equals(subject))
                .findFirst();
    }

    public Optional<Episode> episode(UUID record) {
        return episodes.stream()
                .filter(episode -> episode.record().equals(record))
                .findFirst();
    }

    /** Those on one side. */
    public List<Member> on(Side side) {
        return members.stream().filter(member -> member.side() == side).toList();
    }

    /** The records of the episodes: what a verdict is about. */
    public List<UUID> evidence() {
        return episodes.stream().map(Episode::record).sorted().toList();
    }

    /** The records of everybody and everything in it. */
    public List<UUID> records() {
        return members.stream().flatMap(member -> member.records().stream()).toList();
    }

    /** The weight of the evidence as the sum of its ties: for a reader to check, never to order people by. */
    public Explanation weight() {
        return Explanation.sum(
                "weight of the evidence: the sum of its ties",
                ties.stream().filter(Tie::counts).map(Tie::explanation).toList());
    }

    /**
     * What of it was known to the senders by the end of a day: as if later episodes were not there. Fewer ties, on fewer days and from fewer agencies, and who was in no
     * episode known by then is not shown. Only the weights, the sides and the records of a member stay those of today.
     */
    public Optional<Found> asKnownOn(LocalDate day) {
        Map<UUID, Episode> known = new LinkedHashMap<>();
        Set<UUID> there = new HashSet<>();
        for (Episode episode : episodes) {
            if (!episode.known().isAfter(day)) {
                known.put(episode.record(), episode);
                episode.parts().forEach(part -> there.add(part.subject()));
                if (episode.place() != null) {
                    there.add(episode.place());
                }
            }
        }
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        members.stream()
                                .filter(member -> there.contains(member.subject()))
                                .toList(),
                        List.copyOf(known.values()),
                        ties.stream().flatMap(tie -> tie.of(known).stream()).toList()));
    }

    /** The days on which something of it became known, oldest first. */
    public List<LocalDate> knownDays() {
        return episodes.stream().map(Episode::known).distinct().sorted().toList();
    }
}
