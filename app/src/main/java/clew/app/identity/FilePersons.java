package clew.app.identity;

import clew.core.linkage.LinkResult;
import clew.core.linkage.LinkSettings;
import clew.core.linkage.Linkage;
import clew.core.linkage.RecordTable;
import clew.core.standard.PersonShape;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is who among records read from files: linked as the Picture is, without a store. Not thread-safe. */
public final class FilePersons {
    private final PersonColumns columns = new PersonColumns(PersonShape.SHAPE);
    private final RecordTable.Builder table = RecordTable.builder(columns.columns());
    private final Map<UUID, Integer> rows = new HashMap<>();
    private final List<UUID> records = new ArrayList<>();

    /** Adds a person's record; of one that is told several times the first counts. */
    public void add(UUID record, String agency, StandardRecord person) {
        if (rows.putIfAbsent(record, records.size()) == null) {
            records.add(record);
            table.add(agency, record.toString(), columns.values(person));
        }
    }

    /** The person of each record, by the smallest of its records as text. */
    public Map<UUID, UUID> link(int threads) {
        Map<UUID, UUID> personOf = new HashMap<>();
        if (records.isEmpty()) {
            return personOf;
        }
        LinkResult result = Linkage.link(table.build(), LinkSettings.defaults().withThreads(threads), phase -> {});
        Map<Integer, UUID> smallest = new HashMap<>();
        for (int row = 0; row < records.size(); row++) {
            smallest.merge(
                    result.personOf(row),
                    records.get(row),
                    (one, other) -> RecordOrder.BY_TEXT.compare(one, other) <= 0 ? one : other);
        }
        for (int row = 0; row < records.size(); row++) {
            personOf.put(records.get(row), smallest.getOrDefault(result.personOf(row), records.get(row)));
        }
        return personOf;
    }
}
