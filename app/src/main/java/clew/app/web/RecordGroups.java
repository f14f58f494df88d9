package clew.app.web;

import clew.app.identity.PersonView.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The columns in which a person's records stand side by side: one for each record as long as there are few, else one for each agency's system, else
 * one for each agency. No record is left out.
 */
final class RecordGroups {

    /** More columns cannot be read side by side. */
    static final int MOST = 6;

    private RecordGroups() {}

    static List<Column> of(List<Source> sources, RecordNames names) {
        List<Column> columns = columns(sources, source -> names.of(source.record()), Source::record);
        if (columns.size() > MOST) {
            columns = columns(sources, RecordGroups::system, RecordGroups::system);
        }
        return columns.size() > MOST ? columns(sources, Source::agency, Source::agency) : columns;
    }

    private static String system(Source source) {
        return source.agency() + " (" + source.system() + ")";
    }

    private static List<Column> columns(
            List<Source> sources, Function<Source, String> title, Function<Source, Object> key) {
        Map<Object, Column> columns = new LinkedHashMap<>();
        IntStream.range(0, sources.size()).forEach(number -> {
            Source source = sources.get(number);
            columns.computeIfAbsent(key.apply(source), any -> new Column(title.apply(source), new ArrayList<>()))
                    .records()
                    .add(number);
        });
        return List.copyOf(columns.values());
    }

    /**
     * A column.
     *
     * @param name of the record, the system or the agency
     * @param records places of its records among the person's
     */
    record Column(String name, List<Integer> records) {

        /** The column's heading: its name, and how many records stand in it when there are several. */
        String title() {
            return records.size() == 1 ? name : name + ", " + records.size() + " records";
        }
    }
}
