package clew.app.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Applies splits and mergers, oldest first, to groups of subjects. */
final class Cuts {
    private final Function<String, SortedSet<UUID>> recordsOf;

    Cuts(Function<String, SortedSet<UUID>> recordsOf) {
        this.recordsOf = recordsOf;
    }

    List<SortedSet<String>> applied(List<SortedSet<String>> groups, List<Cut> cuts) {
        List<SortedSet<String>> now = new ArrayList<>(groups);
        for (Cut cut : cuts) {
            now = cut.merges() ? merged(now, cut) : split(now, cut);
        }
        return now;
    }

    private List<SortedSet<String>> split(List<SortedSet<String>> groups, Cut cut) {
        List<SortedSet<String>> now = new ArrayList<>();
        for (SortedSet<String> group : groups) {
            SortedSet<String> apart = new TreeSet<>(group);
            apart.removeIf(subject -> !meets(subject, cut));
            SortedSet<String> rest = new TreeSet<>(group);
            rest.removeAll(apart);
            if (!rest.isEmpty()) {
                now.add(rest);
            }
            if (!apart.isEmpty()) {
                now.add(apart);
            }
        }
        return now;
    }

    /** Every group that holds a member of the one and every one that holds a member of the other become one. */
    private List<SortedSet<String>> merged(List<SortedSet<String>> groups, Cut cut) {
        SortedSet<String> whole = new TreeSet<>();
        List<SortedSet<String>> now = new ArrayList<>();
        for (SortedSet<String> group : groups) {
            long named = group.stream().filter(subject -> meets(subject, cut)).count();
            if (named * 2 >= group.size()) {
                whole.addAll(group);
            } else {
                now.add(group);
            }
        }
        if (!whole.isEmpty()) {
            now.add(whole);
        }
        return now;
    }

    private boolean meets(String subject, Cut cut) {
        return recordsOf.apply(subject).stream().anyMatch(cut.records()::contains);
    }
}
