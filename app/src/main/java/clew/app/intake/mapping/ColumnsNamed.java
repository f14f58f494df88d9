package clew.app.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists the columns that a mapping reads. */
final class ColumnsNamed {

    private ColumnsNamed() {}

    static List<String> in(Mapping mapping) {
        List<ValueSource> ofRow = new ArrayList<>(mapping.include().fields().values());
        if (mapping.knownFrom() != null) ofRow.add(mapping.knownFrom());
        if (mapping.versionOf() != null) ofRow.add(mapping.versionOf());
        Stream<String> columns = ofRow.stream().flatMap(source -> source.columns().stream());
        return Stream.concat(columns, mapping.records().stream().flatMap(ColumnsNamed::in))
                .distinct()
                .toList();
    }

    private static Stream<String> in(RecordRule rule) {
        Stream<String> identity =
                Stream.concat(rule.key().stream(), Stream.of(rule.when()).filter(when -> !when.isEmpty()));
        return Stream.concat(identity, rule.fields().stream().flatMap(field -> field.source().columns().stream()));
    }
}
