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
 * Who was there when, as a picture: a row for each, a dot for each episode. Where there is room names stand beside their rows, else above them. Places and words for a template
 * to draw; no word leaves the picture.
 *
 * @param width of the picture, in the units of its text of size 14
 * @param left where the rows begin
 */
record LineTimes(int width, int height, int left, List<Row> rows, List<Tick> ticks) {
    static final int WIDE = 760;
    static final int NARROW = 360;

    private static final int SIZE = 14;
    private static final int RIGHT = 16;
    /** From a name to its row. */
    private static final int AWAY = 8;
    /** Names take a third of the picture at the most. */
    private static final int MOST_NAMES = 250;

    private static final int ROW = 26;
    private static final int ROW_BELOW_NAME = 44;
    private static final int FOR_A_MONTH = 110;

    /**
     * Somebody or something, and the places of its dots.
     *
     * @param textX where its name ends when it stands beside the row, else begins
     */
    record Row(int y, String words, int textX, int textY, List<Integer> dots) {}

    /** A month below. */
    record Tick(int x, String words) {}

    /** Whether names stand above their rows. */
    public boolean narrow() {
        return isNarrow(width);
    }

    static boolean isNarrow(int width) {
        return width < 500;
    }

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
        boolean narrow = isNarrow(width);
        double longest = series.stream()
                .mapToDouble(one -> Label.width(one.words(), SIZE))
                .max()
                .orElse(0);
        int left = narrow ? AWAY : (int) Math.min(MOST_NAMES, Math.ceil(longest)) + 2 * AWAY;
        Span span = new Span(Collections.min(all), Collections.max(all), left + AWAY, width - RIGHT - AWAY);
        List<Row> rows = new ArrayList<>();
        for (Series one : series) {
            List<Integer> dots = one.days().stream().map(span::x).distinct().toList();
            String words = Label.cut(one.words(), narrow ? width - 2 * AWAY : MOST_NAMES, SIZE);
            int y = narrow ? 34 + rows.size() * ROW_BELOW_NAME : 20 + rows.size() * ROW;
            rows.add(new Row(y, words, narrow ? left : left - AWAY, narrow ? y - 16 : y + 5, dots));
        }
        int height = rows.size() * (narrow ? ROW_BELOW_NAME : ROW) + 40;
        return new LineTimes(width, height, left, rows, span.ticks((width - left) / FOR_A_MONTH));
    }

    private static List<LocalDate> days(Found found, Member member) {
        return found.episodes().stream()
                .filter(episode -> isThere(episode, member))
                .map(Episode::day)
                .toList();
    }

    /** Where the lines end. */
    public int right() {
        return width - RIGHT;
    }

    private static boolean isThere(Episode episode, Member member) {
        return episode.parts().stream().anyMatch(part -> part.subject().equals(member.subject()));
    }

    /** Days, and where they are. */
    private record Span(LocalDate first, LocalDate last, int left, int right) {

        int x(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return (int) Math.round(left + (right - left) * (double) ChronoUnit.DAYS.between(first, day) / days);
        }

        /** The first day, and evenly the first of months after it. */
        List<Tick> ticks(int most) {
            long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last)) + 1;
            long step = Math.max(1, Math.ceilDiv(months, Math.max(1, most)));
            List<Tick> ticks = new ArrayList<>();
            for (LocalDate at = first;
                    !at.isAfter(last);
                    at = at.withDayOfMonth(1).plusMonths(step)) {
                if (ticks.isEmpty() || x(at) - ticks.getLast().x() >= FOR_A_MONTH - 10) {
                    ticks.add(new Tick(x(at), Words.shortMonth(YearMonth.from(at))));
                }
            }
            return ticks;
        }
    }
}
