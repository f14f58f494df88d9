package clew.app.web;

import clew.app.identity.PersonView.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each record of a person is called on their page: agency and system, with the role in the row, numbered where two would be called the same. */
final class RecordNames {

    private final Map<UUID, String> names = new HashMap<>();

    RecordNames(List<Source> sources) {
        Map<String, Integer> seen = new HashMap<>();
        for (Source source : sources) {
            String plain = plain(source);
            int number = seen.merge(plain, 1, Integer::sum);
            names.put(source.record(), number == 1 ? plain : plain + ", record " + number);
        }
    }

    String of(UUID record) {
        return names.getOrDefault(record, "another record");
    }

    private static String plain(Source source) {
        String role = source.role().isEmpty() ? "" : ", as " + source.role().replace('_', ' ');
        return source.agency() + " (" + source.system() + role + ")";
    }
}
