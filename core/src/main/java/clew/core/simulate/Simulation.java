package clew.core.simulate;

import clew.core.simulate.Group.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Simulates a region: what its agencies wrote over three years, each in its own format with a mapping file beside it, and the truth in a folder of its own. Equal settings give
 * equal bytes on any machine, in any locale and time zone. Memory is about 100 bytes a person, because people are made again whenever they are needed.
 */
public final class Simulation {

    private static final int HOUSEHOLDS_A_STEP = 2_000;

    private final RegionSettings settings;
    private final SimulationOutput output;
    private final SimulationProgress progress;
    private final Population population;
    private final Names names;
    private final World world;

    private Simulation(RegionSettings settings, SimulationOutput output, SimulationProgress progress) {
        this.settings = settings;
        this.output = output;
        this.progress = progress;
        this.names = Names.load();
        this.population = Population.of(settings, names);
        this.world = World.of(settings, population);
    }

    /**
     * Writes a region.
     *
     * @return what was written
     * @throws IOException when the output cannot be written
     */
    public static Simulated run(RegionSettings settings, SimulationOutput output, SimulationProgress progress)
            throws IOException {
        return new Simulation(settings, output, progress).run();
    }

    private Simulated run() throws IOException {
        try (Truth truth = new Truth(output);
                Agencies agencies = new Agencies(settings, population, names, output, truth)) {
            List<Slot> slots = plant(truth);
            live(agencies, truth, slots);
            agencies.finish();
            Simulated simulated = summary(agencies, truth);
            write("manifest.json", simulated.manifest());
            copyReadme();
            return simulated;
        }
    }

    /** Where among the households a trace is written, so that the order of rows says nothing. */
    private record Slot(int household, Event event, Consumer<Recorded> written) {}

    private List<Slot> plant(Truth truth) {
        Groups groups = new Groups(world);
        Traces traces = new Traces(world);
        List<Slot> slots = new ArrayList<>();
        for (int number = 0; number < settings.groups(); number++) {
            Group group = groups.group(number);
            GroupTruth.write(group, truth);
            for (Trace trace : traces.of(group)) {
                Draw draw = Draw.of(settings.seed(), "slot", number, slots.size());
                slots.add(new Slot(
                        draw.below(population.households()),
                        trace.event(),
                        recorded -> GroupTruth.write(trace, recorded, truth)));
            }
        }
        for (Recurring recurring : new Recurrences(world).all()) {
            recurring.write(truth);
            recurring.events().forEach(event -> slots.add(untold(event, slots.size())));
        }
        new Escorts(world).ordinary().forEach(event -> slots.add(untold(event, slots.size())));
        slots.sort(Comparator.comparingInt(Slot::household));
        return slots;
    }

    /** A piece of which the truth tells no more than who its records are. */
    private Slot untold(Event event, int number) {
        Draw draw = Draw.of(settings.seed(), "slot of what recurs", number);
        return new Slot(draw.below(population.households()), event, recorded -> {});
    }

    private void live(Agencies agencies, Truth truth, List<Slot> slots) {
        Lives lives = new Lives(world);
        int next = 0;
        for (int household = 0; household < population.households(); household++) {
            lives.of(population.household(household), agencies::record);
            while (next < slots.size() && slots.get(next).household() == household) {
                Slot slot = slots.get(next++);
                slot.written().accept(agencies.record(slot.event()));
            }
            if (household % HOUSEHOLDS_A_STEP == 0) {
                progress.at(population.firstPersonOf(household), settings.people(), truth.records());
            }
        }
        progress.at(settings.people(), settings.people(), truth.records());
    }

    private Simulated summary(Agencies agencies, Truth truth) {
        List<Simulated.File> files = new ArrayList<>();
        for (Office office : agencies.offices()) {
            for (Extract extract : office.extracts().values().stream()
                    .filter(some -> some.rows() > 0)
                    .toList()) {
                String folder = "extracts/" + office.slug() + "/";
                files.add(new Simulated.File(
                        office.slug(),
                        folder + extract.layout().file(),
                        folder + extract.layout().mapFile(),
                        extract.rows()));
            }
        }
        int groups = settings.groups();
        return new Simulated(settings, population.region().authorities(), groups, truth.records(), files);
    }

    private void write(String name, String text) throws IOException {
        try (OutputStream out = output.open(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void copyReadme() throws IOException {
        try (InputStream in = Simulation.class.getResourceAsStream("truth.md");
                OutputStream out = output.open("truth/README.md")) {
            if (in == null) {
                throw new IllegalStateException("expected a resource, found none, in truth.md");
            }
            in.transferTo(out);
        }
    }
}
