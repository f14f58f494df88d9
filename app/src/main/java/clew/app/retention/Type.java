package clew.app.retention;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of the retention schedule: dated data with its source, not law made here.
 *
 * @param name as it stands in a proposal
 * @param record what it is about
 * @param agencyKinds which agencies it binds
 * @param shapes types of record it covers; empty: Clew has no such type, so the line is only shown
 * @param years how long
 * @param from from what: {@code birth}, or {@code last}, the last date known here of the record
 * @param startsOn the first day on which it holds
 */
public record Type(
        String name,
        String record,
        List<String> agencyKinds,
        List<String> shapes,
        int years,
        String from,
        LocalDate startsOn,
        String nation,
        String period,
        String basis,
        String source,
        String confidence) {

    public Type {
        agencyKinds = List.copyOf(agencyKinds);
        shapes = List.copyOf(shapes);
        if (years < 1 || !List.of("birth", "last").contains(from)) {
            throw new IllegalArgumentException(
                    "expected years from birth or last date, found " + years + " from " + from + ", type " + name);
        }
    }

    boolean covers(String agencyKind, String shape) {
        return agencyKinds.contains(agencyKind) && shapes.contains(shape);
    }
}
