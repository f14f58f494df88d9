package clew.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The heads of the chain, one a line ({@code number hash}), outside the database: who rewrites the whole chain there, or cuts
 * its end off, contradicts this file. A line is short enough to be sent by e-mail, and to be pasted into such a file again.
 */
record AnchorFile(Path file) {

    void add(Anchor anchor) {
        try {
            Files.writeString(file, anchor + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("expected to write the ledger's anchors to " + file + ", found " + e, e);
        }
    }

    List<Anchor> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(Anchor::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
