package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;

/** The fields of dates of birth: of each column of whole dates, or of the first columns of years, months and days where there is none. */
final class DateReading {
    private DateReading() {}

    static List<Records.Work> work(Columns columns) {
        List<Records.Work> work = new ArrayList<>();
        for (int column : columns.of(Kind.DATE_OF_BIRTH)) {
            work.add(new Records.Work(columns.texts(column), () -> dated(columns.field(column, Kind.DATE_OF_BIRTH))));
        }
        if (work.isEmpty() && columns.has(Kind.YEAR_OF_BIRTH)) {
            work.add(new Records.Work(columns.rows(), () -> dated(ofParts(columns))));
        }
        return work;
    }

    private static List<Records.KindField> dated(Field field) {
        return List.of(new Records.KindField(Kind.DATE_OF_BIRTH, field));
    }

    private static Field ofParts(Columns columns) {
        Columns.Values years = columns.first(Kind.YEAR_OF_BIRTH, Folding::digits4);
        Columns.Values months = columns.first(Kind.MONTH_OF_BIRTH, Folding::digits4);
        Columns.Values days = columns.first(Kind.DAY_OF_BIRTH, Folding::digits4);
        Dictionary dictionary = new Dictionary();
        int[] codes = new int[columns.rows()];
        for (int row = 0; row < codes.length; row++) {
            int packed = DateParts.pack(
                    number(years.text(row)), number(months.text(row)) % 100, number(days.text(row)) % 100);
            codes[row] = dictionary.number(Normalising.date(packed));
        }
        dictionary.freeze();
        return Field.of(
                Kind.DATE_OF_BIRTH.title(),
                columns.namesOf(Kind.YEAR_OF_BIRTH, Kind.MONTH_OF_BIRTH, Kind.DAY_OF_BIRTH),
                dictionary,
                codes);
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
