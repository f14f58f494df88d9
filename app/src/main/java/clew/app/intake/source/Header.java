package clew.app.intake.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the line of column names, without which no row can be understood. */
final class Header {

    private Header() {}

    static List<String> checked(String[] header, String file, char delimiter) throws UnreadableInput {
        List<String> names = new ArrayList<>();
        for (String name : header) names.add(name.strip());
        if (names.stream().allMatch(String::isEmpty))
            throw new UnreadableInput("a header of column names", "a blank line", file, 1);
        Set<String> seen = new LinkedHashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isEmpty())
                throw new UnreadableInput("a column name", "a blank one", file, 1, "column " + (i + 1));
            if (!seen.add(names.get(i))) twice.add(names.get(i));
        }
        if (!twice.isEmpty())
            throw new UnreadableInput("each column name once", "more than once: " + String.join(", ", twice), file, 1);
        refuseOtherDelimiter(names, file, delimiter);
        return names;
    }

    private static void refuseOtherDelimiter(List<String> names, String file, char delimiter) throws UnreadableInput {
        if (names.size() > 1) return;
        for (char other : new char[] {',', ';', '\t', '|'})
            if (other != delimiter && names.getFirst().indexOf(other) > 0)
                throw new UnreadableInput(
                        "columns separated by '%s'".formatted(delimiter),
                        "columns separated by '%s' (declare it as format: delimiter)"
                                .formatted(other == '\t' ? "\\t" : other),
                        file,
                        1);
    }
}
