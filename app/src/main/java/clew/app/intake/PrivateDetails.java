package clew.app.intake;

import clew.app.store.EngineTransactions;
import clew.core.standard.DeploymentKey;
import clew.core.standard.EmailAddress;
import clew.core.standard.PhoneNumber;
import clew.core.standard.Postcode;
import clew.core.standard.Reading;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By what users are known in private, so that a record of them or of their household is restricted by default: what comes in from now on, and what is here. Kept
 * as keyed hashes. Said by whoever runs the deployment: a user could hide a record by it.
 */
public final class PrivateDetails {

    private static final String HERE = """
            with about as (
                select t.record_id from picture.token t join picture.record r using (record_id)
                 where t.token = any (?) and r.shape = 'person')
            select record_id from about
            union select f.from_record from picture.reference f where f.to_record in (select record_id from about)
            order by 1""";

    private static final String RESTRICT = """
            select access.set_apart(?, 'subject', null, 'a private detail of a user stands in it'), access.seal_rows(?)""";

    private final EngineTransactions engine;
    private final DeploymentKey key;
    private final Set<String> details = new LinkedHashSet<>();
    private final Set<String> tokens = new LinkedHashSet<>();

    public PrivateDetails(EngineTransactions engine, DeploymentKey key) {
        this.engine = engine;
        this.key = key;
    }

    /** A private e-mail address, of the user or of somebody in their household. */
    public PrivateDetails email(String written) {
        String address = known(EmailAddress.TYPE.read(written)).text();
        tokens.add(KnownUsers.email(address)); // as most systems write it
        return add(KnownUsers.email(address), "email:" + address);
    }

    /** A private telephone. */
    public PrivateDetails phone(String written) {
        String number = KnownUsers.phone(known(PhoneNumber.TYPE.read(written)).text());
        return add(number, number);
    }

    /**
     * Where they live: a record of anybody there is restricted.
     *
     * @param house number or name
     */
    public PrivateDetails home(String postcode, String house) {
        if (house.isBlank())
            throw new IllegalArgumentException("expected a house number or name behind the postcode, found none");
        String place = KnownUsers.home(known(Postcode.TYPE.read(postcode)).text(), house);
        return add(place, place);
    }

    /**
     * Keeps them for a user, and restricts what is here.
     *
     * @return how many records were restricted
     */
    public int keepFor(UUID user) {
        return engine.in(sql -> {
            details.forEach(detail -> sql.sql(
                            "insert into access.known_user (user_id, detail) values (?, ?) on conflict do nothing")
                    .params(user, KnownUsers.hash(key, detail))
                    .update());
            List<UUID> here = here(sql);
            here.forEach(record -> {
                sql.sql("select access.shut_out_subject(?, ?)")
                        .params(user, record)
                        .query()
                        .listOfRows();
                sql.sql(RESTRICT).params(record, record).query().listOfRows();
            });
            return here.size();
        });
    }

    private List<UUID> here(JdbcClient sql) {
        boolean joined = sql.sql("select to_regclass('picture.token') is not null")
                .query(Boolean.class)
                .single();
        if (!joined) return List.of();
        return sql.sql(HERE)
                .param(tokens.toArray(String[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private PrivateDetails add(String detail, String token) {
        details.add(detail);
        tokens.add(token);
        return this;
    }

    private static <T> T known(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T> known -> known.value();
            case Reading.Unreadable<T> wrong ->
                throw new IllegalArgumentException("expected " + wrong.expected() + ", found " + wrong.found());
            default -> throw new IllegalArgumentException("expected a detail, found nothing");
        };
    }
}
