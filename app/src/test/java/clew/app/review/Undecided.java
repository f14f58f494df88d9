package clew.app.review;

import clew.app.access.Agencies.Kind;
import clew.app.access.Role;
import clew.app.access.Viewer;
import clew.app.access.Viewers;
import clew.app.identity.Senders;
import clew.app.store.DatabaseForTests;
import clew.app.store.Rights;
import clew.core.standard.Visibility;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Agencies with people whom nobody has settled yet: pairs that wait, made by hand so that no Model decides which. */
public final class Undecided {

    public static final String TWINS =
            "same family name, date of birth and address but another given name: perhaps twins or siblings";

    public final DatabaseForTests database;
    public final Senders senders;
    private final PasswordEncoder encoder;
    private final Map<String, UUID> users = new HashMap<>();

    /** Two agencies that share, one whose records are Part 3, and one that shows nothing to others. */
    public Undecided(DatabaseForTests database, Path folder, PasswordEncoder encoder) {
        this.database = database;
        this.encoder = encoder;
        this.senders = new Senders(database, folder);
        senders.agency("school", Kind.EDUCATION);
        senders.agency("care", Kind.SOCIAL_CARE);
        senders.agency("force", Kind.POLICE);
        senders.agency("refuge", Kind.CHARITY, Visibility.HIDDEN);
        senders.send("school", Senders.others("S", 0, 40));
        senders.send("care", Senders.others("C", 50, 90));
        senders.sendPart3("force", Senders.others("K", 100, 112));
        senders.send("refuge", Senders.others("H", 120, 126));
        senders.joined();
    }

    public UUID school(int number) {
        return senders.person("school", "S" + number);
    }

    public UUID care(int number) {
        return senders.person("care", "C" + number);
    }

    public UUID force(int number) {
        return senders.person("force", "K" + number);
    }

    public UUID refuge(int number) {
        return senders.person("refuge", "H" + number);
    }

    /** Two records that may be of one person, between the thresholds or with a doubt. */
    public void mayBeOne(UUID one, UUID other, long bits, String doubt) {
        String explanation = """
                [%d000000,"Weight that both are one person",[[-14000000,"before anything is compared: one pair in 16,384 is one person"],\
                [9000000,"Family name: the same"],[%d000000,"Date of birth: close"],[-2000000,"Postcode: different"]]]""".formatted(bits, bits + 7);
        database.engine()
                .run(sql -> sql.sql("""
                        insert into picture.link (left_record, right_record, left_class, right_class, weight, compared, doubt, explanation)
                        select l.record_id, r.record_id, l.class_id, r.class_id, ?, true, nullif(?, ''), ?::json
                          from picture.membership l, picture.membership r
                         where l.record_id = least(?::uuid, ?::uuid) and r.record_id = greatest(?::uuid, ?::uuid)
                        on conflict (left_record, right_record) do update
                           set weight = excluded.weight, compared = true, doubt = excluded.doubt, explanation = excluded.explanation""")
                        .params(bits * 1_000_000, doubt, explanation, one, other, one, other)
                        .update());
    }

    /** Makes one person of four records, of whom the first two hang together strongly, and the last two; the first and the last tie them. */
    public void heldByWeakLink(List<UUID> four) {
        mayBeOne(four.get(0), four.get(1), 12, "");
        mayBeOne(four.get(2), four.get(3), 12, "");
        mayBeOne(four.get(0), four.get(3), 1, "");
        UUID[] records = four.toArray(UUID[]::new);
        database.engine().run(sql -> {
            sql.sql("update picture.membership set person_id = ? where record_id = any (?)")
                    .params(UUID.randomUUID(), records)
                    .update();
            sql.sql("""
                    insert into picture.attention (attention_id, whole_id, kind, reason, records, classes)
                    select gen_random_uuid(), ?, 'bridge', 'Joined, though one weak link holds two groups of these records together: perhaps two persons.', ?,
                           array_agg(distinct class_id order by class_id)
                      from picture.membership where record_id = any (?)""").params(four.get(0), records, records).update();
        });
    }

    /** Takes out what linking itself left open, so that only what a test made waits. */
    public void nothingWaits() {
        database.engine().run(sql -> sql.sql("""
                        delete from picture.link k using picture.membership l, picture.membership r
                         where l.record_id = k.left_record and r.record_id = k.right_record and l.person_id <> r.person_id""").update());
    }

    public UUID user(String agency, String name, Role role, String password) {
        UUID user = senders.agencies.user(
                senders.agencies.find(agency).orElseThrow(), name, "User " + name, encoder, password, role);
        users.put(name, user);
        return user;
    }

    public UUID idOf(String name) {
        return users.get(name);
    }

    public Viewer viewer(String name) {
        return new Viewers(database.app(), Clock.systemUTC())
                .find(users.get(name), null, Instant.now())
                .orElseThrow();
    }

    public Rights rights(String name) {
        return viewer(name).rights();
    }
}
