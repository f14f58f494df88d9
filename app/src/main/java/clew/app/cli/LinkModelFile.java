package clew.app.cli;

import clew.core.linkage.AppliedModel;
import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Phase;
import clew.core.linkage.RecordTable;
import clew.core.linkage.TooManyPairs;
import clew.core.linkage.files.ModelFile;
import clew.core.linkage.files.UnreadableInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A saved model that a run of {@code clew link} applies instead of learning one. */
final class LinkModelFile {
    private final Path file;
    private final AppliedModel applied;

    private LinkModelFile(Path file, AppliedModel applied) {
        this.file = file;
        this.applied = applied;
    }

    /** The model of a file; empty without a file. */
    static Optional<LinkModelFile> read(@Nullable Path file) throws IOException {
        if (file == null) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableInput("a model", Files.isDirectory(file) ? "a folder" : "no file", file.toString());
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(new LinkModelFile(file, AppliedModel.of(ModelFile.read(stream, file.toString()))));
        } catch (IllegalArgumentException e) {
            throw new UnreadableInput(
                    "a model of this version of Clew", String.valueOf(e.getMessage()), file.toString());
        }
    }

    /** The table with the columns that the model reads, of which it must have one. */
    RecordTable fit(RecordTable table) {
        if (applied.columns().stream()
                .noneMatch(column -> table.columns().stream().anyMatch(one -> one.kind() == column.kind()))) {
            throw new UnreadableInput(
                    "a column that the model reads, one of " + applied.columns(),
                    table.columns().toString(),
                    "the files to link");
        }
        return table.withColumns(applied.columns());
    }

    LinkResult apply(RecordTable table, LinkSettings settings, Consumer<Phase> progress) {
        try {
            return applied.apply(table, settings, progress);
        } catch (TooManyPairs e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new UnreadableInput(
                    "records that the model can link", String.valueOf(e.getMessage()), file.toString());
        }
    }

    String inWords() {
        return String.format(
                Locale.UK,
                "%s, learnt from %,d records before and applied as it is",
                file.getFileName(),
                applied.model().records());
    }
}
