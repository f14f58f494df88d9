package clew.app.cli;

import clew.core.standard.publish.StandardPublisher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code clew standard}: publishes the data standard as documentation, templates, mappings and schemas. */
@CommandLine.Command(
        name = "standard",
        mixinStandardHelpOptions = true,
        description = "Publishes the data standard: pages, CSV templates with metadata, JSON Schemas. Opens no store.")
final class StandardCommand implements Callable<Integer> {
    private static final int INTERNAL = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the files go; made if it is not there.")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        try {
            int files = new StandardPublisher(this::open).publish();
            spec.commandLine().getOut().println(files + " files in " + out + ", start at " + out.resolve("index.html"));
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("expected to write into " + out + ", found " + e);
            return INTERNAL;
        }
    }

    private OutputStream open(String path) throws IOException {
        Path file = out.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.newOutputStream(file);
    }
}
