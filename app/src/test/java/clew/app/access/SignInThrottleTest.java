package clew.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private final SignInThrottle throttle = new SignInThrottle(clock());

    @Test
    void the_fifth_failure_for_a_name_pauses_that_name_and_no_other() {
        fail("kit", SignInThrottle.FAILURES_A_NAME - 1);
        assertThat(throttle.isPaused("kit", "a")).isFalse();
        fail("Kit ", 1);
        assertThat(throttle.isPaused("KIT", "elsewhere")).isTrue();
        assertThat(throttle.isPaused("sam", "a")).isFalse();
    }

    @Test
    void many_names_from_one_address_pause_the_address() {
        for (int i = 0; i < SignInThrottle.FAILURES_AN_ADDRESS; i++) {
            throttle.failed("name" + i, "a");
        }
        assertThat(throttle.isPaused("sam", "a")).isTrue();
        assertThat(throttle.isPaused("sam", "b")).isFalse();
    }

    @Test
    void a_pause_is_over_fifteen_minutes_after_the_last_failure() {
        fail("kit", SignInThrottle.FAILURES_A_NAME);
        now = now.plus(SignInThrottle.PAUSE);
        assertThat(throttle.isPaused("kit", "a")).isTrue();
        now = now.plus(Duration.ofSeconds(1));
        assertThat(throttle.isPaused("kit", "a")).isFalse();
    }

    @Test
    void a_success_forgets_the_failures_of_the_name() {
        fail("kit", SignInThrottle.FAILURES_A_NAME - 1);
        throttle.succeeded("kit");
        fail("kit", SignInThrottle.FAILURES_A_NAME - 1);
        assertThat(throttle.isPaused("kit", "a")).isFalse();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name, "a");
        }
    }

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
