package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.OpensStore;
import clew.app.access.Role;
import clew.app.access.Users;
import clew.app.intake.Intake;
import clew.app.intake.PrivateDetails;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew user}: who is let in. Each of its commands is entered in the ledger. */
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        description = "Who is let in.",
        subcommands = {
            UserCommand.Add.class,
            UserCommand.End.class,
            UserCommand.ForgetSecondFactor.class,
            UserCommand.Private.class
        })
public final class UserCommand extends NeedsSubcommand {

    public UserCommand() {
        super("add, end, forget-second-factor or private");
    }

    /** What all of them have in common: a user's sign-in name, the store, and a row in the ledger. */
    @OpensStore(Action.ADMINISTER_USERS)
    abstract static class OfUser implements Callable<Integer> {

        @Parameters(paramLabel = "NAME", description = "Sign-in name, in lower case.")
        String name = "";

        @Mixin
        private final StoreOptions options = new StoreOptions();

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public Integer call() {
            try (Store store = options.open(this)) {
                UUID user = change(store);
                Ledger.of(store.app(), store.secrets())
                        .enter(Entry.bySystem(action(), "administration", List.of(user), ""));
                return 0;
            }
        }

        abstract String action();

        abstract UUID change(Store store);

        UUID known(Store store) {
            return named(store).user(name);
        }

        Named named(Store store) {
            return new Named(store, spec);
        }

        CommandLine.ParameterException usage(String words) {
            return new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(), words);
        }

        void say(String words) {
            Objects.requireNonNull(spec).commandLine().getOut().println(words);
        }
    }

    /** {@code clew user add}. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Lets somebody in, or changes their agency, shown name and roles.")
    static final class Add extends OfUser {

        @Option(names = "--agency", required = true, paramLabel = "SLUG", description = "Their agency.")
        private String agency = "";

        @Option(names = "--shown", required = true, paramLabel = "TEXT", description = "Their name as pages show it.")
        private String shown = "";

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "One of: ${COMPLETION-CANDIDATES}.")
        private List<Role> roles = List.of();

        @Option(
                names = "--email",
                paramLabel = "ADDRESS",
                description = "The work address by which the sign-in provider knows them: they are bound to it at their"
                        + " first sign-in, within 14 days. Without it they get a password, for evaluation only.")
        private @Nullable String email;

        @Override
        String action() {
            return "user_added";
        }

        @Override
        UUID change(Store store) {
            Users users = new Users(store.engine());
            int in = named(store).agency(agency);
            Role[] theirs = roles.toArray(Role[]::new);
            if (email != null) {
                return users.invite(in, name, shown, email, theirs);
            }
            say("Password, shown this once: " + users.local(in, name, shown, theirs));
            return known(store);
        }
    }

    /** What is done to somebody who is there. */
    abstract static class OfKnownUser extends OfUser {

        abstract void change(Users users, UUID user);

        @Override
        UUID change(Store store) {
            UUID user = known(store);
            change(new Users(store.engine()), user);
            return user;
        }
    }

    /** {@code clew user end}. */
    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends somebody: they are out with their next click, and come back by a new invitation only.")
    static final class End extends OfKnownUser {

        @Override
        String action() {
            return "user_ended";
        }

        @Override
        void change(Users users, UUID user) {
            users.end(user);
        }
    }

    /** {@code clew user forget-second-factor}. */
    @Command(
            name = "forget-second-factor",
            mixinStandardHelpOptions = true,
            description = "Takes the second factor away from somebody who lost their phone and recovery codes.")
    static final class ForgetSecondFactor extends OfKnownUser {

        @Override
        String action() {
            return "second_factor_forgotten";
        }

        @Override
        void change(Users users, UUID user) {
            users.forgetSecondFactor(user);
        }
    }

    /** {@code clew user private}. */
    @Command(
            name = "private",
            mixinStandardHelpOptions = true,
            description =
                    "Says by what somebody is known in private, so that records of them and their household are restricted: what"
                            + " is here, and what comes in. Kept as hashes. Not their work's telephone or address: those stand in"
                            + " what they wrote about others.")
    static final class Private extends OfUser {

        @Option(names = "--email", paramLabel = "ADDRESS", description = "A private e-mail address. May be repeated.")
        private List<String> emails = List.of();

        @Option(names = "--phone", paramLabel = "NUMBER", description = "A private telephone. May be repeated.")
        private List<String> phones = List.of();

        @Option(names = "--postcode", paramLabel = "CODE", description = "Of their home; with --house.")
        private @Nullable String postcode;

        @Option(names = "--house", paramLabel = "NUMBER", description = "Number or name of their home.")
        private @Nullable String house;

        @Override
        String action() {
            return "private_details_said";
        }

        @Override
        UUID change(Store store) {
            UUID user = known(store);
            try {
                PrivateDetails details = new PrivateDetails(store.engine(), Intake.recordKey(store.secrets()));
                emails.forEach(details::email);
                phones.forEach(details::phone);
                if (postcode != null || house != null) {
                    details.home(Objects.requireNonNullElse(postcode, ""), Objects.requireNonNullElse(house, ""));
                }
                details.keepFor(user);
                return user;
            } catch (IllegalArgumentException e) {
                throw usage(Objects.requireNonNullElse(e.getMessage(), "expected a detail, found none"));
            }
        }
    }
}
