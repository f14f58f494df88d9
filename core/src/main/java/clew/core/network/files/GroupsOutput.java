package clew.core.network.files;

import clew.core.network.Line;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;

/** The tables that {@code clew groups} writes. */
public final class GroupsOutput {
    private GroupsOutput() {}

    /** {@code communities.csv}: header {@code entity_id,community_id}; the whole partition. */
    public static void writeCommunities(List<String> entities, int[] community, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord("entity_id", "community_id");
            for (int entity = 0; entity < community.length; entity++) {
                csv.writeRecord(entities.get(entity), Integer.toString(community[entity]));
            }
        }
    }

    /**
     * {@code groups.csv}: header {@code group_id,entity_id,kind}; who and what is in each draft line. An adult is a person, who was or may have been under 18 is a
     * child. People not identified have no id that others know them by; they stand in {@code groups.json}.
     *
     * @param thing the kind of a vehicle, phone or organisation, by id
     */
    public static void writeGroups(List<Line> lines, Function<String, String> thing, OutputStream out)
            throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord("group_id", "entity_id", "kind");
            for (int number = 0; number < lines.size(); number++) {
                Line line = lines.get(number);
                String id = id(number);
                write(csv, id, line.adults(), entity -> "person");
                write(csv, id, line.children(), entity -> "child");
                write(csv, id, line.places(), entity -> "place");
                write(csv, id, line.means(), thing);
            }
        }
    }

    /** The name of a line in the files: its number in the order of the newest evidence. */
    public static String id(int number) {
        return "L" + (number + 1);
    }

    private static void write(CsvWriter csv, String line, SortedSet<String> entities, Function<String, String> kind) {
        entities.forEach(entity -> csv.writeRecord(line, entity, kind.apply(entity)));
    }

    private static CsvWriter csv(OutputStream out) {
        return CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
