package clew.app.cli;

import clew.core.linkage.LinkResult;
import clew.core.linkage.RecordTable;
import clew.core.linkage.Workers;
import clew.core.linkage.files.LinkOutput;
import clew.core.linkage.files.ModelFile;
import clew.core.linkage.report.LinkReport;
import clew.core.measure.Score;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The files of a link run, written side by side; all appear or none. */
final class LinkFiles {
    private final RecordTable table;
    private final LinkResult result;
    private final @Nullable Score score;

    private final Supplier<LinkReport> report;

    LinkFiles(RecordTable table, LinkResult result, @Nullable Score score, Supplier<LinkReport> report) {
        this.table = table;
        this.result = result;
        this.score = score;
        this.report = report;
    }

    void write(Path out, int threads) throws IOException {
        try (OutputFolder folder = new OutputFolder(out);
                Workers workers = new Workers(threads)) {
            List<Callable<Void>> tasks = new ArrayList<>();
            tasks.add(to(
                    folder,
                    "report.html",
                    stream -> stream.write(report.get().toHtml().getBytes(StandardCharsets.UTF_8))));
            tasks.add(to(folder, "persons.csv", stream -> LinkOutput.writePersons(table, result, stream)));
            tasks.add(to(folder, "pairs.csv", stream -> LinkOutput.writePairs(table, result, stream)));
            tasks.add(to(folder, "needs-attention.csv", stream -> LinkOutput.writeAttention(table, result, stream)));
            tasks.add(to(
                    folder,
                    "clerk.csv",
                    stream -> LinkOutput.writePairsToJudge(table, LinkReport.pairsForClerk(result), stream)));
            tasks.add(to(folder, "model.json", stream -> ModelFile.write(result.model(), stream)));
            Score judged = score;
            if (judged != null) {
                tasks.add(to(
                        folder,
                        "score.json",
                        stream -> stream.write(judged.toJson().getBytes(StandardCharsets.UTF_8))));
            }
            workers.run(tasks);
            folder.keep();
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Callable<Void> to(OutputFolder folder, String name, OutputFolder.Writing writing) {
        return () -> {
            folder.write(name, writing);
            return null;
        };
    }
}
