package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clew rebuild}: makes the Picture again from records, decisions and the register, which is all that it rests on. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Makes the Picture again from records, decisions and issued person ids, and prints its checksum.")
@OpensStore(Action.OPERATE)
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return PictureRun.of("rebuild", this, options, spec.commandLine().getOut());
    }
}
