package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.Field;
import clew.core.standard.PlaceShape;
import clew.core.standard.StandardRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What agencies hold on a vehicle, phone, place, account or organisation that is described and not stored: every record that shows and shares a token with the description, as records of
 * one thing do (see {@link Tokens}). Two places with different postcodes are two.
 */
public final class KnownThings {
    /** The shapes that can be asked about. */
    public static final Set<String> SHAPES = Set.of("vehicle", "phone", "place", "online_account", "organisation");

    private static final Pattern NOT_OF_ONE_THING = Pattern.compile("(name|born|local_id|postcode):.*");
    private static final String FIND = """
            select r.record_id, a.name, r.body::text,
                   (select count(distinct coalesce(e.to_record, f.from_record)) from picture.reference f
                      left join picture.reference e on e.from_record = f.from_record and e.field = 'event' where f.to_record = r.record_id)
              from picture.record r join access.agency a using (agency_id)
             where r.record_id in (select record_id from picture.token where token = any (?)) and r.shape = ?
               and (r.shape <> 'place' or coalesce(r.body ->> 'postcode' = nullif(?, ''), true))
             order by a.name, r.record_id limit ?""";
    private static final int MOST = 50;

    private final AppTransactions app;

    KnownThings(AppTransactions app) {
        this.app = app;
    }

    /**
     * A record of the thing.
     *
     * @param says its fields with their values, as the standard writes them
     * @param happenings events, intelligence and other records that refer to it and show
     */
    public record Known(UUID record, String agency, Map<String, List<String>> says, long happenings) {}

    /** What is held on each, in their order. */
    public List<List<Known>> find(Rights rights, List<StandardRecord> asked) {
        return app.read(rights, sql -> asked.stream().map(one -> find(sql, one)).toList());
    }

    private static List<Known> find(JdbcClient sql, StandardRecord asked) {
        List<String> tokens = new ArrayList<>(Tokens.of(asked));
        tokens.removeIf(token -> NOT_OF_ONE_THING.matcher(token).matches());
        String postcode = asked.shape() == PlaceShape.SHAPE ? String.join("", asked.texts(PlaceShape.POSTCODE)) : "";
        return sql.sql(FIND)
                .param(tokens.toArray(String[]::new))
                .param(asked.shape().name())
                .param(postcode)
                .param(MOST)
                .query((row, number) -> new Known(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        says(StandardRecord.fromJson(row.getString(3))),
                        row.getLong(4)))
                .list();
    }

    private static Map<String, List<String>> says(StandardRecord record) {
        Map<String, List<String>> says = new LinkedHashMap<>();
        for (Field<?> field : record.shape().ownFields()) {
            List<String> texts = record.texts(field);
            if (!texts.isEmpty()) {
                says.put(field.name(), texts);
            }
        }
        return says;
    }
}
