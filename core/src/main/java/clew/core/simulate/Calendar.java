package clew.core.simulate;

import java.time.LocalDate;

/** Days and delays within the simulated time. */
final class Calendar {

    private static final int EVENING = 17 * 60;

    private final RegionSettings settings;

    Calendar(RegionSettings settings) {
        this.settings = settings;
    }

    LocalDate day(Draw draw) {
        return settings.firstDay().plusDays(1 + draw.below(settings.days()));
    }

    /** A day from a day on, within a number of days, never after the reference date. */
    LocalDate within(LocalDate from, int days, Draw draw) {
        return earlier(from.plusDays(draw.between(0, days)));
    }

    /**
     * When an agency wrote down what happened on a day: mostly the same or the next day, one time in five weeks later, one in twenty up to three months later; never after the
     * reference date.
     */
    LocalDate known(LocalDate occurred, Draw draw) {
        int delay = switch (draw.weighted(55, 25, 15, 5)) {
            case 0 -> draw.between(0, 1);
            case 1 -> draw.between(2, 7);
            case 2 -> draw.between(8, 35);
            default -> draw.between(36, 90);
        };
        return earlier(occurred.plusDays(delay));
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(settings.referenceDate()) ? settings.referenceDate() : day;
    }

    /** A minute of the day. */
    static int anyTime(Draw draw) {
        return draw.between(7 * 60, 23 * 60 + 59);
    }

    static int evening(Draw draw) {
        return EVENING + draw.below(24 * 60 - EVENING);
    }

    static int working(Draw draw) {
        return draw.between(8 * 60, 17 * 60);
    }
}
