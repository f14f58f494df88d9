package clew.app.cli;

import clew.core.measure.GroupMatch;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of {@code bench/results/groups.csv}: what was found in one set of data in one setting.
 *
 * @param set the folder or file
 * @param setting who is who, and what reasons are known
 * @param suggestions lines, of them {@code right}
 * @param groups planted groups, of them {@code found}
 * @param enough groups with enough recorded evidence, of them {@code enoughFound}
 * @param leads days over one agency alone, ascending; {@code neverByAgency} of them only reach to the end of the data
 * @param fileLeads days over the file of one child at one agency, ascending; {@code neverByFile} of them only reach to the end of the data
 * @param nmi agreement of the whole partition with the truth, where that is asked; {@code least} over seeds, {@code reference} of modularity's Leiden
 */
record GroupsFigure(
        String commit,
        String date,
        String set,
        String setting,
        int suggestions,
        int right,
        int groups,
        int found,
        int enough,
        int enoughFound,
        List<Long> leads,
        long neverByAgency,
        List<Long> fileLeads,
        long neverByFile,
        double nmi,
        double least,
        double reference,
        double seconds) {
    static final String HEADER =
            "commit,date,set,setting,suggestions,right,groups,found,enough,enough_found,leads,never_by_one_agency,"
                    + "leads_over_files,never_by_one_file,nmi,least_nmi,reference_nmi,seconds";
    private static final String COMMUNITIES = "communities";
    private static final String PATTERNS = "patterns: ";
    private static final int COLUMNS = HEADER.split(",").length;

    /** Days of lead over a baseline, ascending; {@code never} of them only reach to the end of the data. */
    record Lead(List<Long> days, long never) {
        static final Lead UNTOLD = new Lead(List.of(), 0);
    }

    /** Which state of the code, and when. */
    record Run(String commit, String date) {}

    static GroupsFigure ofLines(
            Run run,
            String set,
            String setting,
            GroupMatch all,
            GroupMatch enough,
            Lead overAgency,
            Lead overFile,
            double seconds) {
        return new GroupsFigure(
                run.commit,
                run.date,
                set,
                setting,
                all.suggestions(),
                all.right(),
                all.groups(),
                all.found(),
                enough.groups(),
                enough.found(),
                overAgency.days,
                overAgency.never,
                overFile.days,
                overFile.never,
                0,
                0,
                0,
                seconds);
    }

    /** Of patterns beside the lines: {@code planted} things, of them {@code found}. */
    static GroupsFigure ofPatterns(
            Run run, String set, String kind, int patterns, int right, int planted, int found, double seconds) {
        return new GroupsFigure(
                run.commit,
                run.date,
                set,
                PATTERNS + kind,
                patterns,
                right,
                planted,
                found,
                planted,
                found,
                List.of(),
                0,
                List.of(),
                0,
                0,
                0,
                0,
                seconds);
    }

    static GroupsFigure ofPartition(Run run, String set, double nmi, double least, double reference, double seconds) {
        return new GroupsFigure(
                run.commit,
                run.date,
                set,
                COMMUNITIES,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                0,
                List.of(),
                0,
                nmi,
                least,
                reference,
                seconds);
    }

    boolean isPartition() {
        return setting.equals(COMMUNITIES);
    }

    boolean isOfPatterns() {
        return setting.startsWith(PATTERNS);
    }

    static GroupsFigure parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " cells, found " + cells.length + ": " + line);
        }
        return new GroupsFigure(
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5]),
                Integer.parseInt(cells[6]),
                Integer.parseInt(cells[7]),
                Integer.parseInt(cells[8]),
                Integer.parseInt(cells[9]),
                days(cells[10]),
                Long.parseLong(cells[11]),
                days(cells[12]),
                Long.parseLong(cells[13]),
                Double.parseDouble(cells[14]),
                Double.parseDouble(cells[15]),
                Double.parseDouble(cells[16]),
                Double.parseDouble(cells[17]));
    }

    private static List<Long> days(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Stream.of(cell.split(" ")).map(Long::valueOf).toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%d,%d,%d,%d,%d,%d,%s,%d,%s,%d,%.4f,%.4f,%.4f,%.1f",
                commit,
                date,
                set,
                setting,
                suggestions,
                right,
                groups,
                found,
                enough,
                enoughFound,
                text(leads),
                neverByAgency,
                text(fileLeads),
                neverByFile,
                nmi,
                least,
                reference,
                seconds);
    }

    private static String text(List<Long> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
