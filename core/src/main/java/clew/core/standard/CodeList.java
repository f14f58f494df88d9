package clew.core.standard;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A versioned, dated list of codes. Immutable.
 */
public final class CodeList {
    private final String name;
    private final String title;
    private final String about;
    private final int version;
    private final @Nullable LocalDate from;
    private final @Nullable LocalDate to;
    private final String nation;
    private final String licence;
    private final Set<String> missing;
    private final List<Code> codes;
    private final Map<String, Code> byCode = new HashMap<>();
    private final Map<String, Code> byWords = new HashMap<>();
    private final ValueType<Code> type = new CodeType(this);

    CodeList(
            String name,
            String title,
            String about,
            int version,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String nation,
            String licence,
            Set<String> missing,
            List<Code> codes) {
        this.name = Objects.requireNonNull(name, "name is null");
        this.title = Objects.requireNonNull(title, "title is null");
        this.about = Objects.requireNonNull(about, "about is null");
        this.version = version;
        this.from = from;
        this.to = to;
        this.nation = Objects.requireNonNull(nation, "nation is null");
        this.licence = Objects.requireNonNull(licence, "licence is null");
        this.missing = Set.copyOf(missing);
        this.codes = List.copyOf(codes);
        for (Code code : codes) {
            if (byCode.put(code.code(), code) != null) {
                throw new IllegalArgumentException(
                        "expected each code once in list " + name + ", found " + code.code() + " twice");
            }
        }
        codes.forEach(this::addWords);
    }

    private void addWords(Code code) {
        byWords.put(words(code.code()), code);
        byWords.putIfAbsent(words(code.label()), code);
        for (String also : code.detail("also").split("\\|")) {
            if (!also.isBlank()) {
                byWords.putIfAbsent(words(also), code);
            }
        }
    }

    private static String words(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Name in snake_case. */
    public String name() {
        return name;
    }

    /** Title in words. */
    public String title() {
        return title;
    }

    /** What the list is for, and what to be careful of. */
    public String about() {
        return about;
    }

    /** Version of the list, from 1. */
    public int version() {
        return version;
    }

    /** First day on which the list holds; empty when its start is not known. */
    public Optional<LocalDate> from() {
        return Optional.ofNullable(from);
    }

    /** Last day on which the list holds; empty when it still does. */
    public Optional<LocalDate> to() {
        return Optional.ofNullable(to);
    }

    /** The nation it belongs to ({@code England}, {@code Wales}), or empty when it holds in both. */
    public String nation() {
        return nation;
    }

    /** The licence of the list when it is not Clew's own. */
    public String licence() {
        return licence;
    }

    /** All codes in the order of the list. */
    public List<Code> codes() {
        return codes;
    }

    /** Whether a code of the list only says that there is no value, such as "not stated": it is read as a gap. */
    public boolean meansMissing(Code code) {
        return missing.contains(code.code());
    }

    /** Whether the list holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** The code with exactly this text. */
    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The code with this code, label or other known wording, whatever the case. */
    public Optional<Code> recognise(String text) {
        Code exact = byCode.get(text);
        return Optional.ofNullable(exact != null ? exact : byWords.get(words(text)));
    }

    /**
     * The code with exactly this text.
     *
     * @throws IllegalArgumentException when the list has none
     */
    public Code code(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("expected a code of list " + name + ", found " + code));
    }

    /** The value type of a field that holds a code of this list. */
    public ValueType<Code> type() {
        return type;
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
