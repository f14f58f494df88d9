package clew.app.cli;

import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.report.Told.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** How a run was made, for its report: version, settings, and the files with their hashes, which are worked out while the run goes on. */
final class LinkTold {
    private static final int PART = 1 << 20;

    private final List<Path> files;
    private final List<CompletableFuture<String>> hashes;

    private LinkTold(List<Path> files) {
        this.files = files;
        hashes = files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> hash(file)))
                .toList();
    }

    /** Begins to work out the hashes of the files of a run; what cannot be read is said elsewhere. */
    static LinkTold begin(List<Path> files) {
        return new LinkTold(files.stream().filter(Files::isRegularFile).toList());
    }

    /** The settings of the run and its files, when all hashes are known. */
    List<Setting> settings(
            LinkSettings settings,
            String version,
            Optional<LinkModelFile> model,
            @Nullable LinkAnswers answers,
            LinkResult result) {
        List<Setting> all = new ArrayList<>();
        all.add(new Setting("version", version));
        all.add(new Setting(
                "pairs compared",
                settings.mode() == LinkSettings.Mode.DEDUPE ? "within and across sources" : "across sources only"));
        all.add(new Setting(
                "threshold asked for",
                settings.threshold().isPresent()
                        ? String.valueOf(settings.threshold().getAsDouble())
                        : "none: the default"));
        all.add(new Setting("pairs kept from a probability of", String.valueOf(settings.pairsAbove())));
        all.add(new Setting("threads", settings.threads() + " (never changes the result)"));
        all.add(new Setting("model", model.map(LinkModelFile::inWords).orElse("learnt from these records")));
        if (answers != null) {
            all.add(new Setting("answers of people", answers.inWords(result)));
        }
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            all.add(new Setting(
                    "file " + file.getFileName(), "SHA-256 " + hashes.get(i).join()));
        }
        return all;
    }

    private static String hash(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[PART];
            long bytes = 0;
            for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                digest.update(part, 0, read);
                bytes += read;
            }
            return HexFormat.of().formatHex(digest.digest()) + String.format(Locale.UK, " (%,d bytes)", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
