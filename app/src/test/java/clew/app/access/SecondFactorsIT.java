package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.access.SecondFactors.Outcome;
import clew.app.store.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecondFactorsIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final SecondFactors factors =
            new SecondFactors(DATABASE.app(), new byte[32], new Tally(DATABASE.app(), new byte[32], clock()), clock());
    private UUID user = new UUID(0, 0);

    @BeforeEach
    void a_user() {
        Agencies agencies = new Agencies(DATABASE.engine());
        int agency =
                agencies.agency(agencies.partnership("saltby", "Saltby"), "hub", "Saltby Hub", Agencies.Kind.OTHER);
        user = agencies.user(agency, "kit", "Kit Vale", Passwords.encoder(), "right", Role.AUDITOR);
        factors.remove(user);
        DATABASE.owner().sql("truncate access.tally").update();
    }

    @Test
    void a_key_counts_once_a_code_of_it_was_typed() {
        String key = begin();
        assertThat(factors.isOn(user)).isFalse();
        assertThat(factors.confirm(user, "000000")).isEmpty();
        assertThat(factors.confirm(user, code(key))).hasSize(8);
        assertThat(factors.isOn(user)).isTrue();
        assertThat(factors.begin(user, "kit"))
                .as("a key that is on is never shown")
                .isEmpty();
    }

    @Test
    void a_code_is_taken_once_and_none_before_it() {
        String key = set();
        now = now.plusSeconds(60);
        String earlier = code(key);
        now = now.plusSeconds(30);
        assertThat(factors.check(user, code(key))).isEqualTo(Outcome.RIGHT);
        assertThat(factors.check(user, code(key))).isEqualTo(Outcome.WRONG);
        assertThat(factors.check(user, earlier)).isEqualTo(Outcome.WRONG);
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_not_tried_either() {
        String key = set();
        now = now.plusSeconds(60);
        for (int i = 0; i < 5; i++) {
            assertThat(factors.check(user, "abcd")).isEqualTo(Outcome.WRONG);
        }
        assertThat(factors.check(user, code(key))).isEqualTo(Outcome.PAUSED);
        now = now.plus(Duration.ofSeconds(31));
        assertThat(factors.check(user, code(key))).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void a_recovery_code_is_good_once() {
        String key = begin();
        List<String> codes = factors.confirm(user, code(key));
        String typed = codes.getFirst().toLowerCase(Locale.ROOT);
        assertThat(factors.check(user, typed)).isEqualTo(Outcome.RIGHT);
        assertThat(factors.check(user, typed)).isEqualTo(Outcome.WRONG);
        assertThat(factors.recoveryCodesLeft(user)).isEqualTo(7);
    }

    @Test
    void neither_keys_nor_recovery_codes_stand_in_the_store() {
        String key = begin();
        String code = factors.confirm(user, code(key)).getFirst().replace(" ", "");
        assertThat(DATABASE.owner()
                        .sql("""
                                select count(*) from access.second_factor f, access.recovery_code c
                                 where position(convert_to(?, 'UTF8') in f.secret) > 0 or position(convert_to(?, 'UTF8') in c.code_hash) > 0""")
                        .params(key, code)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void another_users_key_is_not_there() {
        set();
        assertThat(DATABASE.<Integer>asReaderOf(
                        java.util.Set.of(),
                        sql -> sql.sql("select count(*) from access.second_factor")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    private String set() {
        String key = begin();
        assertThat(factors.confirm(user, code(key))).isNotEmpty();
        return key;
    }

    private String begin() {
        return factors.begin(user, "kit").orElseThrow().typed().replace(" ", "");
    }

    private String code(String key) {
        return Authenticator.code(key, now);
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
