package clew.app.cli;

import clew.app.intake.mapping.MappingInvalid;
import clew.core.network.files.UnreadableTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew groups}: communities and draft lines of enquiry from files, without a server. */
@CommandLine.Command(
        name = "groups",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 4,
        description = {
            "Finds communities and draft lines of enquiry in files. Opens no store.",
            "Files are agencies' extracts with their import mapping (--map, or NAME.map.yaml beside each; a folder stands for all such), or plain CSV tables of persons and events, or of pairs of persons.",
            "Exit codes: 0 done, 1 done with rows left out, 2 usage, 3 input unreadable, 4 internal."
        })
final class GroupsCommand implements Callable<Integer> {
    private static final int LEFT_OUT = 1;
    private static final int UNREADABLE = 3;
    private static final int INTERNAL = 4;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders.")
    private List<Path> files = List.of();

    @Option(
            names = "--map",
            paramLabel = "MAP.yaml",
            description = "An import mapping, or which column of a plain table holds what.")
    private @Nullable Path map;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the results go; made if it is not there.")
    private Path out = Path.of("");

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Entities and their true group; score.json is written.")
    private @Nullable Path truth;

    @Option(
            names = "--truth-none",
            paramLabel = "VALUE",
            split = ",",
            description = "Values of the truth that mean no group.")
    private List<String> truthNone = List.of();

    @Option(
            names = "--truth-persons",
            paramLabel = "FILE",
            description =
                    "With --truth, who each record truly is (as for --persons): linked persons are judged by who most of their records are.")
    private @Nullable Path truthPersons;

    @Option(
            names = "--persons",
            paramLabel = "FILE",
            description = "Who each record is (agency,system,shape,role,key,person_id). Without it records are linked.")
    private @Nullable Path persons;

    @Option(
            names = "--blocked",
            paramLabel = "FILE",
            description =
                    "Vehicles, phones, accounts, organisations and places that make no tie (id,reason,review_date; ids as in communities.csv). What is past its review date counts again, and is told.")
    private @Nullable Path blocked;

    @Option(
            names = "--as-on",
            paramLabel = "DAY",
            description =
                    "With --blocked, the day on which its entries must hold, such as 2026-11-28; today without it.")
    private @Nullable LocalDate asOn;

    @Option(names = "--replay", description = "Also find the day on which each line would have surfaced.")
    private boolean replay;

    @Option(
            names = "--forget-reasons",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "For measuring: how many relationships lose their reason, 0 to 1.")
    private double forget;

    @Option(names = "--no-inference", description = "For measuring: infer no reasons.")
    private boolean noInference;

    @Option(names = "--seed", defaultValue = "1", description = "Of the communities of plain tables.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads of linking; never changes the result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print the run as one line of JSON at the end.")
    private boolean json;

    @Override
    public Integer call() {
        OutputFolder.obstacle(out).ifPresent(obstacle -> {
            throw new CommandLine.ParameterException(spec.commandLine(), obstacle + ", field --out");
        });
        if (!(forget >= 0 && forget <= 1)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected a share of 0 to 1, found " + forget + ", field --forget-reasons");
        }
        if (truthPersons != null && truth == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected --truth with it, found none, field --truth-persons");
        }
        if (asOn != null && blocked == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "expected --blocked with it, found none, field --as-on");
        }
        PrintWriter errors = spec.commandLine().getErr();
        try {
            GroupsRun run = new GroupsRun(
                    new GroupsRun.Settings(
                            persons,
                            truth,
                            truthPersons,
                            truthNone,
                            blocked,
                            asOn == null ? LocalDate.now(LONDON) : asOn,
                            replay,
                            forget,
                            !noInference,
                            seed,
                            threads),
                    spec.commandLine().getOut(),
                    errors);
            return run.run(files, map, out, json) ? LEFT_OUT : 0;
        } catch (UnreadableTable | MappingInvalid e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        } catch (clew.app.intake.source.UnreadableInput e) {
            errors.println(e.getMessage());
            return UNREADABLE;
        } catch (IOException e) {
            errors.println("expected to read the files and write the results, found " + e + ", in " + out);
            return INTERNAL;
        }
    }
}
