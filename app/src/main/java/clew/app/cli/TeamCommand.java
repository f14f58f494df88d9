package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.Agencies;
import clew.app.access.OpensStore;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clew team}: who is in a team of an agency, from any agency of the partnership, and where it works. Entered in the ledger. */
@Command(
        name = "team",
        mixinStandardHelpOptions = true,
        description =
                "Makes a team of an agency where there is none, lets users of any agency in or out, and says in which"
                        + " areas it works too. What is kept to a team shows to who is in it.")
@OpensStore(Action.ADMINISTER_USERS)
public final class TeamCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEAM", description = "Its slug, as screeners-north.")
    private String team = "";

    @Option(names = "--agency", required = true, paramLabel = "SLUG", description = "Whose team it is.")
    private String agency = "";

    @Option(names = "--joins", paramLabel = "NAME", description = "Who joins it, by sign-in name. May be repeated.")
    private List<String> joining = List.of();

    @Option(names = "--leaves", paramLabel = "NAME", description = "Who leaves it. May be repeated.")
    private List<String> leaving = List.of();

    @Option(
            names = "--area",
            paramLabel = "AREA",
            description = "An area of the partnership in which it works too. May be repeated.")
    private List<String> areas = List.of();

    @Mixin
    private final StoreOptions options = new StoreOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (Store store = options.open(this)) {
            Agencies agencies = new Agencies(store.engine());
            Named named = new Named(store, spec);
            int owner = named.agency(agency);
            List<UUID> joins = joining.stream().map(named::user).toList();
            List<UUID> leaves = leaving.stream().map(named::user).toList();
            int[] places = named.areas(owner, areas);
            int made = agencies.team(owner, team, team);
            joins.forEach(user -> agencies.joins(user, made));
            leaves.forEach(user -> agencies.leaves(user, made));
            agencies.teamWorksIn(made, places);
            List<UUID> about = new ArrayList<>(joins);
            about.addAll(leaves);
            Ledger.of(store.app(), store.secrets()).enter(Entry.bySystem("team_changed", "administration", about, ""));
            return 0;
        }
    }
}
