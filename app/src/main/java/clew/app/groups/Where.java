package clew.app.groups;

import clew.core.standard.Code;
import clew.core.standard.CodeLists;
import clew.core.standard.PlaceShape;
import clew.core.standard.Postcode;
import clew.core.standard.StandardRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where a place is, as its records say; nothing is looked up elsewhere.
 *
 * @param area its local authority, else its town, else its postcode district; empty when no record says
 * @param latitude degrees north; empty when no record gives a point
 * @param longitude degrees east
 */
public record Where(String area, OptionalDouble latitude, OptionalDouble longitude) {
    /** Whether a record gives a point. */
    public boolean isPoint() {
        return latitude.isPresent() && longitude.isPresent();
    }

    /** What the records of one place say, the first that says something by their order. */
    static Where of(List<StandardRecord> records) {
        String area = Stream.<Function<StandardRecord, Optional<String>>>of(
                        Where::authority,
                        record -> record.find(PlaceShape.TOWN),
                        record -> record.find(PlaceShape.POSTCODE)
                                .map(Postcode::outward)
                                .map("Postcode district "::concat))
                .flatMap(told -> records.stream().flatMap(record -> told.apply(record).stream()))
                .findFirst()
                .orElse("");
        return records.stream()
                .flatMap(record -> point(area, record).stream())
                .findFirst()
                .orElse(new Where(area, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    private static Optional<Where> point(String area, StandardRecord record) {
        return record.find(PlaceShape.LATITUDE)
                .flatMap(north -> record.find(PlaceShape.LONGITUDE)
                        .map(east -> new Where(area, OptionalDouble.of(north), OptionalDouble.of(east))));
    }

    private static Optional<String> authority(StandardRecord record) {
        return record.find(PlaceShape.GSS_CODE)
                .map(code -> CodeLists.named("local_authority_dfe")
                        .find(code.text())
                        .map(Code::label)
                        .orElse("Authority " + code.text()));
    }
}
