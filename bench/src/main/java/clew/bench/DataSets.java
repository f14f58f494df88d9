package clew.bench;

import clew.core.linkage.LinkSettings.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds data sets by name. */
final class DataSets {

    private static final String TRUTH = "cluster";

    private DataSets() {}

    /** The sets that a folder holds: historical_50k, febrl3, febrl4 with their maps, and synth10k to synth10m with {@code synth.map.yaml}. */
    static List<DataSet> published(Path folder) {
        List<DataSet> sets = new ArrayList<>();
        add(sets, folder, "historical_50k", Mode.DEDUPE, "historical_50k.map.yaml", "historical_50k.csv");
        add(sets, folder, "febrl3", Mode.DEDUPE, "febrl.map.yaml", "febrl3.csv");
        add(sets, folder, "febrl4", Mode.LINK_ONLY, "febrl.map.yaml", "febrl4a.csv", "febrl4b.csv");
        for (String size : List.of("10k", "100k", "1m", "10m")) {
            add(sets, folder, "synth" + size, Mode.DEDUPE, "synth.map.yaml", "synth" + size + ".csv");
        }
        return sets;
    }

    private static void add(List<DataSet> sets, Path folder, String name, Mode mode, String map, String... files) {
        List<Path> paths = Stream.of(files).map(folder::resolve).toList();
        if (paths.stream().allMatch(Files::exists)) {
            sets.add(new DataSet(name, mode, paths, folder.resolve(map), TRUTH));
        }
    }

    /** One file to be deduplicated, with its map, whose truth is in the column {@code cluster}. */
    static DataSet file(Path file, Path map) {
        String name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return new DataSet(name, Mode.DEDUPE, List.of(file), map, TRUTH);
    }
}
