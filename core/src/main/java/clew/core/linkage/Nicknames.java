package clew.core.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names that are forms of one name: Bill and William, Ayesha and Aisha. From the list {@code nicknames.txt} beside this class. Immutable. */
final class Nicknames {
    private static final int[] NONE = {};
    private final Map<String, int[]> linesOfName;
    private final String version;

    private Nicknames(Map<String, int[]> linesOfName, String version) {
        this.linesOfName = linesOfName;
        this.version = version;
    }

    /** The list that ships. */
    static Nicknames shipped() {
        return Shipped.NICKNAMES;
    }

    /** Read once. */
    private static final class Shipped {
        private static final Nicknames NICKNAMES = read();
    }

    /** Hash of the lines: another list has another. */
    String version() {
        return version;
    }

    private static Nicknames read() {
        try (InputStream stream = Nicknames.class.getResourceAsStream("nicknames.txt")) {
            if (stream == null) {
                throw new IllegalStateException("expected nicknames.txt beside " + Nicknames.class.getName());
            }
            return of(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Nicknames of(List<String> lines) {
        Map<String, List<Integer>> lists = new HashMap<>();
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).startsWith("#")) {
                for (String name : lines.get(line).strip().split(" +")) {
                    lists.computeIfAbsent(name, key -> new ArrayList<>()).add(line);
                }
            }
        }
        Map<String, int[]> arrays = new HashMap<>();
        lists.forEach(
                (name, list) -> arrays.put(name, list.stream().mapToInt(i -> i).toArray()));
        return new Nicknames(arrays, Long.toHexString(KeyHash.of(String.join("\n", lines))));
    }

    /** The families of forms that a folded name belongs to, ascending; empty when it is in none. */
    int[] familiesOf(String name) {
        return linesOfName.getOrDefault(name, NONE);
    }

    /** The first family of forms that a folded name belongs to, or the sound of a name that is in none. */
    String keyOf(String name) {
        int[] families = familiesOf(name);
        return families.length == 0 ? SoundKey.of(name) : "#" + families[0];
    }

    /** Whether two ascending lists of families have one in common. */
    static boolean overlap(int[] left, int[] right) {
        for (int i = 0, j = 0; i < left.length && j < right.length; ) {
            if (left[i] == right[j]) {
                return true;
            }
            if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
