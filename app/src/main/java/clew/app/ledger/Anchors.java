package clew.app.ledger;

import clew.app.store.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the heads of the chain are kept outside the database: in the data directory, and in the directory that
 * {@code CLEW_LEDGER_ANCHORS} names, such as a share that the database's administrator cannot write.
 *
 * @param files every one is written, and every one must agree
 */
public record Anchors(List<Path> files) {

    private static final String NAME = "ledger-anchors.txt";

    public Anchors {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("expected a file for the ledger's anchors, found none");
        }
    }

    /** Those of a deployment, as the environment says. */
    public static Anchors of(StoreSettings settings, Map<String, String> environment) {
        List<Path> files = new ArrayList<>(List.of(settings.directory().resolve(NAME)));
        String outside = environment.getOrDefault("CLEW_LEDGER_ANCHORS", "");
        if (!outside.isBlank()) {
            files.add(Path.of(outside).resolve(NAME));
        }
        return new Anchors(files);
    }

    /** The same and more, for a verification against anchors that were kept elsewhere. */
    public Anchors and(List<Path> more) {
        List<Path> all = new ArrayList<>(files);
        all.addAll(more);
        return new Anchors(all);
    }

    // One that cannot be written, such as a share that is away, must not keep the others from being written.
    void add(Anchor anchor) {
        RuntimeException failure = null;
        for (Path file : files) {
            try {
                new AnchorFile(file).add(anchor);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** The hashes that the chain should have at each anchored number; more than one only where anchors contradict each other. */
    Map<Long, Set<String>> hashes() {
        Map<Long, Set<String>> hashes = new TreeMap<>();
        for (Path file : files) {
            for (Anchor anchor : new AnchorFile(file).all()) {
                hashes.computeIfAbsent(anchor.number(), number -> new TreeSet<>())
                        .add(anchor.hex());
            }
        }
        return hashes;
    }
}
