package clew.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import clew.core.linkage.LinkModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.files.ModelFile;
import clew.core.standard.Standard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The model that ships (row B3). Made anew by {@code ./mvnw -q -Dquick -pl app -am test -Pnightly -Dtest=B3ColdStartModelTest -Dclew.cold-start.write=true
 * -Dsurefire.failIfNoSpecifiedTests=false}, whenever what the engine learns changes.
 */
class B3ColdStartModelTest {
    private static final Path RESOURCE = Path.of("src/main/resources/clew/app/identity/cold-start-model.json");
    private static final int PEOPLE = 20_000;
    private static final long SEED = 1001;
    private static final int LARGEST = 1 << 20;

    @TempDir
    private static Path folder;

    @Test
    void it_is_of_this_engine_reads_what_linking_reads_and_tells_no_place() throws IOException {
        LinkModel model = Models.shipped().model();
        assertThat(model.version()).isEqualTo(LinkModel.VERSION);
        assertThat(model.columns()).isEqualTo(new PersonColumns(Standard.shape("person")).columns());
        assertThat(model.warnings()).isEmpty();
        assertThat(model.rules()).noneMatch(rule -> rule.parts().isEmpty());
        assertThat(model.comparisons())
                .filteredOn(comparison -> comparison.field().equals("place")
                        || comparison.field().equals("postcode")
                        || comparison.field().equals("street"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(comparison -> assertThat(comparison.levels())
                        .allMatch(level -> level.values().isEmpty()));
        assertThat(model.comparisons().stream()
                        .flatMap(comparison -> comparison.levels().stream())
                        .flatMap(level -> level.values().stream()))
                .isNotEmpty()
                .allMatch(value -> value.records() >= 20);
        assertThat(ModelFile.bytes(model)).hasSizeLessThan(LARGEST);
    }

    @Test
    void it_links_another_region_nearly_as_well_as_a_model_of_that_region() throws Exception {
        SimulatedPersons region = SimulatedPersons.of(4_000, 2002, folder.resolve("small"));
        LinkSettings settings = LinkSettings.defaults();
        double cold = f1(region, Models.shipped().applied().apply(region.table(), settings, phase -> {}));
        double own = f1(
                region, Linkage.link(region.table(), settings.withLearning(LinkSettings.Learning.STORE), phase -> {}));
        System.out.printf("region of 4,000, seed 2002: F1 of persons %.4f cold, %.4f learnt there%n", cold, own);
        assertThat(cold).isGreaterThan(0.9).isGreaterThan(own - 0.03);
    }

    @Test
    @Tag("nightly") // simulates and learns from 20,000 people
    void it_is_what_the_region_that_it_names_teaches() throws Exception {
        SimulatedPersons region = SimulatedPersons.of(PEOPLE, SEED, folder.resolve("teacher"));
        LinkSettings settings = LinkSettings.defaults().withLearning(LinkSettings.Learning.ELSEWHERE);
        LinkModel model = Linkage.link(region.table(), settings, phase -> {}).model();
        String json = new String(ModelFile.bytes(model), StandardCharsets.UTF_8) + "\n";
        if (Boolean.getBoolean("clew.cold-start.write")) {
            Files.createDirectories(RESOURCE.getParent());
            Files.writeString(RESOURCE, json);
            measure();
        }
        assertThat(Files.readString(RESOURCE)).isEqualTo(json);
    }

    private static void measure() throws Exception {
        for (long seed : new long[] {1, 2003, 2004}) {
            SimulatedPersons region = SimulatedPersons.of(PEOPLE, seed, folder.resolve("region" + seed));
            LinkSettings settings = LinkSettings.defaults();
            LinkModel written = ModelFile.read(Files.newInputStream(RESOURCE), RESOURCE.toString());
            double cold =
                    f1(region, clew.core.linkage.AppliedModel.of(written).apply(region.table(), settings, phase -> {}));
            double own = f1(
                    region,
                    Linkage.link(region.table(), settings.withLearning(LinkSettings.Learning.STORE), phase -> {}));
            double files = f1(region, Linkage.link(region.table(), settings, phase -> {}));
            System.out.printf(
                    "region of %d, seed %d, %d records of %d persons: F1 of persons %.4f cold, %.4f learnt there for a store, %.4f as files%n",
                    PEOPLE, seed, region.table().rows(), region.persons(), cold, own, files);
        }
    }

    private static double f1(SimulatedPersons region, LinkResult result) {
        Map<Long, Long> both = new HashMap<>();
        Map<Integer, Long> truly = new HashMap<>();
        Map<Integer, Long> found = new HashMap<>();
        for (int row = 0; row < region.truth().length; row++) {
            both.merge((long) region.truth()[row] << 32 | result.personOf(row), 1L, Long::sum);
            truly.merge(region.truth()[row], 1L, Long::sum);
            found.merge(result.personOf(row), 1L, Long::sum);
        }
        return 2.0 * pairs(both) / (pairs(truly) + pairs(found));
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }
}
