package clew.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Slows down who guesses passwords: after 5 failures for a name, or 50 from an address, within 15 minutes of each other, none
 * is tried for 15 minutes after the last. Kept in memory: a restart forgets it, and each server counts for itself.
 */
final class SignInThrottle {

    static final int FAILURES_A_NAME = 5;
    static final int FAILURES_AN_ADDRESS = 50;
    static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new HashMap<>();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isPaused(String name, String address) {
        return count(byName(name)) >= FAILURES_A_NAME || count(byAddress(address)) >= FAILURES_AN_ADDRESS;
    }

    synchronized void failed(String name, String address) {
        if (failures.size() > REMEMBERED) {
            failures.values().removeIf(this::isOver);
        }
        add(byName(name));
        add(byAddress(address));
    }

    synchronized void succeeded(String name) {
        failures.remove(byName(name));
    }

    private void add(String key) {
        failures.put(key, new Failures(count(key) + 1, clock.instant()));
    }

    private int count(String key) {
        Failures known = failures.get(key);
        return known == null || isOver(known) ? 0 : known.count;
    }

    private boolean isOver(Failures known) {
        return known.last.plus(PAUSE).isBefore(clock.instant());
    }

    private static String byName(String name) {
        return "name " + name.strip().toLowerCase(Locale.ROOT);
    }

    private static String byAddress(String address) {
        return "address " + address;
    }

    private record Failures(int count, Instant last) {}
}
