package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Found.Source;
import clew.app.groups.Found.Tie;
import clew.app.groups.Subjects.Told;
import clew.core.network.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What speaks against a line, what would change it and what is missing, in plain sentences. Everything here is counted from the line itself.
 *
 * @param against what speaks against it
 * @param changes what would be left without the records of each agency
 * @param missing whom to ask what
 */
record LineDoubts(List<String> against, List<String> changes, List<String> missing) {
    private static final Map<String, String> ASKS = new TreeMap<>(Map.of(
            "health", "attendances of the children in these months, and who came with them",
            "education", "absence of the children in these months, and who waited for them",
            "police", "stops, checks and intelligence about the adults and vehicles shown",
            "social_care", "missing episodes and return interviews of the children",
            "licensing", "whether an adult shown holds a licence, and for which vehicle",
            "charity", "what young people said about the places shown"));

    static LineDoubts of(Found found, LineWords words, Map<UUID, Told> told) {
        return new LineDoubts(against(found, words, told), changes(found, told), missing(found, words, told));
    }

    private static List<String> against(Found found, LineWords words, Map<UUID, Told> told) {
        List<String> against = new ArrayList<>();
        long explained =
                found.ties().stream().filter(tie -> tie.reason() != null).count();
        if (explained > 0) {
            against.add(Words.count(explained, "tie is", "ties are")
                    + " explained and weighs nothing here; the table below says by what.");
        }
        for (Member member : found.members()) {
            long times = found.episodes().stream()
                    .filter(episode -> episode.parts().stream()
                            .anyMatch(part -> part.subject().equals(member.subject())))
                    .count();
            if (member.side().isSomebody() && times == 1) {
                against.add(words.name(member.subject()) + " is in one episode only: once can be chance.");
            }
        }
        against.addAll(weak(found, words));
        found.episodes()
                .forEach(episode -> outcomes(episode, told)
                        .forEach(outcome -> against.add(Words.date(episode.day()) + ", " + words.summary(episode)
                                + ": recorded with the outcome " + outcome + ".")));
        found.on(Side.UNKNOWN)
                .forEach(member -> against.add(words.name(member.subject())
                        + ": age or identity is not known, so this may be nobody whom the line is about."));
        if (against.isEmpty()) {
            against.add("Nothing that is recorded speaks against it. That is no proof: look at what is missing.");
        }
        return against;
    }

    private static List<String> weak(Found found, LineWords words) {
        List<String> weak = new ArrayList<>();
        for (Episode episode : found.episodes()) {
            Set<String> grades =
                    episode.sources().stream().map(Source::grade).collect(Collectors.toCollection(TreeSet::new));
            boolean graded = grades.stream().noneMatch(String::isEmpty);
            if (graded
                    && grades.stream()
                            .allMatch(grade -> grade.startsWith("3") || grade.endsWith("D") || grade.endsWith("E"))) {
                weak.add(Words.date(episode.day()) + ", " + words.summary(episode) + ": rests on intelligence of grade "
                        + String.join(", ", grades) + " alone. Intelligence is never evidence.");
            }
            if (!episode.day().equals(episode.until())) {
                weak.add(words.summary(episode) + ": the day is not known; it was between " + Words.date(episode.day())
                        + " and " + Words.date(episode.until()) + ".");
            }
        }
        return weak;
    }

    private static List<String> outcomes(Episode episode, Map<UUID, Told> told) {
        Told event = told.get(episode.record());
        return event == null
                ? List.of()
                : event.facts().stream()
                        .filter(fact -> fact.toLowerCase(java.util.Locale.ROOT).contains("no further action")
                                || fact.toLowerCase(java.util.Locale.ROOT).contains("false"))
                        .toList();
    }

    private static List<String> changes(Found found, Map<UUID, Told> told) {
        Set<String> agencies = found.episodes().stream()
                .flatMap(episode -> episode.sources().stream())
                .flatMap(source -> java.util.stream.Stream.ofNullable(told.get(source.record())))
                .map(Told::agency)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Tie> counting = found.ties().stream().filter(Tie::counts).toList();
        List<String> changes = new ArrayList<>();
        for (String agency : agencies) {
            long left = counting.stream()
                    .filter(tie -> tie.episodes().stream()
                            .flatMap(record -> found.episode(record).stream())
                            .anyMatch(episode -> episode.sources().stream()
                                    .map(source -> told.get(source.record()))
                                    .anyMatch(source ->
                                            source != null && !source.agency().equals(agency))))
                    .count();
            changes.add("If what " + agency + " recorded were wrong, " + left + " of "
                    + Words.count(counting.size(), "tie", "ties") + " would be left.");
        }
        changes.add(
                "A relationship that explains why an adult and a child are together (family, care, school, work) takes away the weight of their tie.");
        changes.add("A date of birth that makes an adult a child then makes them a child of the line.");
        return changes;
    }

    static List<String> missing(Found found, LineWords words, Map<UUID, Told> told) {
        Set<String> kinds = found.episodes().stream()
                .flatMap(episode -> episode.sources().stream())
                .flatMap(source -> java.util.stream.Stream.ofNullable(told.get(source.record())))
                .map(Told::agencyKind)
                .collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        ASKS.forEach((kind, what) -> {
            if (!kinds.contains(kind)) {
                missing.add("Nothing here comes from " + kind.replace('_', ' ') + ". Ask for " + what + ".");
            }
        });
        found.members().stream()
                .filter(member -> member.side() == Side.UNKNOWN && member.kind() == SubjectKind.PERSON)
                .forEach(member -> missing.add("Ask " + Words.list(words.agencies(member.records()))
                        + " for the date of birth of " + words.name(member.subject()) + "."));
        found.members().stream()
                .filter(member -> member.kind() == SubjectKind.VEHICLE)
                .forEach(member -> missing.add("Ask police or licensing who keeps, insures and drives vehicle "
                        + words.name(member.subject()) + "."));
        found.members().stream()
                .filter(member -> member.kind() == SubjectKind.PHONE)
                .forEach(member -> missing.add("Ask police who uses phone " + words.name(member.subject()) + "."));
        Map<String, Set<String>> unidentified = new TreeMap<>();
        found.members().stream()
                .filter(member -> member.kind() == SubjectKind.UNIDENTIFIED_PERSON)
                .forEach(member -> unidentified
                        .computeIfAbsent(Words.list(words.agencies(member.records())), agency -> new TreeSet<>())
                        .add(words.name(member.subject())));
        unidentified.forEach((agencies, names) ->
                missing.add("Ask " + agencies + " who these may be: " + Words.list(List.copyOf(names)) + "."));
        return missing;
    }
}
