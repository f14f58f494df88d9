package clew.app.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does nothing by itself: who gives it without one of its subcommands is told which there are. */
abstract class NeedsSubcommand implements Callable<Integer> {
    private final String subcommands;

    @Spec
    private @Nullable CommandSpec spec;

    /** @param subcommands their names, as a sentence lists them */
    NeedsSubcommand(String subcommands) {
        this.subcommands = subcommands;
    }

    @Override
    public final Integer call() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "expected a subcommand: " + subcommands);
    }
}
