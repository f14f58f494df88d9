package clew.core.standard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of addresses, from the dated list {@code place-words.txt} beside this class. Immutable. */
final class PlaceWords {
    private final Map<String, String> written = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> storeys = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();

    private PlaceWords(List<String> lines) {
        lines.stream().filter(line -> !line.startsWith("#")).forEach(this::add);
    }

    /** The list that ships. */
    static PlaceWords shipped() {
        return Shipped.WORDS;
    }

    /** Read once. */
    private static final class Shipped {
        private static final PlaceWords WORDS = read();
    }

    private static PlaceWords read() {
        try (InputStream stream = PlaceWords.class.getResourceAsStream("place-words.txt")) {
            if (stream == null) {
                throw new IllegalStateException("expected place-words.txt beside " + PlaceWords.class.getName());
            }
            return new PlaceWords(new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String line) {
        String[] words = line.split(" ");
        Map<String, String> to = switch (words[0]) {
            case "word" -> written;
            case "unit" -> units;
            case "storey" -> storeys;
            case "number" -> numbers;
            case "drop" -> new HashMap<>();
            default ->
                throw new IllegalStateException(
                        "expected word, unit, storey, number or drop, found " + words[0] + " in place-words.txt");
        };
        for (int i = 1; i < words.length; i++) {
            to.put(words[i], words[1]);
            if (words[0].equals("drop")) {
                dropped.add(words[i]);
            }
        }
    }

    /** The one writing of a word. */
    String written(String word) {
        return written.getOrDefault(word, word);
    }

    /** Whether it stands beside the number of a part of a building. */
    boolean isUnit(String word) {
        return units.containsKey(word);
    }

    String unit(String word) {
        return units.getOrDefault(word, word);
    }

    boolean isStorey(String word) {
        return storeys.containsKey(word);
    }

    String storey(String word) {
        return storeys.getOrDefault(word, word);
    }

    /** A number in words as one in figures; any other word as it is. */
    String number(String word) {
        return numbers.getOrDefault(word, word);
    }

    /** Whether it tells no place from another. */
    boolean isDropped(String word) {
        return dropped.contains(word);
    }
}
