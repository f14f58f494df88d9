package clew.core.network;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A line in plain words, for who decides on it.
 *
 * @param paragraph what it is
 * @param supporting the evidence for it
 * @param against the evidence against it, and why it may be less than it seems; never empty
 * @param wouldChange what would change it
 * @param explained ties that a reason explains, and why the line stands without them
 * @param missing what is not known, and whom to ask
 */
public record Brief(
        String paragraph,
        List<String> supporting,
        List<String> against,
        List<String> wouldChange,
        List<String> explained,
        List<String> missing) {
    private static final double FIRM = 0.8;

    /**
     * The brief of a line.
     *
     * @param name what to call a subject, by its id
     */
    public static Brief of(Line line, UnaryOperator<String> name) {
        return new Brief(
                paragraph(line),
                supporting(line),
                against(line),
                wouldChange(line),
                explained(line, name),
                missing(line));
    }

    private static String paragraph(Line line) {
        return String.format(
                Locale.ROOT,
                "%s of concern %s with %s on %s between %s and %s, as recorded by %s. %s and %s belong with them. This is a draft line of enquiry for people to decide on: nobody in it is accused by it.",
                count(line.adults().size(), "adult", "adults"),
                line.adults().size() == 1 ? "was" : "were",
                count(line.children().size(), "child", "children"),
                count(line.episodes().size(), "occasion", "occasions"),
                line.first(),
                line.last(),
                String.join(", ", line.agencies()),
                count(line.others().size(), "person not identified", "people not identified"),
                count(line.means().size(), "vehicle, phone or account", "vehicles, phones or accounts"));
    }

    private static List<String> supporting(Line line) {
        List<String> words = new ArrayList<>();
        words.add(count(line.ties().size(), "tie", "ties") + " that chance and activity do not explain, "
                + String.format(Locale.ROOT, "%.0f bits", line.explanation().bits()) + " in all.");
        long several = line.tiesOfSeveralAgencies();
        if (several > 0) {
            words.add(count(several, "tie rests", "ties rest")
                    + " on records of two or more agencies: none of them alone could see it whole.");
        }
        long again = line.ties().stream().filter(tie -> tie.days() > 1).count();
        if (again > 0) {
            words.add(count(again, "pair was", "pairs were") + " together on more than one day.");
        }
        if (!line.places().isEmpty()) {
            words.add(count(line.places().size(), "place", "places") + " saw them on two or more days.");
        }
        return words;
    }

    private static List<String> against(Line line) {
        List<String> words = new ArrayList<>();
        long once = line.ties().stream().filter(tie -> tie.sources() <= 1).count();
        if (once > 0) {
            words.add(count(once, "tie rests", "ties rest") + " on a single record.");
        }
        long told = line.episodes().stream()
                .filter(episode -> episode.sources().stream()
                        .anyMatch(source -> !source.grade().isEmpty()))
                .count();
        if (told > 0) {
            words.add(count(told, "occasion rests", "occasions rest")
                    + " on intelligence (graded " + String.join(", ", grades(line))
                    + "); intelligence is not evidence.");
        }
        long undated =
                line.episodes().stream().filter(episode -> !episode.isDated()).count();
        if (undated > 0) {
            words.add(count(undated, "occasion has", "occasions have") + " no certain day.");
        }
        if (line.firmness().stability() < FIRM) {
            words.add(String.format(
                    Locale.ROOT,
                    "It is found again at only %.0f%% of the resolutions tried: who belongs to it is not certain.",
                    100 * line.firmness().stability()));
        }
        words.add(chance(line.firmness()));
        if (line.agencies().size() == 1) {
            words.add("Only one agency holds anything of it.");
        }
        return words;
    }

    private static String chance(Line.Firmness firmness) {
        return firmness.worlds() == 0
                ? "Too little is recorded around it to try whether chance alone would make as much."
                : "Chance alone made as much in " + firmness.asStrong() + " of " + firmness.worlds()
                        + " worlds in which the same people met others just as often.";
    }

    private static SortedSet<String> grades(Line line) {
        SortedSet<String> grades = new TreeSet<>();
        line.episodes()
                .forEach(episode -> episode.sources().stream()
                        .map(Source::grade)
                        .filter(grade -> !grade.isEmpty())
                        .forEach(grades::add));
        return grades;
    }

    private static List<String> wouldChange(Line line) {
        List<String> words = new ArrayList<>();
        words.add(
                "A recorded reason for adults and children to be together (kin, carer, worker, coach) would take their ties out of it.");
        if (line.adults().size() == 2) {
            words.add("It stands on two adults: without either of them it falls.");
        }
        if (line.children().size() == 2) {
            words.add("It stands on two children: without either of them it falls.");
        }
        if (!line.others().isEmpty()) {
            words.add(
                    "If somebody not identified turns out to be one of the others, or to have been a child, it changes.");
        }
        return words;
    }

    private static List<String> explained(Line line, UnaryOperator<String> name) {
        List<String> words = new ArrayList<>();
        for (String blocked : BlockList.within(line.episodes())) {
            words.add(name.apply(blocked) + ": on the block list. It was there and ties nobody.");
        }
        if (line.explained().isEmpty()) {
            words.add("No reason is recorded for any two of them to be together.");
        }
        for (Line.ShownTie tie : line.explained()) {
            words.add(name.apply(tie.one()) + " and " + name.apply(tie.other()) + ": " + tie.reason()
                    + ". It weighs nothing here; the gate holds without it.");
        }
        return words;
    }

    private static List<String> missing(Line line) {
        List<String> words = new ArrayList<>();
        if (!line.others().isEmpty()) {
            words.add("Who " + count(line.others().size(), "person not identified is", "people not identified are")
                    + ": ask " + String.join(", ", line.agencies()) + ", who recorded them.");
        }
        long nowhere = line.episodes().stream()
                .filter(episode -> episode.place() == null)
                .count();
        if (nowhere > 0) {
            words.add(
                    "Where " + count(nowhere, "occasion was", "occasions were") + ": ask the agency that recorded it.");
        }
        long silent = ChronoUnit.DAYS.between(line.last(), line.known());
        if (silent > 30) {
            words.add("What came after " + line.last() + ": the last of it became known " + silent + " days later.");
        }
        if (words.isEmpty()) {
            words.add("Whether any agency that is not among " + String.join(", ", line.agencies())
                    + " holds something of them.");
        }
        return words;
    }

    private static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }
}
