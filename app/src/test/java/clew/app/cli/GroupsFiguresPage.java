package clew.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The kept lines of all runs, and the page that shows the latest of each set and setting.
 *
 * @param file the CSV file; the page is written beside it with the ending {@code .md}
 */
record GroupsFiguresPage(Path file) {
    void add(List<GroupsFigure> figures) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, GroupsFigure.HEADER + "\n");
        }
        for (GroupsFigure figure : figures) {
            Files.writeString(file, figure + "\n", StandardOpenOption.APPEND);
        }
        Files.writeString(
                file.resolveSibling(file.getFileName().toString().replaceFirst("\\.csv$", "") + ".md"), page());
    }

    private String page() throws IOException {
        Map<String, GroupsFigure> latest = new LinkedHashMap<>();
        Files.readAllLines(file).stream()
                .skip(1)
                .map(GroupsFigure::parse)
                .forEach(figure -> latest.put(figure.set() + "|" + figure.setting(), figure));
        Map<String, List<GroupsFigure>> bySetting = new LinkedHashMap<>();
        List<GroupsFigure> regions = latest.values().stream()
                .filter(figure -> !figure.isPartition() && !figure.isOfPatterns())
                .toList();
        regions.forEach(figure -> bySetting
                .computeIfAbsent(figure.setting(), setting -> new ArrayList<>())
                .add(figure));
        StringBuilder page = new StringBuilder("""
                # Patterns: what was found

                Written by `bench/run groups`; the latest line of each set and setting. A suggestion is *right* when its adults and children share at least half with those of a planted group
                (Jaccard). A group has *enough evidence* when what is recorded of its own members, vehicles and phones among themselves, told of true persons and with all
                reasons, passes the gate: two adults and two children whom both were with, on two days and at two places, outside explained ties. The lead is counted in days over the
                day on which one agency alone would have seen as much by the same rules, and over the day on which the file of one child at one agency would have passed the gate; where
                the baseline never does, the days until the end of the data, and so at least.

                ## Simulated regions together

                | setting | regions | suggestions | right | groups with enough evidence | found | median lead over one agency | never by it | median lead over one file | never by it |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        bySetting.forEach((setting, figures) -> page.append(together(setting, figures)));
        page.append("\n## Each region\n\n| region | setting | suggestions | right | groups | enough evidence | found |")
                .append(" seconds | commit |\n|---|---|---:|---:|---:|---:|---:|---:|---|\n");
        regions.forEach(figure -> page.append(one(figure)));
        page.append("""

                ## Patterns beside lines

                Regions in which something recurs without a group. A pattern is right when it is about exactly whom or what was planted so, or only about members of one planted group.

                | what recurs | regions | patterns | right | planted | found |
                |---|---:|---:|---:|---:|---:|
                """);
        Map<String, List<GroupsFigure>> byKind = new LinkedHashMap<>();
        latest.values().stream()
                .filter(GroupsFigure::isOfPatterns)
                .forEach(figure -> byKind.computeIfAbsent(figure.setting(), kind -> new ArrayList<>())
                        .add(figure));
        byKind.forEach((kind, figures) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d |%n",
                kind.replace("patterns: ", ""),
                figures.size(),
                sum(figures, GroupsFigure::suggestions),
                sum(figures, GroupsFigure::right),
                sum(figures, GroupsFigure::groups),
                sum(figures, GroupsFigure::found))));
        page.append("""

                ## Communities of public sets

                Normalised mutual information (arithmetic mean), default settings, 20 seeds: mean and least; beside it Leiden with modularity at its usual resolution (CWTS networkanalysis).

                | set | mean | least | modularity's Leiden | commit |
                |---|---:|---:|---:|---|
                """);
        latest.values().stream()
                .filter(GroupsFigure::isPartition)
                .forEach(figure -> page.append(String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.3f | %.3f | %s |%n",
                        figure.set(),
                        figure.nmi(),
                        figure.least(),
                        figure.reference(),
                        figure.commit())));
        return page.toString();
    }

    private static String together(String setting, List<GroupsFigure> figures) {
        int enough = sum(figures, GroupsFigure::enough);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %s | %s | %d | %s | %d |%n",
                setting,
                figures.size(),
                sum(figures, GroupsFigure::suggestions),
                share(sum(figures, GroupsFigure::right), sum(figures, GroupsFigure::suggestions)),
                enough,
                share(sum(figures, GroupsFigure::enoughFound), enough),
                median(figures, GroupsFigure::leads),
                sum(figures, figure -> (int) figure.neverByAgency()),
                median(figures, GroupsFigure::fileLeads),
                sum(figures, figure -> (int) figure.neverByFile()));
    }

    private static String one(GroupsFigure figure) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %d | %d | %s | %.1f | %s |%n",
                figure.set(),
                figure.setting(),
                figure.suggestions(),
                share(figure.right(), figure.suggestions()),
                figure.groups(),
                figure.enough(),
                share(figure.enoughFound(), figure.enough()),
                figure.seconds(),
                figure.commit());
    }

    private static int sum(List<GroupsFigure> figures, ToIntFunction<GroupsFigure> of) {
        return figures.stream().mapToInt(of).sum();
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "0 of 0" : String.format(Locale.ROOT, "%d (%.1f%%)", part, 100.0 * part / whole);
    }

    private static String median(List<GroupsFigure> figures, Function<GroupsFigure, List<Long>> of) {
        List<Long> all =
                figures.stream().map(of).flatMap(Collection::stream).sorted().toList();
        return all.isEmpty() ? "" : GroupsJudge.median(all) + " days of " + all.size() + " lines";
    }
}
