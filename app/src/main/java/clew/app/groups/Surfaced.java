package clew.app.groups;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something found that is kept: a draft line, a pattern, or what is too busy to tie anybody.
 *
 * @param about {@link Matter#LINE}, the kind of a pattern, or {@link #BUSY}
 * @param anchor its address
 * @param key names what it is about and rests on
 * @param found who and what is in it, and its episodes
 * @param body as it is kept: a {@link Found}, a {@link Recurring} or a {@link Busy}
 */
record Surfaced(String about, UUID anchor, UUID key, Found found, String body) {
    static final String BUSY = "over-connected";

    static Surfaced of(Found line) {
        return new Surfaced(
                Matter.LINE, line.episodes().getFirst().record(), named(line.evidence(), ""), line, json(line));
    }

    static Surfaced of(Recurring pattern) {
        Found found = pattern.found();
        String about = pattern.kind() + " " + pattern.subject();
        return new Surfaced(pattern.kind(), pattern.subject(), named(found.evidence(), about), found, json(pattern));
    }

    /** @param found the thing alone, with every episode in which it was */
    static Surfaced of(Busy busy, Found found) {
        return new Surfaced(BUSY, busy.subject(), busy.key(), found, json(busy));
    }

    /** Whether people decide on it. */
    boolean isProposal() {
        return !about.equals(BUSY);
    }

    /** Names a set of records, and what else tells it from others that rest on the same. */
    static UUID named(Collection<UUID> records, String beside) {
        String all = records.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
        String text = Stream.of(all, beside).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
