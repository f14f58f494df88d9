package clew.app.cli;

import picocli.CommandLine;

/** The {@code clew} command with its subcommands. Exit codes: 0 done, 1 done with quarantined rows, 2 usage, 3 input unreadable, 4 internal. */
@CommandLine.Command(
        name = "clew",
        mixinStandardHelpOptions = true,
        version = "clew " + Command.VERSION,
        description = "Joins what agencies know about children at risk, and about those who put them there.",
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            LinkCommand.class,
            GroupsCommand.class,
            SimulateCommand.class,
            JoinCommand.class,
            RebuildCommand.class,
            StandardCommand.class,
            ServeCommand.class,
            LedgerCommand.class,
            UserCommand.class,
            AreasCommand.class,
            TeamCommand.class,
            TokenCommand.class,
            ModelCommand.class
        })
public final class Command {
    static final String VERSION = "0.1.0";

    /**
     * Runs one command.
     *
     * @param arguments the words after {@code clew}
     * @return the exit code
     */
    public static int run(String... arguments) {
        System.setProperty("picocli.disable.closures", "true"); // else every jar is opened to look for Groovy
        CommandLine clew = links(arguments)
                ? new CommandLine(new LinkingOnly()).addSubcommand(new LinkCommand())
                : new CommandLine(new Command());
        return clew.setCaseInsensitiveEnumValuesAllowed(true).execute(arguments);
    }

    /**
     * Whether a command that went well leaves no thread behind, so that returning from {@code main} ends the program: {@link System#exit} first opens every jar
     * to look for a logger of exits, a fiftieth of a second.
     */
    public static boolean endsByItself(String... arguments) {
        return links(arguments);
    }

    private static boolean links(String... arguments) {
        return arguments.length > 0 && arguments[0].equals("link");
    }

    /** {@code clew} with one subcommand: reading what all the others take would cost a run of seconds a tenth of one. */
    @CommandLine.Command(name = "clew")
    private static final class LinkingOnly {}
}
