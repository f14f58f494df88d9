package clew.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import clew.app.store.DatabaseForTests;
import clew.app.store.Sealing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private static final UUID KIT = new UUID(1, 1);

    private Instant now = Instant.now();
    private final Sessions sessions = server(new byte[32]);

    @BeforeEach
    void none() {
        DATABASE.owner().sql("truncate desk.session").update();
    }

    @Test
    void another_server_knows_a_session_and_what_it_keeps() {
        String id = signedIn();
        OpenSession found = Objects.requireNonNull(server(new byte[32]).findById(id));
        assertThat(found.<UUID>getAttribute(Sessions.USER)).isEqualTo(KIT);
        assertThat(found.<String>getAttribute("typed")).isEqualTo("Amelia Hartley");
    }

    @Test
    void neither_its_number_nor_what_it_keeps_stands_in_the_store() {
        String id = signedIn();
        assertThat(DATABASE.owner().sql("""
                                select count(*) from desk.session s
                                 where position(convert_to(?, 'UTF8') in s.session_hash || s.body) > 0
                                    or position(convert_to('Hartley', 'UTF8') in s.body) > 0""").param(id).query(Integer.class).single())
                .isZero();
        assertThat(id).as("256 random bits").hasSize(43);
        assertThat(server(otherKey()).findById(id)).as("under another key").isNull();
    }

    @Test
    void it_ends_after_half_an_hour_without_a_request_and_each_request_puts_that_off() {
        String id = signedIn();
        for (int i = 0; i < 5; i++) {
            now = now.plus(Duration.ofMinutes(29));
            use(id);
        }
        now = now.plus(Duration.ofMinutes(31));
        assertThat(sessions.findById(id)).isNull();
        assertThat(sessions.whose(id)).as("whose late form it is").contains(KIT);
    }

    @Test
    void it_ends_after_ten_hours_however_much_is_done_in_it() {
        String id = signedIn();
        Instant latest = now.plus(Duration.ofHours(10));
        while (now.isBefore(latest.minus(Duration.ofMinutes(20)))) {
            now = now.plus(Duration.ofMinutes(20));
            use(id);
        }
        now = latest.plusSeconds(1);
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void a_new_number_leaves_the_old_one_worthless() {
        String before = signedIn();
        OpenSession session = Objects.requireNonNull(sessions.findById(before));
        String after = session.changeSessionId();
        sessions.save(session);
        assertThat(sessions.findById(before)).isNull();
        assertThat(sessions.findById(after)).isNotNull();
    }

    @Test
    void a_session_signed_out_of_stays_ended_though_a_slow_request_still_works_in_it() {
        String id = signedIn();
        OpenSession slow = Objects.requireNonNull(sessions.findById(id));
        sessions.deleteById(id);
        slow.setAttribute("typed", "later");
        sessions.save(slow);
        assertThat(sessions.findById(id)).isNull();
        assertThat(sessions.whose(id)).isEmpty();
    }

    @Test
    void the_other_sessions_of_a_user_can_be_ended() {
        String kept = signedIn();
        String other = signedIn();
        sessions.endOthers(KIT, kept);
        assertThat(sessions.findById(kept)).isNotNull();
        assertThat(sessions.findById(other)).isNull();
    }

    @Test
    void a_user_sees_their_own_open_sessions_and_ends_one_and_nobody_elses() {
        String kept = signedIn();
        now = now.plusSeconds(60);
        String other = signedIn();
        var own = sessions.of(KIT, kept);
        assertThat(own).extracting(Sessions.OwnSession::thisOne).containsExactly(false, true);
        assertThat(own).noneMatch(session -> session.handle().contains(other));
        sessions.end(new UUID(2, 2), own.getFirst().handle());
        assertThat(sessions.findById(other)).as("ended by somebody else").isNotNull();
        assertThat(sessions.findById(own.getFirst().handle()))
                .as("the handle as a number")
                .isNull();
        sessions.end(KIT, own.getFirst().handle());
        assertThat(sessions.findById(other)).isNull();
        assertThat(sessions.findById(kept)).isNotNull();
        now = now.plus(Duration.ofHours(1));
        assertThat(sessions.of(KIT, kept)).as("what has ended").isEmpty();
    }

    @Test
    void a_request_that_changes_nothing_writes_nothing() {
        String id = signedIn();
        String before = written();
        use(id);
        assertThat(written()).isEqualTo(before);
        now = now.plus(Duration.ofSeconds(31));
        use(id);
        assertThat(written()).isNotEqualTo(before);
    }

    @Test
    void classes_that_no_session_keeps_do_not_come_back() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            TreeMap<String, Object> attributes = new TreeMap<>();
            attributes.put("x", new java.text.DecimalFormat("0"));
            out.writeObject(attributes);
        }
        assertThatThrownBy(() -> Attributes.read(bytes.toByteArray())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void what_has_ended_is_swept_away_after_a_day() {
        now = Instant.now().minus(Duration.ofDays(2));
        signedIn();
        now = Instant.now();
        String kept = signedIn();
        new Sweep(DATABASE.app()).sweep();
        assertThat(DATABASE.owner()
                        .sql("select count(*) from desk.session")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(sessions.findById(kept)).isNotNull();
    }

    private String signedIn() {
        OpenSession session = sessions.createSession();
        session.setAttribute(Sessions.USER, KIT);
        session.setAttribute("typed", "Amelia Hartley");
        sessions.save(session);
        return session.getId();
    }

    private void use(String id) {
        OpenSession session = Objects.requireNonNull(sessions.findById(id));
        session.setLastAccessedTime(now);
        sessions.save(session);
    }

    private static String written() {
        return DATABASE.owner()
                .sql("select xmin::text from desk.session")
                .query(String.class)
                .single();
    }

    private static byte[] otherKey() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }

    private Sessions server(byte[] key) {
        InstantSource source = () -> now;
        return new Sessions(DATABASE.app(), new Sealing(key), SessionTimes.ORDINARY, source.withZone(ZoneOffset.UTC));
    }
}
