package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.Agencies;
import clew.app.access.OpensStore;
import clew.app.intake.ImportRefused;
import clew.app.intake.ImportReport;
import clew.app.intake.ImportRequest;
import clew.app.intake.Intake;
import clew.app.intake.Preview;
import clew.app.intake.QuarantineFile;
import clew.app.intake.mapping.Mapping;
import clew.app.intake.mapping.MappingInvalid;
import clew.app.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew import}: an agency's extracts in, through a mapping. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 4,
        description = {
            "Imports an agency's own extracts (CSV, JSON Lines, XLSX) through a mapping file.",
            "The same file twice changes nothing. An import that was stopped, however, is completed by running it again.",
            "Exit codes: 0 done, 1 done with rows in quarantine, 2 usage or mapping, 3 file unreadable, 4 internal."
        })
@OpensStore(Action.IMPORT)
public final class ImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Extracts ending in .csv, .jsonl or .xlsx.")
    private List<Path> files = List.of();

    @Option(
            names = "--agency",
            paramLabel = "A",
            description = "The agency that sends, by its short name, such as aldmoor-police.")
    private @Nullable String agency;

    @Option(
            names = "--agency-kind",
            paramLabel = "KIND",
            description = "Makes the agency where there is none of that name: ${COMPLETION-CANDIDATES}.")
    private Agencies.@Nullable Kind agencyKind;

    @Option(
            names = "--map",
            paramLabel = "MAP.yaml",
            description = "The mapping. Default: NAME.map.yaml beside each file.")
    private @Nullable Path map;

    @Option(names = "--preview", description = "Shows the first rows as they would become records. Stores nothing.")
    private boolean preview;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows to preview. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--extracted",
            paramLabel = "TIME",
            description = "When the sender drew the extract, such as 2026-11-01T06:00:00Z.")
    private @Nullable Instant extracted;

    @Option(names = "--accept-withdrawals", description = "Lets a full extract withdraw more records than it holds.")
    private boolean acceptWithdrawals;

    @Option(
            names = "--quarantine",
            paramLabel = "OUT.csv",
            description = "Writes the waiting rows of an import in the sender's columns.")
    private @Nullable Path quarantine;

    @Option(names = "--import", paramLabel = "ID", description = "The import whose quarantine is written.")
    private @Nullable Integer importNo;

    @Option(
            names = "--chunk-rows",
            paramLabel = "N",
            defaultValue = "5000",
            hidden = true,
            description = "Rows that become durable together.")
    private int chunkRows;

    @Option(names = "--json", description = "One JSON object a file on standard output.")
    private boolean json;

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        ImportWords words =
                new ImportWords(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        if (quarantine != null) return writeQuarantine(quarantine, words);
        if (files.isEmpty()) throw usage("expected files to import, found none");
        String sender = agency;
        if (sender == null) throw usage("expected --agency with the agency that sends, found none");
        if (preview) return each(file -> words.preview(file, Preview.of(file, sender, mapping(file), rows)), words);
        try (Store store = options.open(this)) {
            makeAgency(store, sender);
            Intake intake = Intake.into(store, Clock.systemUTC(), chunkRows);
            return each(file -> run(store, intake, file, sender, words), words);
        }
    }

    private int run(Store store, Intake intake, Path file, String sender, ImportWords words)
            throws IOException, MappingInvalid {
        ImportRequest request = new ImportRequest(file, sender, mapping(file), extracted, acceptWithdrawals);
        ImportReport report = intake.run(request, words.progress());
        Path waiting = quarantineBeside(file, report.importNo());
        int written = report.repeated() || report.quarantined() == 0
                ? 0
                : new QuarantineFile(store.engine()).write(report.importNo(), waiting);
        words.report(report, written == 0 ? null : waiting);
        return report.quarantined() == 0 ? 0 : 1;
    }

    private void makeAgency(Store store, String sender) {
        if (agencyKind == null) return;
        Agencies agencies = new Agencies(store.engine());
        agencies.agency(agencies.partnership("partnership", "The partnership"), sender, sender, agencyKind);
    }

    private Mapping mapping(Path file) throws IOException, MappingInvalid {
        if (map != null) return Mapping.read(map);
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return Mapping.read(file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".map.yaml"));
    }

    private static Path quarantineBeside(Path file, int importNo) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".quarantine-" + importNo + ".csv");
    }

    private int writeQuarantine(Path out, ImportWords words) {
        Integer wanted = importNo;
        if (wanted == null) throw usage("expected --import with the number of the import, found none");
        try (Store store = options.open(this)) {
            return each(
                    List.of(out),
                    path -> words.quarantine(path, new QuarantineFile(store.engine()).write(wanted, path)),
                    words);
        }
    }

    private int each(FileWork work, ImportWords words) {
        return each(files, work, words);
    }

    /** Goes on to the next file after one that fails; the worst outcome counts. */
    private static int each(List<Path> files, FileWork work, ImportWords words) {
        int worst = 0;
        for (Path file : files) worst = Math.max(worst, one(file, work, words));
        return worst;
    }

    private static int one(Path file, FileWork work, ImportWords words) {
        try {
            return work.on(file);
        } catch (MappingInvalid | ImportRefused e) {
            return words.failed(file, e, 2);
        } catch (IOException e) {
            return words.failed(file, e, 3);
        }
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    @FunctionalInterface
    private interface FileWork {
        int on(Path file) throws IOException, MappingInvalid;
    }
}
