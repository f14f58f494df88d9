package clew.core.standard;

import java.util.Optional;

/** The rules of a place's record. */
final class PlaceRules {
    static final Rule POINT = new Rule(
            "Latitude and longitude are given together and lie in or near the United Kingdom.", PlaceRules::point);

    private PlaceRules() {}

    private static Optional<Violation> point(StandardRecord record) {
        Double north = record.get(PlaceShape.LATITUDE);
        Double east = record.get(PlaceShape.LONGITUDE);
        if (north == null && east == null) {
            return Optional.empty();
        }
        if (north == null || east == null) {
            return Optional.of(Violation.refused("latitude and longitude together", "one of them", "latitude"));
        }
        boolean near = north >= 48 && north <= 62 && east >= -10 && east <= 4;
        return Rules.when(
                !near, Violation.doubtful("a point in or near the United Kingdom", north + ", " + east, "latitude"));
    }
}
