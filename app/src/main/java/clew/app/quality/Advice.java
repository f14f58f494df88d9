package clew.app.quality;

import clew.app.quality.QualityTable.Correction;
import clew.app.quality.QualityTable.Count;
import clew.app.quality.QualityTable.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What each agency would best mend next: of the fields that buy something, those with most gaps or broken values. The field's worth is said in words
 * and not weighed: the order is by the number of records that one correction completes.
 */
final class Advice {

    /** How many things an agency is asked to mend at once. */
    static final int PER_AGENCY = 3;

    private static final String JOINS =
            "It tells people of one name apart, and joins your records with those of other agencies.";
    private static final String COUNTED =
            "The national audit found it recorded for a third of suspects; without it no return can say who is harmed and by whom.";
    private static final Map<String, String> WORTH = Map.ofEntries(
            Map.entry("nhs_number", JOINS),
            Map.entry("date_of_birth", JOINS + " It also decides who is a child."),
            Map.entry("family_name", JOINS),
            Map.entry("given_name", JOINS),
            Map.entry("postcode", JOINS),
            Map.entry("self_defined_ethnicity", COUNTED),
            Map.entry("observed_ethnicity", COUNTED),
            Map.entry("nationality", COUNTED),
            Map.entry("age_at_start", "It decides who was a child when it happened."),
            Map.entry("location_type", "Places of one kind show a pattern only when the kind is recorded."),
            Map.entry("event_type", "An event without its kind cannot be counted."),
            Map.entry("registration", "A vehicle without its registration cannot be seen in two places."));

    private Advice() {}

    static List<Correction> on(List<Series> series) {
        Map<String, List<Correction>> byAgency = new LinkedHashMap<>();
        series.stream()
                .sorted(Comparator.comparing(Series::agency).thenComparing(Series::agencySlug))
                .forEach(one -> propose(one, byAgency.computeIfAbsent(one.agencySlug(), key -> new ArrayList<>())));
        return byAgency.values().stream()
                .flatMap(corrections -> corrections.stream()
                        .sorted(Comparator.comparingLong(Correction::records)
                                .reversed()
                                .thenComparing(Correction::what))
                        .limit(PER_AGENCY))
                .toList();
    }

    private static void propose(Series one, List<Correction> into) {
        String worth = WORTH.get(one.field());
        if (worth == null) {
            return;
        }
        Count total = one.total();
        String field = inSentence(one.title());
        add(into, one, "Correct the " + field + " of " + one.about(), total.present() - total.valid(), worth);
        // A field that an agency's system does not have at all is not a correction; it is a change of the extract.
        if (total.present() > 0) {
            add(into, one, "Add the missing " + field + " of " + one.about(), total.records() - total.present(), worth);
        } else {
            add(
                    into,
                    one,
                    "Send the " + field + " of " + one.about() + ", which the extract does not hold",
                    total.records(),
                    worth);
        }
    }

    /** A field's title inside a sentence: small, unless it begins with an abbreviation. */
    private static String inSentence(String title) {
        boolean word = title.length() > 1 && Character.isLowerCase(title.charAt(1));
        return word ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : title;
    }

    private static void add(List<Correction> into, Series one, String what, long records, String worth) {
        if (records > 0) {
            into.add(new Correction(one.agency(), one.agencySlug(), what, records, worth));
        }
    }
}
