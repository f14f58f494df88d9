package clew.app.web;

import clew.app.identity.PersonView.Source;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where records come from and how they may be handled, in words; records of one system under the same rules stand together. */
record HandlingLine(
        String name,
        String count,
        String regime,
        String purpose,
        String reason,
        String handling,
        String known,
        String received,
        String correction) {

    static List<HandlingLine> of(List<Source> sources) {
        Map<Rules, List<Source>> groups =
                sources.stream().collect(Collectors.groupingBy(Rules::of, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> line(group.getKey(), group.getValue()))
                .toList();
    }

    private static HandlingLine line(Rules rules, List<Source> sources) {
        return new HandlingLine(
                rules.agency + " (" + rules.system + ")",
                Words.count(sources.size(), "record", "records"),
                rules.regime,
                rules.purpose,
                rules.reason,
                rules.handling,
                span(sources.stream()
                        .map(Source::knownFrom)
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList()),
                span(sources.stream()
                        .map(source -> Words.day(source.receivedAt()))
                        .sorted()
                        .toList()),
                rules.correctable
                        ? "by the agency, with its next extract"
                        : "cannot be corrected: the agency's row has no key");
    }

    private static String span(List<LocalDate> days) {
        if (days.isEmpty()) {
            return "not recorded";
        }
        String first = Words.date(days.getFirst());
        return days.getFirst().equals(days.getLast()) ? first : first + " to " + Words.date(days.getLast());
    }

    private record Rules(
            String agency,
            String system,
            String regime,
            String purpose,
            String reason,
            String handling,
            boolean correctable) {

        static Rules of(Source source) {
            return new Rules(
                    source.agency(),
                    source.system(),
                    source.regime(),
                    source.purpose(),
                    source.reasonForInclusion(),
                    source.handling(),
                    source.correctable());
        }
    }
}
