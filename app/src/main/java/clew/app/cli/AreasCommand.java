package clew.app.cli;

import clew.app.access.Action;
import clew.app.access.Agencies;
import clew.app.access.OpensStore;
import clew.app.ledger.Entry;
import clew.app.ledger.Ledger;
import clew.app.store.Store;
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

/** {@code clew areas}: what an agency's records are about and where a user works; an area may reach over any agencies of a partnership. Entered in the ledger. */
@Command(
        name = "areas",
        mixinStandardHelpOptions = true,
        description = "Says which areas an agency's records are about, and where users work. Who works in an area sees"
                + " what agencies of that area share.")
@OpensStore(Action.ADMINISTER_USERS)
public final class AreasCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "AREA",
            description = "Slugs of areas: these and no others from now on. A partnership is one area of its own.")
    private List<String> areas = List.of();

    @Option(
            names = "--agency",
            required = true,
            paramLabel = "SLUG",
            description = "Whose records they are; areas that are not there yet are made. With --user: whose user.")
    private String agency = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Who works there, instead of the agency's records.")
    private @Nullable String user;

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
            List<UUID> about = user == null ? covers(agencies, owner) : worksIn(named, agencies, owner, user);
            Ledger.of(store.app(), store.secrets()).enter(Entry.bySystem("areas_changed", "administration", about, ""));
            return 0;
        }
    }

    private List<UUID> covers(Agencies agencies, int owner) {
        int partnership = agencies.partnershipOf(owner);
        agencies.covers(
                owner,
                areas.stream()
                        .mapToInt(area ->
                                agencies.findArea(owner, area).orElseGet(() -> agencies.area(partnership, area, area)))
                        .toArray());
        return List.of();
    }

    private List<UUID> worksIn(Named named, Agencies agencies, int owner, String name) {
        UUID known = named.user(name);
        agencies.worksIn(known, named.areas(owner, areas));
        return List.of(known);
    }
}
