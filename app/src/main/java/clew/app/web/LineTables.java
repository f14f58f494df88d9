package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Source;
import clew.app.groups.Found.Tie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a line: people and things, ties, episodes and places; each says all that a picture beside it says. */
final class LineTables {
    private final Found found;
    private final LineWords words;
    private final Map<UUID, Episode> episodes = new HashMap<>();

    LineTables(Found found, LineWords words) {
        this.found = found;
        this.words = words;
        found.episodes().forEach(episode -> episodes.put(episode.record(), episode));
    }

    /**
     * Somebody or something shown.
     *
     * @param others what else records call them
     * @param address of their page
     * @param roles each role with the dates of the episodes that give it
     */
    record Shown(
            UUID subject,
            String name,
            String others,
            String what,
            boolean child,
            String address,
            String agencies,
            List<String> roles) {}

    /** Two who were together. */
    record Together(
            String one,
            String other,
            String days,
            String dates,
            String sources,
            String grade,
            String agencies,
            String reason,
            String premise,
            String weight) {
        /** All of it in one sentence or two. */
        String words() {
            return one + " and " + other + ": " + days + " together" + (dates.isEmpty() ? "" : ", " + dates) + "; "
                    + sources
                    + (agencies.isEmpty() ? "" : ", " + agencies) + ". "
                    + (reason.isEmpty() ? Words.capital(weight) : "Explained by: " + reason + ". " + premise);
        }
    }

    /** Something that happened. */
    record Happened(
            UUID record,
            String date,
            String machineDate,
            String what,
            String kind,
            String agency,
            String place,
            List<String> who,
            String grade,
            String known) {}

    /** A place, and when. */
    record There(UUID subject, String name, String address, int episodes, String dates, List<String> who) {}

    List<Shown> shown(Side... sides) {
        Set<Side> wanted = Set.of(sides);
        return found.members().stream()
                .filter(member -> wanted.contains(member.side()))
                .map(this::shown)
                .sorted(Comparator.comparing(Shown::name).thenComparing(Shown::subject))
                .toList();
    }

    private Shown shown(Member member) {
        return new Shown(
                member.subject(),
                words.name(member.subject()),
                words.otherNames(member.subject()),
                LineWords.side(member),
                member.side() == Side.CHILD || member.side() == Side.UNKNOWN,
                address(member),
                Words.list(words.agencies(member.records())),
                roles(member));
    }

    static String address(Member member) {
        return (member.side() == Side.CHILD || member.side() == Side.UNKNOWN ? "/persons/" : "/things/")
                + member.subject();
    }

    private List<String> roles(Member member) {
        Map<String, List<LocalDate>> dates = new LinkedHashMap<>();
        for (Episode episode : found.episodes()) {
            episode.parts().stream()
                    .filter(part -> part.subject().equals(member.subject())
                            && !part.role().isEmpty())
                    .forEach(part -> dates.computeIfAbsent(
                                    LineWords.label("involvement_role", part.role()), role -> new ArrayList<>())
                            .add(episode.day()));
        }
        return dates.entrySet().stream()
                .map(entry -> Words.capital(entry.getKey()) + ": " + dates(entry.getValue()))
                .toList();
    }

    /** @param counting those that count, else those that are explained */
    List<Together> ties(boolean counting) {
        return found.ties().stream()
                .filter(tie -> (tie.reason() == null) == counting)
                .map(this::together)
                .toList();
    }

    Together together(Tie tie) {
        List<Episode> both = tie.episodes().stream()
                .flatMap(record -> Stream.ofNullable(episodes.get(record)))
                .toList();
        List<Source> sources =
                both.stream().flatMap(episode -> episode.sources().stream()).toList();
        String reason = tie.reason();
        return new Together(
                words.name(tie.one()),
                words.name(tie.other()),
                Words.count(tie.days(), "day", "days"),
                dates(both.stream().map(Episode::day).toList()),
                Words.count(sources.stream().map(Source::record).distinct().count(), "source", "sources"),
                grades(sources),
                Words.list(words.agencies(sources.stream().map(Source::record).toList())),
                reason == null ? "" : Words.capital(LineWords.reason(reason)) + (tie.inferred() ? ", inferred" : ""),
                reason == null ? "" : LineWords.premise(reason, tie.inferred()),
                tie.explanation().description());
    }

    List<Happened> episodes() {
        return found.episodes().stream().map(this::happened).toList();
    }

    private Happened happened(Episode episode) {
        boolean dated = episode.day().equals(episode.until());
        return new Happened(
                episode.record(),
                dated ? Words.date(episode.day()) : Words.date(episode.day()) + " to " + Words.date(episode.until()),
                episode.day().toString(),
                words.summary(episode),
                LineWords.happening(episode.kind()),
                Words.list(words.agencies(
                        episode.sources().stream().map(Source::record).toList())),
                words.name(episode.place()),
                episode.parts().stream().map(words::role).toList(),
                grades(episode.sources()),
                Words.date(episode.known()));
    }

    List<There> places() {
        return found.on(Side.PLACE).stream()
                .map(this::there)
                .sorted(Comparator.comparing(There::name).thenComparing(There::subject))
                .toList();
    }

    private There there(Member place) {
        List<Episode> here = found.episodes().stream()
                .filter(episode -> place.subject().equals(episode.place()))
                .toList();
        Collection<String> who = here.stream()
                .flatMap(episode -> episode.parts().stream())
                .map(part -> words.name(part.subject()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new There(
                place.subject(),
                words.name(place.subject()),
                "/things/" + place.subject(),
                here.size(),
                dates(here.stream().map(Episode::day).toList()),
                List.copyOf(who));
    }

    /** Grades of intelligence, each once; records that are no intelligence bear none. */
    private static String grades(Collection<Source> sources) {
        List<String> grades = sources.stream()
                .map(Source::grade)
                .filter(grade -> !grade.isEmpty())
                .distinct()
                .sorted()
                .toList();
        return grades.isEmpty() ? "Not graded" : String.join(", ", grades);
    }

    private static String dates(Collection<LocalDate> days) {
        List<LocalDate> sorted = days.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            return "";
        }
        return sorted.size() == 1
                ? Words.date(sorted.getFirst())
                : Words.date(sorted.getFirst()) + " to " + Words.date(sorted.getLast());
    }
}
