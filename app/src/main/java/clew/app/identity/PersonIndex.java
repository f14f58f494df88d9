package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Search by the Picture's tokens. Every part of what is sought must be found in one visible record; that record's person is a result. Of a name so common
 * that it stands in more than {@link #MOST_RECORDS} records, that many are looked at, by record id, and the page says so. Each call is one reading transaction; the ledger row is
 * the entry point's.
 */
public final class PersonIndex implements PersonSearch {
    /** People on a full page. */
    public static final int PAGE_SIZE = 20;
    /** Records that one search looks at: ten pages, which is more than anybody reads. */
    public static final int MOST_RECORDS = 200;

    private final AppTransactions app;
    private final Clock clock;

    public PersonIndex(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    @Override
    public Page find(Rights rights, Sought sought, int pageNumber) {
        if (pageNumber < 1) {
            throw new IllegalArgumentException("expected a page from 1, found " + pageNumber);
        }
        List<List<String>> parts = SoughtTokens.of(sought);
        if (parts.isEmpty() || parts.contains(List.<String>of())) {
            return new Page(List.of(), pageNumber, PAGE_SIZE, 0);
        }
        return app.read(rights, sql -> page(sql, parts, pageNumber, elsewhere(sql, sought, parts)));
    }

    /** Only who seeks by an identifier alone learns that an agency holds something by it: nothing else about it is answered for. */
    private static List<HeldElsewhere> elsewhere(JdbcClient sql, Sought sought, List<List<String>> parts) {
        boolean identifierAlone = parts.size() == 1 && !sought.identifier().isBlank();
        return identifierAlone ? Pointers.aboutBearerOf(sql, parts.get(0)) : List.of();
    }

    private Page page(JdbcClient sql, List<List<String>> parts, int pageNumber, List<HeldElsewhere> elsewhere) {
        List<UUID> matches = matches(sql, parts);
        boolean more = matches.size() > MOST_RECORDS;
        List<SortedSet<UUID>> persons =
                new ViewerPersons(sql, null).of(more ? matches.subList(0, MOST_RECORDS) : matches);
        List<Row> rows =
                PersonSummaries.of(sql, persons, LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME)).stream()
                        .sorted(Comparator.comparing((Row row) -> String.join(" ", Words.of(row.name())))
                                .thenComparing(row -> String.join(" ", row.born()))
                                .thenComparing(Row::record))
                        .toList();
        List<Row> shown = rows.stream()
                .skip((long) (pageNumber - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList();
        return new Page(shown, pageNumber, PAGE_SIZE, rows.size(), elsewhere, more);
    }

    private static List<UUID> matches(JdbcClient sql, List<List<String>> parts) {
        JdbcClient.StatementSpec statement = sql.sql(
                isOneToken(parts)
                        ? "select t.record_id from picture.token t join picture.membership using (record_id)"
                                + " where t.token = ? order by t.record_id limit " + (MOST_RECORDS + 1)
                        : "select record_id from ("
                                + parts.stream()
                                        .map(part -> "select record_id from picture.token where token = any(?)")
                                        .collect(Collectors.joining(" intersect "))
                                + ") found join picture.membership using (record_id) order by 1 limit "
                                + (MOST_RECORDS + 1));
        for (List<String> part : parts) {
            statement = isOneToken(parts) ? statement.param(part.get(0)) : statement.param(part.toArray(String[]::new));
        }
        return statement.query((row, number) -> row.getObject(1, UUID.class)).list();
    }

    /** The one case in which a common name may stand in tens of thousands of records: read in the order of the index, as far as is needed. */
    private static boolean isOneToken(List<List<String>> parts) {
        return parts.size() == 1 && parts.get(0).size() == 1;
    }
}
