package clew.app.web;

import clew.app.quality.QualityTable.Count;
import clew.app.quality.QualityTable.Month;
import clew.app.quality.QualityTable.Series;
import java.util.List;
import java.util.Locale;

/**
 * One field of one agency in a table.
 *
 * @param agency name
 * @param title of the field and whom it is about
 * @param address of its own page
 * @param recorded completeness, in per cent
 * @param recordedOf its numerator and denominator
 * @param valid validity, in per cent
 * @param validOf its numerator and denominator
 * @param trend from the first month to the last, in words
 */
record QualityLine(
        String agency,
        String title,
        String address,
        String recorded,
        String recordedOf,
        String valid,
        String validOf,
        String trend) {

    static QualityLine of(Series series) {
        Count total = series.total();
        return new QualityLine(
                series.agency(),
                title(series),
                "/quality/" + series.agencySlug() + "/" + slug(series.about()) + "/" + series.field(),
                Words.percent(total.present(), total.records()),
                of(total.present(), total.records()),
                total.present() == 0 ? "none given" : Words.percent(total.valid(), total.present()),
                of(total.valid(), total.present()),
                trend(series.months()));
    }

    /** Nationality of suspects. */
    static String title(Series series) {
        return series.title() + " of " + series.about();
    }

    /** The words as a part of an address. */
    static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String of(long part, long whole) {
        return Words.number(part) + " of " + Words.number(whole);
    }

    private static String trend(List<Month> months) {
        List<Month> with =
                months.stream().filter(month -> month.count().records() > 0).toList();
        if (with.size() < 2) {
            return "one month only";
        }
        return share(with.getFirst()) + " in "
                + Words.shortMonth(with.getFirst().month()) + ", " + share(with.getLast()) + " in "
                + Words.shortMonth(with.getLast().month());
    }

    private static String share(Month month) {
        return Words.percent(month.count().present(), month.count().records());
    }
}
