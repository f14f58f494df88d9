package clew.app.groups;

import clew.app.groups.Found.Member;
import clew.app.groups.Found.Side;
import clew.app.groups.Things.Thing;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.explain.Explanation;
import clew.core.network.Bearing;
import clew.core.network.Episode;
import clew.core.network.Evidence;
import clew.core.network.Standing;
import clew.core.network.SubjectKind;
import clew.core.network.Ties;
import clew.core.network.records.RecordNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who and what was with a vehicle, a phone, a place or an adult, and how these are tied; of a place also where else the vehicles and phones were that were there. Found from what one viewer may see and from nothing else, when they ask. It has the
 * parts of a line and their meaning, reasons that nobody stated included, and weighs nothing: what a tie weighs is told where all evidence of both is looked at.
 */
public final class Company {
    /** Among more than these only the ties of the thing itself are told. */
    public static final int MOST = 300;

    private static final String AT_WORK = "there_for_their_work";
    private static final Explanation TOGETHER =
            Explanation.leaf(0, "recorded together; weighed only where it is part of a line");

    private final AppTransactions app;

    Company(AppTransactions app) {
        this.app = app;
    }

    /** Of something that its viewer has before them; empty when nothing shows that says who was where with it. */
    public Optional<Found> of(Rights rights, Thing thing) {
        return app.read(rights, sql -> {
            TierEvidence told = new CompanyReading(sql).of(thing);
            RecordNetwork network = told.network();
            return network.about().entrySet().stream()
                    .filter(about -> about.getValue().records().contains(thing.record()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .flatMap(id -> new Around(network, told, id).found());
        });
    }

    /** What the evidence says of one of its subjects. */
    private static final class Around {
        private final Evidence evidence;
        private final FoundParts parts;
        private final String id;
        private final int itself;
        /** Those at which it was at work. */
        private final List<Integer> atWork = new ArrayList<>();

        private final SortedSet<Integer> episodes = new TreeSet<>();

        Around(RecordNetwork network, TierEvidence told, String id) {
            Function<String, SortedSet<UUID>> records = subject ->
                    Objects.requireNonNull(network.about().get(subject)).records();
            this.evidence = network.evidence();
            this.parts = new FoundParts(evidence, records, told.atWork(network.about()));
            this.id = id;
            this.itself = evidence.subject(id);
        }

        Optional<Found> found() {
            SortedSet<Integer> members = members();
            if (itself < 0 || episodes.isEmpty()) {
                return Optional.empty();
            }
            SortedSet<Integer> all = IntStream.range(0, evidence.episodes())
                    .filter(episode -> episodes.contains(episode) || isAmong(episode, members))
                    .boxed()
                    .collect(Collectors.toCollection(TreeSet::new));
            List<Member> shown = parts.members(members, all).stream()
                    .map(member -> member.subject().equals(parts.first(id)) ? itself(member) : member)
                    .toList();
            return Optional.of(new Found(
                    FoundParts.ordered(shown),
                    parts.episodes(all, members),
                    parts.newestFirst(ties(members, all), all)));
        }

        /** The thing and who was there with it; its episodes are known then. */
        private SortedSet<Integer> members() {
            SortedSet<Integer> members = new TreeSet<>();
            for (int number = 0; number < evidence.episodes(); number++) {
                Episode episode = evidence.episode(number);
                Bearing bearing = bearing(episode);
                if (bearing != Bearing.NAMED) {
                    episodes.add(number);
                    IntStream.of(evidence.there(number)).forEach(members::add);
                }
                if (bearing == Bearing.AT_WORK) {
                    atWork.add(number);
                }
            }
            if (itself >= 0 && evidence.kind(itself) != SubjectKind.PLACE) {
                members.add(itself);
            }
            return members;
        }

        private Bearing bearing(Episode episode) {
            return id.equals(episode.place())
                    ? Bearing.THERE
                    : episode.parts().stream()
                            .filter(part -> part.subject().equals(id))
                            .map(part -> part.bearing())
                            .findFirst()
                            .orElse(Bearing.NAMED);
        }

        /** Whether two of them were there, or, elsewhere than at a place that is asked for, a vehicle or phone of it. */
        private boolean isAmong(int episode, SortedSet<Integer> members) {
            int[] there = IntStream.of(evidence.there(episode))
                    .filter(members::contains)
                    .toArray();
            return there.length >= 2
                    || evidence.kind(itself) == SubjectKind.PLACE
                            && IntStream.of(there)
                                    .anyMatch(one -> evidence.kind(one).isMeans());
        }

        /** Who is there for their work was of age or not as anybody else was. */
        private Member itself(Member member) {
            boolean adult = member.side() == Side.UNKNOWN
                    && atWork.size() == episodes.size()
                    && atWork.stream().allMatch(episode -> evidence.standingIn(episode, itself) == Standing.ADULT);
            return adult
                    ? new Member(member.subject(), member.kind(), Side.ADULT, member.records(), member.atWork())
                    : member;
        }

        private List<Found.Tie> ties(SortedSet<Integer> members, SortedSet<Integer> all) {
            Ties ties = Ties.of(evidence);
            boolean few = members.size() <= MOST;
            Stream<Found.Tie> together = IntStream.range(0, ties.size())
                    .filter(tie -> members.contains(ties.first(tie)) && members.contains(ties.second(tie)))
                    .filter(tie -> few || ties.first(tie) == itself || ties.second(tie) == itself)
                    .mapToObj(tie -> parts.tie(
                            ties.first(tie),
                            ties.second(tie),
                            ties.days(tie),
                            ties.reason(tie),
                            parts.both(ties.first(tie), ties.second(tie), all),
                            TOGETHER));
            return Stream.concat(together, ofWork(ties)).toList();
        }

        /** Who is there for their work is tied to nobody by it: it is told as what explains it. */
        private Stream<Found.Tie> ofWork(Ties ties) {
            Map<Integer, List<Integer>> met = new TreeMap<>();
            atWork.forEach(episode -> IntStream.of(evidence.there(episode))
                    .forEach(other ->
                            met.computeIfAbsent(other, one -> new ArrayList<>()).add(episode)));
            return met.entrySet().stream()
                    .filter(entry -> ties.between(itself, entry.getKey()) < 0)
                    .map(entry -> parts.tie(
                            itself,
                            entry.getKey(),
                            (int) entry.getValue().stream()
                                    .map(evidence::day)
                                    .distinct()
                                    .count(),
                            AT_WORK,
                            entry.getValue(),
                            TOGETHER));
        }
    }
}
