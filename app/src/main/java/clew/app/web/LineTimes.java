package clew.app.web;

import clew.app.groups.Found;
import clew.app.groups.Found.Episode;
import clew.app.groups.Found.Member;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Who was there when, as a picture: a row for each, a dot for each episode. Places and words for a template to draw.
 *
 * @param width of the picture, in the units of its text of size 14
 */
record LineTimes(int width, int height, List<Row> rows, List<Tick> ticks) {
    private static final int LEFT = 190;
    private static final int RIGHT = 16;
    private static final int ROW = 26;
    private static final int MOST_TICKS = 6;

    /** Somebody or something, and the places of its dots. */
    record Row(int y, String words, List<Integer> dots) {}

    /** A month below. */
    record Tick(int x, String words) {}

    /** Somebody or something, and when they were there. */
    record Series(String words, List<LocalDate> days) {}

    static LineTimes of(Found found, LineWords words, int width) {
        return of(
                found.members().stream()
                        .filter(member -> member.side() != Found.Side.PLACE)
                        .sorted(Comparator.comparing(Member::side)
                                .thenComparing(member -> words.name(member.subject())))
                        .map(member -> new Series(words.name(member.subject()), days(found, member)))
                        .toList(),
                found.episodes().stream().map(Episode::day).toList(),
                width);
    }

    /**
     * A row for each.
     *
     * @param all every day that there is, at least one
     */
    static LineTimes of(List<Series> series, List<LocalDate> all, int width) {
        LocalDate first = Collections.min(all);
        LocalDate last = Collections.max(all);
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<Row> rows = new ArrayList<>();
        for (Series one : series) {
            List<Integer> dots = one.days().stream()
                    .map(day -> x(day, first, days, width))
                    .distinct()
                    .toList();
            rows.add(new Row(20 + rows.size() * ROW, cut(one.words()), dots));
        }
        return new LineTimes(width, 40 + rows.size() * ROW, rows, ticks(first, last, days, width));
    }

    private static List<LocalDate> days(Found found, Member member) {
        return found.episodes().stream()
                .filter(episode -> isThere(episode, member))
                .map(Episode::day)
                .toList();
    }

    /** Where the lines begin. */
    public int left() {
        return LEFT;
    }

    /** Where the lines end. */
    public int right() {
        return width - RIGHT;
    }

    private static boolean isThere(Episode episode, Member member) {
        return episode.parts().stream().anyMatch(part -> part.subject().equals(member.subject()));
    }

    private static int x(LocalDate day, LocalDate first, long days, int width) {
        return (int) Math.round(
                LEFT + 8 + (width - LEFT - RIGHT - 16) * (double) ChronoUnit.DAYS.between(first, day) / days);
    }

    private static List<Tick> ticks(LocalDate first, LocalDate last, long days, int width) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
        long step = Math.max(1, Math.ceilDiv(months, MOST_TICKS));
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate at = first; !at.isAfter(last); at = at.withDayOfMonth(1).plusMonths(step)) {
            ticks.add(new Tick(x(at, first, days, width), Words.shortMonth(YearMonth.from(at))));
        }
        return ticks;
    }

    private static String cut(String words) {
        return words.length() <= 22 ? words : words.substring(0, 21).strip() + "…";
    }
}
