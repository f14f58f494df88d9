package clew.app.review;

import clew.app.identity.PersonSearch;
import clew.app.identity.PersonSummaries;
import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for a person's decision on who is who, most useful first: what would bring the most agencies together, then what would move the most records,
 * then what has waited longest. What the viewer may not see neither waits, nor counts, nor changes the order.
 */
public final class Queue {

    /** Cases on a page. */
    public static final int PAGE = 20;

    private static final Comparator<Group> MOST_USEFUL_FIRST = Comparator.comparing(
                    (Group group) -> group.candidate().why().ordinal() > Why.DUE.ordinal())
            .thenComparing(group -> -group.use().agencies())
            .thenComparing(group -> -group.use().records())
            .thenComparing(Group::since)
            .thenComparing(group -> group.candidate().left().toString())
            .thenComparing(group -> group.candidate().right().toString());

    private final AppTransactions app;
    private final Clock clock;

    Queue(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    /**
     * One page of the queue.
     *
     * @param cases on it
     * @param counts how many wait for each reason
     * @param total that wait for the reason asked for, or for any
     * @param more may there be more, because only the strongest pairs were looked at?
     */
    public record Page(List<Waiting> cases, Map<Why, Integer> counts, int total, boolean more) {}

    /** The first page of what waits for a reason; null for any. */
    public Page first(Rights rights, @Nullable Why why) {
        return app.read(rights, sql -> {
            Groups groups = groups(sql);
            List<Group> wanted = wanted(groups, why);
            List<Group> shown = wanted.stream().limit(PAGE).toList();
            Map<Why, Integer> counts = new EnumMap<>(Why.class);
            groups.all().forEach(group -> counts.merge(group.candidate().why(), 1, Integer::sum));
            return new Page(waiting(sql, shown), counts, wanted.size(), groups.isCut());
        });
    }

    /** The case after this pair, or the first when the pair is not among them; none when nothing else waits. */
    public Optional<Pair> next(Rights rights, @Nullable Why why, @Nullable Pair after) {
        return app.read(rights, sql -> {
            List<Pair> pairs = wanted(groups(sql), why).stream()
                    .map(group ->
                            new Pair(group.candidate().left(), group.candidate().right()))
                    .toList();
            int place = after == null ? -1 : pairs.indexOf(after);
            List<Pair> onward = place + 1 < pairs.size() ? pairs.subList(place + 1, pairs.size()) : pairs;
            return onward.stream().filter(pair -> !pair.equals(after)).findFirst();
        });
    }

    /** The two records by which a case is called. */
    public record Pair(UUID left, UUID right) {}

    private Groups groups(JdbcClient sql) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        return new Groups(sql, today);
    }

    private static List<Group> wanted(Groups groups, @Nullable Why why) {
        return groups.all().stream()
                .filter(group -> why == null || group.candidate().why() == why)
                .sorted(MOST_USEFUL_FIRST)
                .toList();
    }

    private List<Waiting> waiting(JdbcClient sql, List<Group> groups) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        List<PersonSearch.Row> ones =
                PersonSummaries.of(sql, groups.stream().map(Group::one).toList(), today);
        List<PersonSearch.Row> others =
                PersonSummaries.of(sql, groups.stream().map(Group::other).toList(), today);
        List<Waiting> waiting = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            Group group = groups.get(place);
            Candidate candidate = group.candidate();
            waiting.add(new Waiting(
                    candidate.left(),
                    candidate.right(),
                    candidate.why(),
                    candidate.doubt() != null && (candidate.why() == Why.DOUBT || candidate.why() == Why.CONTRADICTION)
                            ? candidate.doubt()
                            : candidate.why().words(),
                    ones.get(place),
                    others.get(place),
                    group.use(),
                    group.since()));
        }
        return waiting;
    }
}
