package clew.app.access;

import clew.app.access.Tally.Counter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Slows down who guesses passwords, and lets nobody lock a worker out by guessing wrongly in their name.
 *
 * <p>Counted are tries for a name from an address (after 5, pauses of 30 seconds that double up to 15 minutes), for a name from
 * anywhere and from an address for any name (after 20 and 100, pauses of up to a minute). A browser in which this name has signed
 * in before is counted by itself and waits for no other. An hour without a try forgets them.
 */
final class SignInThrottle {

    static final int FREE_FOR_A_NAME_FROM_AN_ADDRESS = 5;
    static final int FREE_FOR_A_NAME = 20;
    static final int FREE_FROM_AN_ADDRESS = 100;
    static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Tally tally;

    SignInThrottle(Tally tally) {
        this.tally = tally;
    }

    /**
     * Counts a try, unless it has to wait.
     *
     * @param known has this name signed in before in this browser?
     */
    boolean mayTry(String name, String address, boolean known) {
        return tally.mayTry(
                known
                        ? List.of(fromKnownBrowser(name))
                        : List.of(fromAddress(name, address), ofName(name), ofAddress(address)));
    }

    void succeeded(String name, String address, boolean known) {
        if (known) {
            tally.forget(List.of(fromKnownBrowser(name)));
        } else {
            tally.forget(List.of(fromAddress(name, address), ofName(name)));
            tally.takeBack(ofAddress(address));
        }
    }

    private static Counter fromKnownBrowser(String name) {
        return new Counter("known " + plain(name), FREE_FOR_A_NAME_FROM_AN_ADDRESS, FIRST, LONG);
    }

    private static Counter fromAddress(String name, String address) {
        return new Counter("pair " + address + " " + plain(name), FREE_FOR_A_NAME_FROM_AN_ADDRESS, FIRST, LONG);
    }

    private static Counter ofName(String name) {
        return new Counter("name " + plain(name), FREE_FOR_A_NAME, FIRST, SHORT);
    }

    private static Counter ofAddress(String address) {
        return new Counter("address " + address, FREE_FROM_AN_ADDRESS, FIRST, SHORT);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
