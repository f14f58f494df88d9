package clew.app.groups;

import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Rights;
import clew.core.network.Epoch;
import clew.core.network.Lines;
import clew.core.network.Ties;
import clew.core.network.records.About;
import clew.core.network.records.RecordNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds draft lines of enquiry, once for each clearance tier, from nothing but what the tier's rights let show, and keeps them until the Picture, a class or
 * a split or merger changes. The totals of chance are frozen for a Picture, so that what arrives in between changes no weight but of what it touches.
 */
public final class Finding {
    private final AppTransactions app;
    private final Patterns patterns;

    Finding(AppTransactions app, EngineTransactions engine) {
        this.app = app;
        this.patterns = new Patterns(engine);
    }

    /** Finds all lines anew when something changed since they were found; true when it did. */
    public synchronized boolean follow() {
        String basis = patterns.basis();
        if (basis.equals(patterns.foundOn())) {
            return false;
        }
        List<Tier> tiers = patterns.tiers();
        if (tiers.isEmpty() && patterns.foundOn().isEmpty()) {
            return false;
        }
        List<Patterns.Kept> kept = new ArrayList<>();
        tiers.forEach(tier -> kept.add(find(tier)));
        patterns.keep(kept, basis);
        return true;
    }

    /**
     * Sees to it that there is a tier for somebody whose rights cut through those of everybody: who works in some areas only, or is shut out of a record.
     * Their lines are found from what they may see, and from nothing else.
     */
    void ensureFor(Rights rights) {
        Optional<Tier> own = patterns.missingFor(rights.classes());
        if (own.isPresent()) {
            synchronized (this) {
                patterns.add(find(own.get()));
            }
        }
    }

    private Patterns.Kept find(Tier tier) {
        @Nullable Epoch frozen = patterns.frozen(tier);
        List<Cut> cuts = patterns.cuts(tier);
        return app.read(tier.rights(), sql -> {
            TierReading reading = new TierReading(sql);
            RecordNetwork network = reading.network();
            Ties ties = frozen == null ? Ties.of(network.evidence()) : Ties.of(network.evidence(), frozen);
            Function<String, SortedSet<UUID>> records = id -> records(network.about(), id);
            List<Found> found =
                    new FoundLines(ties, records, atWork(reading.atWork(), network.about())).of(Lines.of(ties), cuts);
            return new Patterns.Kept(tier, ties.epoch(), found);
        });
    }

    private static SortedSet<UUID> records(Map<String, About> about, String id) {
        About known = about.get(id);
        if (known == null) {
            throw new IllegalStateException("expected a subject that was told, found " + id);
        }
        return known.records();
    }

    private static Set<String> atWork(Set<UUID> records, Map<String, About> about) {
        Set<String> ids = new HashSet<>();
        about.forEach((id, known) -> {
            if (known.records().stream().anyMatch(records::contains)) {
                ids.add(id);
            }
        });
        return new TreeSet<>(ids);
    }
}
