package clew.app.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one request looks at, said by its handler while it works and entered in the ledger, as one row, before the first byte
 * of the answer leaves. Safe for several threads, since an answer may be streamed by another.
 */
public final class Look {

    private final Ledger ledger;
    private final Entry base;
    private final Map<UUID, String> grants;
    private final Set<UUID> subjects = new LinkedHashSet<>();
    private final List<String> terms = new ArrayList<>();
    private Entry.Outcome outcome = Entry.Outcome.DONE;
    private @Nullable UUID entered;

    /** @param base who, why and by which right */
    public Look(Ledger ledger, Entry base) {
        this(ledger, base, Map.of());
    }

    /** @param grants by subject, the grant that is used when it is looked at, beside the right of the base */
    public Look(Ledger ledger, Entry base, Map<UUID, String> grants) {
        this.ledger = ledger;
        this.base = base;
        this.grants = Map.copyOf(grants);
        subjects.addAll(base.subjects());
    }

    /** This will be shown. */
    public Look at(UUID subject) {
        return at(List.of(subject));
    }

    /** All of these will be shown. */
    public synchronized Look at(Collection<UUID> shown) {
        requireOpen();
        subjects.addAll(shown);
        return this;
    }

    /** This was searched for. */
    public synchronized Look searchedFor(String what) {
        requireOpen();
        terms.add(what);
        return this;
    }

    /** It ended otherwise than done. */
    public synchronized void ended(Entry.Outcome how) {
        requireOpen();
        outcome = how;
    }

    public synchronized boolean isEntered() {
        return entered != null;
    }

    /** Enters it, once. */
    public synchronized void enter() {
        if (entered == null) {
            entered = ledger.enter(entry());
        }
    }

    private Entry entry() {
        return new Entry(
                base.user(),
                base.agency(),
                base.purpose(),
                base.action(),
                grantsUsed(),
                outcome,
                List.copyOf(subjects),
                base.request(),
                base.note(),
                terms.isEmpty() ? base.terms() : String.join("\n", terms));
    }

    private String grantsUsed() {
        return Stream.concat(
                        Stream.of(base.grant()),
                        subjects.stream()
                                .map(grants::get)
                                .filter(Objects::nonNull)
                                .distinct())
                .collect(Collectors.joining(", "));
    }

    private void requireOpen() {
        if (entered != null) {
            throw new IllegalStateException(
                    "expected everything shown to be said before the answer begins, found more");
        }
    }
}
