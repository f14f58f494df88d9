package clew.core.simulate;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulation wrote.
 *
 * @param records of people, vehicles, phones and places, each counted once
 * @param files all extracts, agency by agency
 */
public record Simulated(RegionSettings settings, int authorities, int groups, long records, List<File> files) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One extract.
     *
     * @param agency slug of the sender
     * @param name of the file in the output
     * @param map name of its mapping file
     * @param rows without the header
     */
    public record File(String agency, String name, String map, long rows) {}

    public Simulated {
        files = List.copyOf(files);
    }

    /** Rows of all extracts. */
    public long rows() {
        return files.stream().mapToLong(File::rows).sum();
    }

    /** As JSON, for {@code manifest.json}. */
    public String manifest() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", settings.seed())
                .put("people", settings.people())
                .put("reference_date", settings.referenceDate().toString());
        root.put("authorities", authorities)
                .put("groups", groups)
                .put("records", records)
                .put("rows", rows());
        ArrayNode list = root.putArray("files");
        for (File file : files) {
            list.addObject()
                    .put("agency", file.agency())
                    .put("file", file.name())
                    .put("map", file.map())
                    .put("rows", file.rows());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }
}
