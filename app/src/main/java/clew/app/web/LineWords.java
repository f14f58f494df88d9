package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Line;
import clew.app.groups.LineSearch;
import clew.app.groups.LineTitle;
import clew.app.groups.Standing;
import clew.app.groups.Subjects;
import clew.app.groups.Subjects.Told;
import clew.core.network.SubjectKind;
import clew.core.standard.CodeLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of enquiry in plain words. It says nothing of guilt: people are shown, adults are of concern to somebody, and a child is a child. */
final class LineWords {
    private final Found found;
    private final Map<UUID, Told> told;
    private final Map<UUID, List<String>> names = new HashMap<>();
    /** Whose record each is. */
    private final Map<UUID, UUID> whose = new HashMap<>();

    LineWords(Found found, Map<UUID, Told> told) {
        this.found = found;
        this.told = told;
        for (Member member : found.members()) {
            names.put(member.subject(), Subjects.names(member.records(), told));
            member.records().forEach(record -> whose.put(record, member.subject()));
        }
    }

    String name(@Nullable UUID subject) {
        return subject == null
                ? "Place not recorded"
                : names.getOrDefault(subject, List.of("Not named")).getFirst();
    }

    /** What else visible records call them. */
    String otherNames(UUID subject) {
        List<String> all = names.getOrDefault(subject, List.of("Not named"));
        return Words.list(all.subList(1, all.size()));
    }

    /** Whose record it is; the record itself where it is nobody's here. */
    UUID whose(UUID record) {
        return whose.getOrDefault(record, record);
    }

    /** What somebody is called whose record this is, as everywhere on the page. */
    String nameOf(UUID record) {
        UUID subject = whose(record);
        String own = own(record);
        return names.containsKey(subject) ? name(subject) : own.isEmpty() ? "Not named" : own;
    }

    /** The same, with what this record calls them where it is something else. */
    String nameAsIn(UUID record) {
        String name = nameOf(record);
        String own = own(record);
        return own.isEmpty() || own.equalsIgnoreCase(name) ? name : name + " (recorded here as " + own + ")";
    }

    /** What the record itself says, perhaps nothing. */
    private String own(UUID record) {
        Told one = told.get(record);
        return one == null ? "" : one.words().strip();
    }

    static String side(Member member) {
        return switch (member.side()) {
            case ADULT -> "Adult shown";
            case CHILD -> "Child";
            case UNKNOWN ->
                member.kind() == SubjectKind.UNIDENTIFIED_PERSON
                        ? "Not identified: treat as a child"
                        : "Age not known: treat as a child";
            case THING, PLACE -> kind(member.kind());
        };
    }

    static String kind(SubjectKind kind) {
        return switch (kind) {
            case PERSON -> "Person";
            case UNIDENTIFIED_PERSON -> "Person not identified";
            case VEHICLE -> "Vehicle";
            case PHONE -> "Phone";
            case ONLINE_ACCOUNT -> "Online account";
            case ORGANISATION -> "Organisation";
            case PLACE -> "Place";
        };
    }

    /** What stands in the title of a line: who has no name there. */
    static String title(Line line) {
        return title(new LineTitle(
                line.anchor(),
                line.found().on(Side.ADULT).size(),
                line.found().on(Side.CHILD).size(),
                line.first(),
                line.last()));
    }

    static String title(LineTitle line) {
        return Words.count(line.adults(), "adult", "adults") + " and "
                + Words.count(line.children(), "child", "children") + ", "
                + Words.date(line.first()) + " to " + Words.date(line.last());
    }

    /** The whole line in one paragraph. */
    String paragraph(Line line) {
        int adults = found.on(Side.ADULT).size();
        int children = found.on(Side.CHILD).size();
        long days = found.episodes().stream().map(Found.Episode::day).distinct().count();
        long places = found.episodes().stream()
                .flatMap(episode -> java.util.stream.Stream.ofNullable(episode.place()))
                .distinct()
                .count();
        return "Records show " + Words.count(adults, "adult", "adults") + " with "
                + Words.count(children, "child", "children") + " on " + Words.count(days, "date", "dates") + " at "
                + Words.count(places, "place", "places") + " between " + Words.date(line.first()) + " and "
                + Words.date(line.last())
                + ", outside what family, care, school or work explains. The evidence comes from "
                + Words.count(line.agencies().size(), "agency", "agencies") + "; "
                + sawAlone(line) + " The last of it became known on "
                + Words.date(line.known()) + ". This is a proposal for people to look into. It says nothing of guilt.";
    }

    private static String sawAlone(Line line) {
        String ties = Words.count(line.tiesThatCount(), "tie", "ties");
        long more = line.tiesNobodySawAlone();
        return more == 0
                ? "none of " + ties + " rests on records of more than one."
                : Words.number(more) + " of " + ties
                        + " rest on records of more than one agency, so no agency alone could see them.";
    }

    /** That lines are still being sought, in place of a list. */
    static String searching(LineSearch.Going going) {
        return "The search of " + Words.count(going.records(), "record", "records") + " is going on, since "
                + Words.moment(going.since()) + ". What it finds will stand here: open this page again in a moment.";
    }

    /** How it stands. */
    static String standing(Standing standing) {
        String day = Words.date(standing.day());
        return switch (standing.state()) {
            case DRAFT -> "Draft. Ends on " + day + " unless somebody decides";
            case RETURNED ->
                "Rejected before, and back because of " + fresh(standing) + ". Ends on " + day
                        + " unless somebody decides";
            case PARKED -> "Parked until " + day;
            case REJECTION_ASKED -> "One person asks for it to be rejected. A second reviewer must answer by " + day;
            case REJECTED -> "Rejected on " + day;
            case ACCEPTED ->
                "Accepted as a line of enquiry on " + day
                        + (standing.fresh().isEmpty() ? "" : "; since then " + fresh(standing) + " came in");
            case ENDED -> "Ended on " + day + ": nobody decided in time";
        };
    }

    private static String fresh(Standing standing) {
        return Words.count(standing.fresh().size(), "new piece of evidence", "new pieces of evidence");
    }

    String role(Found.Part part) {
        String role = part.role().isEmpty() ? "" : label("involvement_role", part.role());
        return name(part.subject())
                + (role.isEmpty() ? "" : " (" + role + (part.atWork() ? ", there for their work" : "") + ")");
    }

    static String happening(String kind) {
        return kind.isEmpty() ? "Event" : Words.capital(label("event_type", kind));
    }

    static String reason(String code) {
        return label("relationship_reason", code);
    }

    /** Why a reason is believed to explain two people. */
    static String premise(String code, boolean inferred) {
        if (!inferred) {
            return "A record states it.";
        }
        return switch (code) {
            case "household" ->
                "Nobody stated it. Worked out because records give both the same home, and few enough others for it to be a household.";
            case "caseload" ->
                "Nobody stated it. Worked out because one agency ties one of the two to many people without saying why, as it does with those that somebody works with.";
            default -> "Nobody stated it. The sender, or Clew, worked it out from other records.";
        };
    }

    static String label(String list, String code) {
        return CodeLists.named(list).find(code).map(found -> found.label()).orElseGet(() -> code.replace('_', ' '));
    }

    String summary(Found.Episode episode) {
        Told event = told.get(episode.record());
        return event == null || event.words().isBlank() ? happening(episode.kind()) : event.words();
    }

    List<String> agencies(List<UUID> records) {
        return records.stream()
                .map(told::get)
                .filter(java.util.Objects::nonNull)
                .map(Told::agency)
                .distinct()
                .sorted()
                .toList();
    }
}
