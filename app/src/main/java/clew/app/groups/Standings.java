package clew.app.groups;

import clew.app.groups.Standing.State;
import clew.app.groups.Verdict.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Works out how lines stand from the verdicts on what they rest on. Suspicion ends: who does not decide in time lets a line go. */
final class Standings {
    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final List<Verdict> verdicts;
    private final Terms terms;
    private final KeyedHash hash;
    private final LocalDate today;

    /** @param verdicts those that the viewer may see, oldest first */
    Standings(List<Verdict> verdicts, Terms terms, KeyedHash hash, LocalDate today) {
        this.verdicts = verdicts;
        this.terms = terms;
        this.hash = hash;
        this.today = today;
    }

    /** @param received when the last of its evidence came in */
    Standing of(Matter matter, Instant received) {
        List<Verdict> about = about(matter);
        Optional<Verdict> ruling = about.stream()
                .filter(verdict -> verdict.kind() != Kind.SPLIT && verdict.kind() != Kind.MERGED)
                .max(Comparator.comparing(Verdict::at));
        LocalDate ends = terms.end("undecided", day(received));
        if (ruling.isEmpty()) {
            return open(State.DRAFT, ends, null, List.of());
        }
        Verdict verdict = ruling.get();
        List<UUID> fresh = verdict.unknownTo(matter.evidence(), hash::of);
        return switch (verdict.kind()) {
            case ACCEPTED -> new Standing(State.ACCEPTED, day(verdict.at()), verdict, fresh);
            case REJECTED ->
                fresh.isEmpty()
                        ? new Standing(State.REJECTED, day(verdict.at()), verdict, fresh)
                        : open(State.RETURNED, ends, verdict, fresh);
            case REJECT_ASKED -> open(State.REJECTION_ASKED, later(ends, day(verdict.at())), verdict, fresh);
            case PARKED -> parked(verdict, about, ends, fresh);
            default -> open(State.DRAFT, later(ends, day(verdict.at())), verdict, fresh);
        };
    }

    private Standing parked(Verdict verdict, List<Verdict> about, LocalDate ends, List<UUID> fresh) {
        LocalDate until = verdict.until();
        if (until != null && today.isBefore(until)) {
            return new Standing(State.PARKED, until, verdict, fresh);
        }
        LocalDate last = lastDay(about, day(verdict.at()));
        LocalDate back = until == null ? ends : later(ends, until);
        return open(State.DRAFT, back.isAfter(last) && !ends.isAfter(last) ? last : back, verdict, fresh);
    }

    /** The last day to which a line may be parked: from the first time that it was. */
    LocalDate lastDay(List<Verdict> about, LocalDate otherwise) {
        LocalDate first = about.stream()
                .filter(verdict -> verdict.kind() == Kind.PARKED)
                .map(verdict -> day(verdict.at()))
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
        return terms.end("parked_in_all", first);
    }

    /** Verdicts about it, oldest first. */
    List<Verdict> about(Matter matter) {
        return verdicts.stream()
                .filter(verdict -> verdict.isAbout(matter, hash::of))
                .toList();
    }

    private LocalDate later(LocalDate ends, LocalDate from) {
        LocalDate anew = terms.end("undecided", from);
        return anew.isAfter(ends) ? anew : ends;
    }

    private Standing open(State state, LocalDate ends, @Nullable Verdict verdict, List<UUID> fresh) {
        return new Standing(today.isAfter(ends) ? State.ENDED : state, ends, verdict, fresh);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, LONDON);
    }
}
