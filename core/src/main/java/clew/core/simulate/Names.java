package clew.core.simulate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All lists of names, read once from the resources beside this class. Thread-safe: immutable after loading. */
final class Names {

    private final List<Origin> origins;
    private final int totalWeight;
    private final Map<String, List<String>> shortForms;
    private final Map<String, List<String>> spellings;

    private Names(List<Origin> origins, Map<String, List<String>> shortForms, Map<String, List<String>> spellings) {
        this.origins = origins;
        this.totalWeight = origins.stream().mapToInt(Origin::weight).sum();
        this.shortForms = shortForms;
        this.spellings = spellings;
    }

    static Names load() {
        List<Origin> origins = new ArrayList<>();
        rows("origins.csv", row -> origins.add(origin(row)));
        return new Names(List.copyOf(origins), pairs("short_forms.csv"), pairs("spellings.csv"));
    }

    private static Origin origin(NamedCsvRecord row) {
        String name = row.getField("origin");
        Map<String, NameList.Builder> builders = new TreeMap<>();
        rows(
                name + ".csv",
                line -> builders.computeIfAbsent(line.getField("kind"), kind -> new NameList.Builder())
                        .add(line.getField("name"), Integer.parseInt(line.getField("count"))));
        Map<String, NameList> lists = new HashMap<>();
        builders.forEach((kind, builder) -> lists.put(kind, builder.build()));
        return new Origin(
                name,
                Integer.parseInt(row.getField("per_mille_of_households")),
                Origin.Custom.valueOf(row.getField("custom").toUpperCase(Locale.ROOT)),
                Map.copyOf(lists));
    }

    private static Map<String, List<String>> pairs(String file) {
        Map<String, List<String>> pairs = new HashMap<>();
        rows(
                file,
                row -> pairs.computeIfAbsent(row.getField(0), key -> new ArrayList<>())
                        .add(row.getField(1)));
        return pairs;
    }

    private static void rows(String file, Consumer<NamedCsvRecord> reader) {
        try (InputStream in = Names.class.getResourceAsStream("names/" + file)) {
            if (in == null) {
                throw new IllegalStateException("expected a resource, found none, in names/" + file);
            }
            CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Origin origin(Draw draw) {
        int at = draw.below(totalWeight);
        for (Origin origin : origins) {
            at -= origin.weight();
            if (at < 0) {
                return origin;
            }
        }
        throw new IllegalStateException("expected a weight below the total, found " + at);
    }

    List<Origin> origins() {
        return origins;
    }

    /** What a person of this given name may be called, or null when no short form is listed. */
    @Nullable
    String shortForm(String given, Draw draw) {
        List<String> forms = shortForms.get(given);
        return forms == null ? null : draw.pick(forms);
    }

    /** Another spelling of the same name, or null when none is listed. */
    @Nullable
    String otherSpelling(String name, Draw draw) {
        List<String> others = spellings.get(name);
        return others == null ? null : draw.pick(others);
    }
}
