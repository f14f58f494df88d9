package clew.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deployable holds what was reviewed and nothing else; the bill of materials is the build's own. */
class SupplyChainIT {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path REVIEWED = Path.of("..", "docs", "dependencies.csv");

    @Test
    void every_library_in_the_deployable_was_reviewed_in_the_version_it_has() throws IOException {
        assertThat(built())
                .as("add to docs/dependencies.csv what you have reviewed")
                .isEqualTo(reviewed());
    }

    @Test
    void every_library_comes_under_a_licence_that_lets_others_use_clew() throws IOException {
        for (String line : lines()) {
            assertThat(line.split(",")[2]).as(line).isNotBlank().doesNotContain("AGPL");
        }
    }

    @Test
    void the_bill_of_materials_names_what_lies_beside_the_jar() throws IOException {
        assertThat(bill().get("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(built()).hasSizeGreaterThan(50);
    }

    private static Map<String, String> built() throws IOException {
        Map<String, String> versions = new TreeMap<>();
        for (JsonNode component : bill().get("components")) {
            String name = component.get("group").asString() + ":"
                    + component.get("name").asString();
            if (!name.startsWith("clew:")) {
                versions.put(name, component.get("version").asString());
            }
        }
        return versions;
    }

    private static Map<String, String> reviewed() throws IOException {
        return lines().stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
    }

    private static java.util.List<String> lines() throws IOException {
        return Files.readAllLines(REVIEWED).stream().skip(1).toList();
    }

    private static JsonNode bill() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(BILL));
    }
}
