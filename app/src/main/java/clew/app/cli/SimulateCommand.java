package clew.app.cli;

import clew.core.simulate.RegionSettings;
import clew.core.simulate.Simulated;
import clew.core.simulate.Simulation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a simulated region into a folder: extracts of every agency with their mapping files, and the truth. Opens no store. */
@CommandLine.Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description =
                "Simulates a region: agencies' extracts with their mapping files, and the truth. Nobody in it is real.")
public final class SimulateCommand implements Callable<Integer> {

    private static final int EVERY_PERCENT = 10;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--people", required = true, description = "Inhabitants, 200 to 20000000.")
    private int people;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Any whole number; the same seed gives the same bytes. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--as-of",
            defaultValue = "2026-06-30",
            description = "Last day of the simulated time. Default: ${DEFAULT-VALUE}.")
    private LocalDate referenceDate = RegionSettings.DEFAULT_REFERENCE_DATE;

    @Option(names = "--groups", description = "Planted groups. Default: by the number of people.")
    private @Nullable Integer groups;

    @Option(
            names = "--recurring",
            defaultValue = "0",
            description =
                    "Planted places, vehicles, pairs of adults and workers that come back with other children, so many of each. Default: ${DEFAULT-VALUE}.")
    private int recurring;

    @Option(names = "--out", required = true, description = "Folder to write into; must be empty or not exist.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        RegionSettings settings = settings();
        if (Files.exists(out) && !isEmptyFolder()) {
            throw new ParameterException(spec.commandLine(), "expected an empty folder or none, found " + out);
        }
        PrintWriter print = spec.commandLine().getOut();
        print.printf("Simulating %,d people, seed %d, up to %s%n", people, seed, referenceDate);
        long began = System.nanoTime();
        Simulated simulated = Simulation.run(settings, this::open, this::report);
        double seconds = (System.nanoTime() - began) / 1e9;
        print.printf(
                "%d authorities, %d planted groups, %,d rows in %d files, %,d records of people and things, in %.1f s (%,.0f rows/s)%n",
                simulated.authorities(),
                simulated.groups(),
                simulated.rows(),
                simulated.files().size(),
                simulated.records(),
                seconds,
                simulated.rows() / seconds);
        print.printf("Extracts in %s, truth in %s%n", out.resolve("extracts"), out.resolve("truth"));
        print.flush();
        return 0;
    }

    private RegionSettings settings() {
        try {
            RegionSettings settings = new RegionSettings(people, seed, referenceDate);
            return (groups == null ? settings : new RegionSettings(people, seed, referenceDate, groups))
                    .withRecurring(recurring);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private boolean isEmptyFolder() throws IOException {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (var entries = Files.list(out)) {
            return entries.findAny().isEmpty();
        }
    }

    private OutputStream open(String name) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }

    private int reported = -EVERY_PERCENT;

    private void report(int done, int all, long records) {
        int percent = (int) (100L * done / all);
        if (percent >= reported + EVERY_PERCENT) {
            reported = percent;
            spec.commandLine().getOut().printf("%3d%% of people, %,d records%n", percent, records);
            spec.commandLine().getOut().flush();
        }
    }
}
