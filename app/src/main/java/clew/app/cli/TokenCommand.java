package clew.app.cli;

import clew.app.access.Role;
import clew.app.access.Tokens;
import clew.app.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code clew token}: which machines may call. Each of its commands is entered in the ledger. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Which machines of agencies may call the API.",
        subcommands = {TokenCommand.Add.class, TokenCommand.End.class})
public final class TokenCommand extends NeedsSubcommand {

    public TokenCommand() {
        super("add or end");
    }

    /** {@code clew token add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a token for a machine of an agency. It is shown once. Earlier tokens of the same name stay good until they end.")
    static final class Add extends UserCommand.OfUser {

        @Option(names = "--agency", required = true, paramLabel = "SLUG", description = "Whose machine it is.")
        private String agency = "";

        @Option(
                names = "--shown",
                required = true,
                paramLabel = "TEXT",
                description = "Its name as the ledger shows it.")
        private String shown = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "What it may do, as people of this role: ${COMPLETION-CANDIDATES}.")
        private List<Role> roles = List.of();

        @Option(
                names = "--days",
                defaultValue = "90",
                paramLabel = "N",
                description = "How long it is good: 1 to 366. Default: ${DEFAULT-VALUE}.")
        private int days;

        @Override
        String action() {
            return "token_added";
        }

        @Override
        UUID change(Store store) {
            int in = named(store).agency(agency);
            if (days < 1 || days > Tokens.LONGEST.toDays()) {
                throw usage("expected 1 to 366 days, found " + days);
            }
            String token =
                    new Tokens(store.engine()).make(in, name, shown, Duration.ofDays(days), roles.toArray(Role[]::new));
            say("Token, shown this once: " + token);
            return known(store);
        }
    }

    /** {@code clew token end}. */
    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends every token of a machine: its next call is refused.")
    static final class End extends UserCommand.OfUser {

        @Override
        String action() {
            return "token_ended";
        }

        @Override
        UUID change(Store store) {
            UUID user = known(store);
            new Tokens(store.engine()).end(user);
            return user;
        }
    }
}
