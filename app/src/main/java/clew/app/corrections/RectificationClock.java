package clew.app.corrections;

import java.time.LocalDate;

/**
 * By when a request to have personal data put right must be answered, in civil dates of Europe/London.
 *
 * <p>UK GDPR article 12(3): within one month of receipt, that is by the corresponding day of the next month or its last day; two
 * further months where requests are complex or many, when the person is told so within the first month. Law enforcement: section
 * 54 of the Data Protection Act 2018 counts the month from and with the day of receipt, one day less. An end on a weekend or a
 * bank holiday is not moved: earlier is safe. That section 54 may be extended too (Data (Use and Access) Act 2025) is unverified.
 *
 * @param receivedOn the day on which the request came in
 * @param lawEnforcement under Part 3 of the Act
 * @param extended whether two further months were taken
 */
public record RectificationClock(LocalDate receivedOn, boolean lawEnforcement, boolean extended) {

    private static final int MONTHS = 1;
    private static final int FURTHER_MONTHS = 2;

    /** The last day on which the answer is in time. */
    public LocalDate due() {
        return end(MONTHS + (extended ? FURTHER_MONTHS : 0));
    }

    /** Whether two further months may still be taken on a day: once, and within the first month. */
    public boolean mayExtendOn(LocalDate day) {
        return !extended && !day.isAfter(end(MONTHS));
    }

    private LocalDate end(int months) {
        LocalDate corresponding = receivedOn.plusMonths(months);
        return lawEnforcement ? corresponding.minusDays(1) : corresponding;
    }
}
