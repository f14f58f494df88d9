package clew.app.oversight;

import java.time.Duration;
import java.time.LocalDate;

/**
 * One rule by which looks are laid before a person, as it holds from a day on.
 *
 * @param name of the rule: {@code own_name}
 * @param startsOn the first day on which this version holds
 * @param words what it looks for
 * @param least how many looks make a finding
 * @param within in what time
 */
record Rule(String name, LocalDate startsOn, String words, int least, Duration within) {

    Rule {
        if (least < 1 || within.isNegative() || within.isZero()) {
            throw new IllegalArgumentException(
                    "expected at least 1 look within some time, found " + least + " within " + within);
        }
    }
}
