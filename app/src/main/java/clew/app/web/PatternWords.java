package clew.app.web;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.OwnPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern beside the lines in plain words. It says nothing of guilt, and a child in it is a child. */
final class PatternWords {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final OwnPattern pattern;
    private final LineWords words;

    /** @param words of the same pattern */
    PatternWords(OwnPattern pattern, LineWords words) {
        this.pattern = pattern;
        this.words = words;
    }

    /** Whom or what it is about, with their page. */
    record Subject(String name, String address) {}

    static String address(OwnPattern pattern) {
        return "/patterns/" + pattern.about() + "/" + pattern.anchor();
    }

    /** What stands in a list: who has no name there, children least of all. */
    static String heading(OwnPattern pattern) {
        long children = pattern.found().members().stream()
                .filter(member -> member.side() == Side.CHILD || member.side() == Side.UNKNOWN)
                .count();
        return Words.capital(pattern.recurring().what()) + " with " + Words.count(children, "child", "children") + ", "
                + Words.date(pattern.first()) + " to " + Words.date(pattern.last());
    }

    String kind() {
        return Words.capital(pattern.recurring().what());
    }

    String title() {
        Subject subject = subject();
        return subject == null ? heading(pattern) : subject.name();
    }

    /** Null where it is about several, of whom none is called by name above the others. */
    @Nullable
    Subject subject() {
        return pattern.found()
                .member(pattern.recurring().subject())
                .filter(member ->
                        pattern.recurring().professional() || !member.side().isSomebody())
                .map(this::subject)
                .orElse(null);
    }

    private Subject subject(Member member) {
        return new Subject(words.name(member.subject()), LineTables.address(member));
    }

    /** The kernel's own paragraph, with its days as people write them. */
    String paragraph() {
        Matcher days = DAY.matcher(pattern.recurring().paragraph());
        return days.replaceAll(day -> Words.dates(day.group())) + " The last of it became known on "
                + Words.date(pattern.known()) + ". It says nothing of guilt.";
    }
}
