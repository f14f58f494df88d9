package clew.core.readme;

import clew.core.explain.Explanation;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.linkage.files.ColumnMap;
import clew.core.linkage.files.LinkInput;
import clew.core.linkage.files.SourceFile;
import clew.core.linkage.report.LinkReport;
import clew.core.linkage.report.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The first block of the README. */
final class FilesExample {
    Map<String, Integer> persons = new TreeMap<>();
    String said = "";

    void run(Path csv, Path mapFile, Path page) throws IOException {
        // README
        ColumnMap map = ColumnMap.read(Files.newInputStream(mapFile), "people.map.yaml");
        SourceFile people = SourceFile.of(csv, () -> Files.newInputStream(csv));
        RecordTable table = LinkInput.read(List.of(people), map, null).table();
        LinkResult result = Linkage.link(table, LinkSettings.defaults(), phase -> {});
        for (int row = 0; row < table.rows(); row++) {
            persons.put(table.idOf(row), result.personOf(row));
        }
        Explanation why = result.explain(0, 1);
        String whyNot = result.whyNot(0, 1).inWords();
        Files.writeString(
                page,
                LinkReport.of(table, result, Told.nothing(result.phases(), 0)).toHtml());
        // README
        said = why + "\n" + whyNot;
    }
}
