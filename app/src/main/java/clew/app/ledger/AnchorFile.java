package clew.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The heads of the chain, one a line ({@code number hash}), outside the database: who rewrites the whole chain there, or cuts
 * its end off, contradicts this file. Copy it to where the database's administrator cannot write.
 */
record AnchorFile(Path file) {

    void add(Anchor anchor) {
        try {
            Files.writeString(file, anchor + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
