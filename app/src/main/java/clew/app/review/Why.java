package clew.app.review;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why two people wait for somebody's look; those that people left open come first. */
public enum Why {
    SECOND("Waits for a second person", ""),
    CONTRADICTION("Decisions contradict each other", "contradict"),
    REOPENED("Decided while a join held that was taken back", ""),
    ANSWERED("The agency has answered", ""),
    CHANGED("A record changed since somebody was unsure", ""),
    DUE("Left open until now", ""),
    IDENTIFIERS("Two different identifiers of one kind", "two different valid identifiers"),
    TWINS("Perhaps twins or siblings", "twins or siblings"),
    RELATIVES("Perhaps two of one household", "two of one household"),
    GENERATIONS("Perhaps parent and child", "parent and child"),
    DOUBT("Held back by another doubt", ""),
    BETWEEN("Neither clearly one person nor clearly two", ""),
    BRIDGE("One person by one weak link: perhaps two", "one weak link"),
    LARGE("One person of very many records: perhaps several", "records are one person");

    private final String words;
    private final String mark;

    Why(String words, String mark) {
        this.words = words;
        this.mark = mark;
    }

    /** Whether the two are held to be one person, and the question is whether they are. */
    public boolean isJoined() {
        return this == BRIDGE || this == LARGE;
    }

    /** As a page says it. */
    public String words() {
        return words;
    }

    /** In an address. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this slug; null for any other text. */
    public static @Nullable Why of(@Nullable String slug) {
        return Arrays.stream(values())
                .filter(why -> why.slug().equals(slug))
                .findFirst()
                .orElse(null);
    }

    /** @param doubt of the machine, in its words; null where the weight alone left it open */
    static Why byDoubt(@Nullable String doubt) {
        return doubt == null
                ? BETWEEN
                : Arrays.stream(values())
                        .filter(why -> !why.mark.isEmpty() && doubt.contains(why.mark))
                        .findFirst()
                        .orElse(DOUBT);
    }
}
