package clew.app.groups;

import clew.app.store.AppTransactions;
import clew.app.store.EngineTransactions;
import clew.app.store.Rights;
import clew.core.network.BlockList;
import clew.core.network.Epoch;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Finds draft lines of enquiry, once for each clearance tier, from nothing but what the tier's rights let show. What arrives is read alone, under the tier's
 * rights, and only what it touches is found anew; the totals of chance are frozen for a Picture. Where anything else changed, everything is.
 */
public final class Finding {
    /** So many records of all tiers together are kept in memory, in about a kilobyte each; a tier beyond that is found from everything every time. */
    static final int MOST_KEPT = 500_000;

    private static final String EVERYTHING = "from everything";
    private static final Logger LOG = LoggerFactory.getLogger(Finding.class);

    private final AppTransactions app;
    private final Patterns patterns;
    private final int mostKept;
    private final Clock clock;
    private final Map<Tier, Held> held = new HashMap<>();
    private final List<String> said = new ArrayList<>();
    private @Nullable Basis heldOn;
    /** When the search that goes on, or the last one, began. */
    private volatile Instant since = Instant.EPOCH;

    Finding(AppTransactions app, EngineTransactions engine) {
        this(app, engine, MOST_KEPT);
    }

    /** @param mostKept how many records of all tiers together are kept in memory */
    Finding(AppTransactions app, EngineTransactions engine, int mostKept) {
        this(app, engine, mostKept, Clock.systemUTC());
    }

    /** @param clock by whose day entries of the block list end */
    Finding(AppTransactions app, EngineTransactions engine, int mostKept, Clock clock) {
        this.clock = clock;
        this.app = app;
        this.patterns = new Patterns(engine);
        this.mostKept = mostKept;
    }

    private record Held(TierEvidence evidence, TierLines lines) {}

    /** Finds what changed since lines were found; true when anything did. */
    public synchronized boolean follow() {
        Basis basis = patterns.basis(today());
        if (basis.text().equals(patterns.foundOn())) {
            return false;
        }
        List<Tier> tiers = patterns.tiers();
        if (tiers.isEmpty() && patterns.foundOn().isEmpty()) {
            return false;
        }
        since = clock.instant();
        Arrived arrived = heldOn == null
                ? Arrived.all("nothing was found yet since the program began")
                : patterns.arrived(heldOn, basis);
        held.keySet().retainAll(tiers);
        heldOn = null;
        said.clear();
        List<Patterns.Kept> kept = new ArrayList<>();
        tiers.forEach(tier -> kept.add(find(tier, arrived)));
        patterns.keep(kept, basis);
        heldOn = basis;
        return true;
    }

    /**
     * Sees to it that there is a tier for somebody whose rights cut through those of everybody: who works in some areas only, or is shut out of a record.
     * Their lines are found from what they may see, and from nothing else.
     */
    void ensureFor(Rights rights) {
        if (isMissingFor(rights)) {
            synchronized (this) {
                // a search that went on meanwhile may have found them
                patterns.missingFor(rights.classes()).ifPresent(own -> {
                    since = clock.instant();
                    patterns.add(kept(own, fromEverything(own).lines, null));
                });
            }
        }
    }

    /** Whether no lines are kept yet that somebody may be shown, though there is something to search. */
    boolean isMissingFor(Rights rights) {
        return patterns.missingFor(rights.classes()).isPresent();
    }

    Instant since() {
        return since;
    }

    /** The tier whose lines somebody is shown; empty where nothing was found that they may see. */
    Optional<Tier> tierOf(Rights rights) {
        ensureFor(rights);
        return patterns.shownTo(rights.classes());
    }

    /** By the rights of the tier: an entry that rests on anything beyond them changes nothing in it. */
    private BlockList blocked(Tier tier) {
        return app.read(tier.rights(), sql -> new TierReading(sql).blocked(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Standings.LONDON);
    }

    private Patterns.Kept find(Tier tier, Arrived arrived) {
        long begun = System.nanoTime();
        Held before = held.remove(tier);
        if (arrived.isEverything()) {
            return everything(tier, arrived.everything(), begun);
        }
        if (before == null) {
            return everything(tier, "it is not kept in memory", begun);
        }
        List<Cut> cuts = patterns.cuts(tier);
        Optional<Set<UUID>> changed =
                app.read(tier.rights(), sql -> before.evidence.add(new TierReading(sql), arrived));
        if (changed.isEmpty()) {
            return everything(tier, "a record shows no more, or says something else of a person", begun);
        }
        Held now = new Held(before.evidence, before.lines.renewed(before.evidence, cuts, blocked(tier)));
        hold(tier, now, "touched by " + arrived.records().size() + " records", begun);
        return kept(tier, now.lines, changed.get());
    }

    private Patterns.Kept everything(Tier tier, String why, long begun) {
        Held now = fromEverything(tier);
        hold(tier, now, EVERYTHING + ", because " + why, begun);
        return kept(tier, now.lines, null);
    }

    private void hold(Tier tier, Held now, String how, long begun) {
        int others = held.values().stream().mapToInt(one -> one.evidence.size()).sum();
        if (others + now.evidence.size() <= mostKept) {
            held.put(tier, now);
        }
        say(tier, now, how, begun);
    }

    private void say(Tier tier, Held found, String how, long begun) {
        String words = "%s: %d lines of %d records in %d ms, %s"
                .formatted(
                        tier.name(),
                        found.lines.found().size(),
                        found.evidence.size(),
                        (System.nanoTime() - begun) / 1_000_000,
                        how);
        said.add(words);
        LOG.atLevel(how.startsWith(EVERYTHING) ? Level.INFO : Level.DEBUG).log("Lines found in the tier {}", words);
    }

    /** Of each tier how its lines were found when something last changed, and why from everything, if so. */
    synchronized List<String> lastRun() {
        return List.copyOf(said);
    }

    private Held fromEverything(Tier tier) {
        @Nullable Epoch frozen = patterns.frozen(tier);
        List<Cut> cuts = patterns.cuts(tier);
        TierEvidence evidence = app.read(tier.rights(), sql -> TierEvidence.of(new TierReading(sql)));
        return new Held(evidence, TierLines.of(evidence, frozen, cuts, blocked(tier)));
    }

    private static Patterns.Kept kept(Tier tier, TierLines lines, @Nullable Set<UUID> changed) {
        return new Patterns.Kept(tier, lines.epoch(), lines.kept(), changed);
    }
}
