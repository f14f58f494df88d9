package clew.app.groups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tiers of a partnership, by what the records of the Picture are: shareable is what is shown whole and is not restricted; police-conditional is that and
 * what law enforcement shows under Part 3 of the Data Protection Act 2018; all is that and what its owners show to nobody else. Sealed identities are in none.
 */
final class Tiers {
    private static final String OCCURRING = """
            select distinct a.partnership_id, c.class_id,
                   c.handling = 'content' and c.base = 'none' as shareable,
                   c.handling = 'content' and c.base in ('none', 'part_3', 'part_3_intelligence') as conditional
              from picture.record r join access.class c using (class_id) join access.agency a on a.agency_id = c.agency_id
             where c.base not like 'seal%'
             order by 1, 2""";

    private final JdbcClient sql;

    /** @param sql of the engine */
    Tiers(JdbcClient sql) {
        this.sql = sql;
    }

    private record Occurring(int partnership, int classId, boolean shareable, boolean conditional) {}

    /** The lowest first; a tier that is no larger than the one below is left out. */
    List<Tier> all() {
        List<Occurring> classes = sql.sql(OCCURRING)
                .query((row, number) ->
                        new Occurring(row.getInt(1), row.getInt(2), row.getBoolean(3), row.getBoolean(4)))
                .list();
        List<Tier> tiers = new ArrayList<>();
        for (int partnership :
                new TreeSet<>(classes.stream().map(Occurring::partnership).toList())) {
            List<Occurring> own = classes.stream()
                    .filter(one -> one.partnership == partnership)
                    .toList();
            add(tiers, "shareable", own.stream().filter(Occurring::shareable).toList());
            add(
                    tiers,
                    "police_conditional",
                    own.stream().filter(Occurring::conditional).toList());
            add(tiers, Tier.ALL, own);
        }
        return tiers;
    }

    private static void add(List<Tier> tiers, String name, Collection<Occurring> classes) {
        SortedSet<Integer> ids =
                new TreeSet<>(classes.stream().map(Occurring::classId).toList());
        boolean known = tiers.stream().anyMatch(tier -> tier.classes().equals(ids));
        if (!ids.isEmpty() && !known) {
            tiers.add(new Tier(name, ids));
        }
    }
}
