package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code clew join}: makes persons of all accepted records and puts the new Picture in force. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = "Works out who is who among all imported records, and puts the new Picture in force.")
@OpensStore(Action.OPERATE)
final class JoinCommand implements Callable<Integer> {

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return PictureRun.of("join", this, options, spec.commandLine().getOut());
    }
}
