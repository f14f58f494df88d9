package clew.app.intake;

import clew.app.access.Agencies;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers of one agency's classes, made where there are none. Thread-safe. */
final class Classes {

    private final Agencies agencies;
    private final int agency;
    private final Map<RecordClass, Integer> known = new ConcurrentHashMap<>();

    Classes(Agencies agencies, int agency) {
        this.agencies = agencies;
        this.agency = agency;
    }

    int of(RecordClass wanted) {
        return known.computeIfAbsent(
                wanted,
                made -> agencies.classOf(
                        agency, Agencies.Handling.valueOf(made.visibility().name()), made.restriction()));
    }
}
