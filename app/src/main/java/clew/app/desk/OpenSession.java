package clew.app.desk;

import java.io.Serializable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** One session while a request works with it, and what the store holds of it. */
final class OpenSession implements Session {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 32;

    private final SortedMap<String, Serializable> attributes;
    private final SessionTimes times;
    private String id;
    private @Nullable String storedId;
    private byte[] storedBody = {};
    private Instant storedLast = Instant.EPOCH;
    private Instant made;
    private Instant last;

    /** A new one, which the store does not know yet. */
    OpenSession(SessionTimes times, Instant now) {
        this.times = times;
        this.attributes = new TreeMap<>();
        this.id = newId();
        this.made = now;
        this.last = now;
    }

    /** One from the store. */
    OpenSession(SessionTimes times, String id, Instant made, Instant last, byte[] body) {
        this.times = times;
        this.attributes = Attributes.read(body);
        this.id = id;
        this.made = made;
        this.last = last;
        stored(body);
    }

    /** The store holds it as it is now. */
    void stored(byte[] body) {
        storedId = id;
        storedBody = body;
        storedLast = last;
    }

    @Nullable
    String storedId() {
        return storedId;
    }

    byte[] body() {
        return Attributes.write(attributes);
    }

    boolean isStoredAs(byte[] body) {
        return id.equals(storedId) && Arrays.equals(body, storedBody);
    }

    /** Whether the time of its last use in the store is older than that by which it would end noticeably too early. */
    boolean isStale(Duration tolerance) {
        return Duration.between(storedLast, last).compareTo(tolerance) >= 0;
    }

    Instant end() {
        return times.end(made, last);
    }

    private static String newId() {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = newId();
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
        } else if (value instanceof Serializable kept) {
            attributes.put(name, kept);
        } else {
            throw new IllegalArgumentException(
                    "expected what a session keeps to be serializable, found " + value.getClass() + " as " + name);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public Instant getCreationTime() {
        return made;
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        last = time;
    }

    @Override
    public Instant getLastAccessedTime() {
        return last;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        // Lifetimes belong to the deployment, not to a request.
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return times.idle();
    }

    @Override
    public boolean isExpired() {
        return false; // the store hands out none that has ended
    }
}
