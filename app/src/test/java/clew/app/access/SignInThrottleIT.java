package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import clew.app.store.DatabaseForTests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInThrottleIT {

    @RegisterExtension
    static final DatabaseForTests DATABASE = new DatabaseForTests();

    private static final int FREE = SignInThrottle.FREE_FOR_A_NAME_FROM_AN_ADDRESS;
    private static final byte[] KEY = new byte[32];

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final Tally tally = new Tally(DATABASE.app(), KEY, clock());
    private final SignInThrottle throttle = new SignInThrottle(tally);

    @BeforeEach
    void nothing_counted() {
        DATABASE.owner().sql("truncate access.tally").update();
    }

    @Test
    void after_five_wrong_ones_a_name_waits_longer_and_longer_and_never_more_than_fifteen_minutes() {
        assertThat(tries("kit", "a", FREE + 3)).isEqualTo(FREE);
        Duration pause = SignInThrottle.FIRST;
        for (int i = 0; i < 8; i++) {
            now = now.plus(pause).minusSeconds(1);
            assertThat(throttle.mayTry("Kit ", "a", false))
                    .as("before %s", pause)
                    .isFalse();
            now = now.plusSeconds(1);
            assertThat(throttle.mayTry("kit", "a", false)).as("after %s", pause).isTrue();
            pause = pause.multipliedBy(2).compareTo(Duration.ofMinutes(15)) > 0
                    ? Duration.ofMinutes(15)
                    : pause.multipliedBy(2);
        }
    }

    @Test
    void who_waits_is_neither_counted_nor_made_to_wait_longer() {
        tries("kit", "a", FREE);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.mayTry("kit", "a", false)).isFalse();
        }
        assertThat(throttle.mayTry("kit", "b", false)).isTrue();
        now = now.plus(SignInThrottle.FIRST);
        assertThat(throttle.mayTry("kit", "a", false)).isTrue();
    }

    @Test
    void guessing_from_many_places_makes_a_name_wait_a_minute_at_most_and_its_own_browser_not_at_all() {
        for (int i = 0; i < SignInThrottle.FREE_FOR_A_NAME; i++) {
            assertThat(throttle.mayTry("kit", "address" + i, false)).isTrue();
        }
        assertThat(throttle.mayTry("kit", "elsewhere", false)).isFalse();
        assertThat(throttle.mayTry("kit", "elsewhere", true)).isTrue();
        assertThat(throttle.mayTry("sam", "elsewhere", false)).isTrue();
        for (int i = 0; i < 10; i++) {
            now = now.plus(Duration.ofMinutes(1));
            assertThat(throttle.mayTry("kit", "later" + i, false)).isTrue();
        }
    }

    @Test
    void many_names_from_one_address_make_the_address_wait() {
        for (int i = 0; i < SignInThrottle.FREE_FROM_AN_ADDRESS; i++) {
            throttle.mayTry("name" + i, "a", false);
        }
        assertThat(throttle.mayTry("sam", "a", false)).isFalse();
        assertThat(throttle.mayTry("sam", "b", false)).isTrue();
    }

    @Test
    void a_success_starts_the_name_anew_and_does_not_count_for_the_address() {
        for (int i = 0; i < SignInThrottle.FREE_FROM_AN_ADDRESS * 2; i++) {
            assertThat(throttle.mayTry("kit", "office", false)).isTrue();
            throttle.succeeded("kit", "office", false);
        }
    }

    @Test
    void an_hour_without_a_try_forgets() {
        tries("kit", "a", FREE);
        now = now.plus(Duration.ofMinutes(61));
        assertThat(tries("kit", "a", FREE + 1)).isEqualTo(FREE);
    }

    @Test
    void two_servers_and_many_tries_at_once_count_together() throws InterruptedException {
        SignInThrottle other = new SignInThrottle(new Tally(DATABASE.app(), KEY, clock()));
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(i -> () -> (i % 2 == 0 ? throttle : other).mayTry("kit", "a", false))
                    .toList();
            assertThat(pool.invokeAll(tries).stream().filter(Future::resultNow)).hasSize(FREE);
        }
    }

    @Test
    void no_name_and_no_address_stands_in_the_store() {
        throttle.mayTry("kit.vale", "203.0.113.7", false);
        assertThat(DATABASE.owner().sql("""
                                select count(*) filter (where position('kit'::bytea in counted) > 0
                                                           or position('203.0'::bytea in counted) > 0) || ' of ' || count(*)
                                  from access.tally""").query(String.class).single()).isEqualTo("0 of 3");
    }

    private long tries(String name, String address, int times) {
        return IntStream.range(0, times)
                .filter(i -> throttle.mayTry(name, address, false))
                .count();
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
