package clew.core.linkage.report;

import clew.core.measure.Interval;
import java.util.Locale;

/** Numbers in words and figures that a reader who is no statistician takes in at once. */
final class Words {

    private Words() {}

    /** A whole number with its thousands apart, such as {@code "50,578"}. */
    static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** A whole number and what it counts, such as {@code "1 record"}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A share in [0, 1] as per cent with the digits that matter; never a rounded 0 or 100 where it is neither. */
    static String percent(double share) {
        double percent = 100 * share;
        if (percent <= 0 || percent >= 100) {
            return percent <= 0 ? "0%" : "100%";
        }
        if (percent < 0.01) {
            return "under 0.01%";
        }
        if (percent > 99.99) {
            return "over 99.99%";
        }
        String form = percent < 1 || percent > 99 ? "%.2f%%" : percent < 10 || percent > 90 ? "%.1f%%" : "%.0f%%";
        return String.format(Locale.UK, form, percent);
    }

    /** A share in [0, 1] as per cent with one decimal, so that figures of a column can be compared; never a rounded 100. */
    static String share(double share) {
        return String.format(Locale.UK, "%.1f%%", share < 1 ? Math.min(99.9, 100 * share) : 100);
    }

    /** A probability of the machine as per cent: never certain, one way or the other. */
    static String probability(double probability) {
        return percent(Math.max(1e-9, Math.min(1 - 1e-9, probability)));
    }

    /** Bits with a sign, such as {@code "+7.2"}; a real minus sign. */
    static String bits(double bits) {
        String figure = String.format(Locale.UK, "%.1f", Math.abs(bits));
        if (figure.equals("0.0")) {
            return "0.0";
        }
        return (bits < 0 ? "\u2212" : "+") + figure;
    }

    /** A description without the formula behind its colon, where it begins with words for the odds before anything is compared. */
    static String plain(String description) {
        return description.startsWith("before looking") ? "the odds that any two records are one person" : description;
    }

    /** A share in [0, 1] with the ends of its interval, as per cent: {@code "93% (91% to 95%)"}. */
    static String interval(Interval interval) {
        return percent(interval.value()) + " (" + percent(interval.low()) + " to " + percent(interval.high()) + ")";
    }

    /** A figure between 0 and 1 with four digits. */
    static String figure(double value) {
        return String.format(Locale.UK, "%.4f", value);
    }

    /** Seconds with the digits that matter. */
    static String seconds(double seconds) {
        return String.format(Locale.UK, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
}
