package clew.app.quality;

import clew.app.store.Rights;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * How complete and valid the data is, per agency, field and month, for what a viewer may see.
 *
 * <p>Reads as {@code clew_app} with the rights given; the entry point that calls it writes the ledger's row. Completeness = records with a known value / records; validity = values that pass
 * their rule / values given. Every share comes with its numerator and denominator.
 */
public interface QualityTable {

    /** The fields that the National Audit found missing. */
    Set<String> FOREMOST = Set.of("self_defined_ethnicity", "observed_ethnicity", "ethnicity", "nationality");

    /** All series, the ethnicity and nationality of suspects and victims first, then by agency and field. */
    List<Series> all(Rights rights);

    /** What each agency would best mend next, the one that completes or corrects most records first within each agency. */
    List<Correction> nextMostUseful(Rights rights);

    /**
     * One field of one kind of record of one agency, month by month.
     *
     * @param agency name of the agency
     * @param agencySlug its short name, for addresses
     * @param about whose records, in words: suspects, victims, all people
     * @param field name in the standard
     * @param title of the field in the standard
     * @param months oldest first, without gaps
     */
    record Series(String agency, String agencySlug, String about, String field, String title, List<Month> months) {

        public Series {
            months = months.stream().sorted(Comparator.comparing(Month::month)).toList();
        }

        /** Is it the ethnicity or nationality of anyone? */
        public boolean isForemost() {
            return FOREMOST.contains(field);
        }

        /** Is it about suspects or victims, whose ethnicity and nationality come first? */
        public boolean isAboutSuspectsOrVictims() {
            return about.contains("suspect") || about.contains("victim");
        }

        /** All months together. */
        public Count total() {
            return months.stream().map(Month::count).reduce(Count.NONE, Count::plus);
        }
    }

    /**
     * One month of a series.
     *
     * @param month in which the agency came to know, else of receipt
     * @param count of that month
     */
    record Month(YearMonth month, Count count) {}

    /**
     * Numerators and denominators.
     *
     * @param records the denominator of completeness
     * @param present records with a known value: the numerator of completeness and denominator of validity
     * @param valid values that pass their rule: the numerator of validity
     */
    record Count(long records, long present, long valid) {

        public static final Count NONE = new Count(0, 0, 0);

        public Count {
            if (!(0 <= valid && valid <= present && present <= records)) {
                throw new IllegalArgumentException(
                        "expected 0 <= valid <= present <= records, found " + valid + ", " + present + ", " + records);
            }
        }

        Count plus(Count other) {
            return new Count(records + other.records, present + other.present, valid + other.valid);
        }
    }

    /**
     * One thing to mend.
     *
     * @param agency name of the agency
     * @param agencySlug its short name
     * @param what to do, in plain words
     * @param records how many records it would complete or correct
     * @param why what it would buy, in plain words
     */
    record Correction(String agency, String agencySlug, String what, long records, String why) {}
}
