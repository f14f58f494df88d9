package clew.app.intake.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A block of keys being read: asks for the keys it knows and reports those it does not. */
final class Block {

    private final Node.Keyed node;
    private final String name;
    private final Faults faults;

    private Block(Node.Keyed node, String name, Faults faults) {
        this.node = node;
        this.name = name;
        this.faults = faults;
    }

    static Block of(Node.Keyed node, String name, Faults faults, Set<String> known) {
        node.lines().forEach((key, line) -> {
            if (!known.contains(key))
                faults.add(line, path(name, key), "one of the keys " + String.join(", ", new TreeSet<>(known)), key);
        });
        return new Block(node, name, faults);
    }

    /** A block under a key, or null with a fault where something else stands there. */
    static @Nullable Block of(@Nullable Node node, String name, Faults faults, Set<String> known) {
        if (node instanceof Node.Keyed keyed) return of(keyed, name, faults, known);
        if (node != null) faults.add(node.line(), name, "a block of keys", node.words());
        return null;
    }

    static String path(String name, String key) {
        return name.isEmpty() ? key : name + "." + key;
    }

    long line() {
        return node.line();
    }

    boolean has(String key) {
        return node.nodes().containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return node.nodes().get(key);
    }

    void fault(String key, String expected, String found) {
        faults.add(node.lines().getOrDefault(key, node.line()), path(name, key), expected, found);
    }

    /** Plain text under a key; empty where there is none. */
    Optional<String> text(String key) {
        Node value = node.nodes().get(key);
        if (value instanceof Node.Text text && !text.value().isBlank())
            return Optional.of(text.value().strip());
        if (value != null && !(value instanceof Node.Text)) fault(key, "plain text", value.words());
        return Optional.empty();
    }

    /** As {@link #text}, and a fault where there is none. */
    String required(String key, String expected) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !(node.nodes().get(key) instanceof Node.Keyed)) fault(key, expected, "nothing");
        return text.orElse("");
    }

    int number(String key) {
        String text = required(key, "a whole number from 1");
        if (text.matches("[1-9][0-9]{0,5}")) return Integer.parseInt(text);
        if (!text.isEmpty()) fault(key, "a whole number from 1", text);
        return 1;
    }

    /** One text or a list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        Node value = node.nodes().get(key);
        List<Node> nodes =
                value == null ? List.of() : value instanceof Node.Sequence list ? list.nodes() : List.of(value);
        for (Node each : nodes) {
            if (each instanceof Node.Text text && !text.value().isBlank())
                texts.add(text.value().strip());
            else fault(key, "plain text", each.words());
        }
        return texts;
    }

    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Node value = node.nodes().get(key);
        if (value instanceof Node.Keyed keyed) {
            keyed.nodes().forEach((from, to) -> {
                if (to instanceof Node.Text text && !text.value().isBlank())
                    pairs.put(from.strip(), text.value().strip());
                else fault(key + "." + from, "the standard's code", to.words());
            });
        } else if (value != null) fault(key, "codes such as {M: male, F: female}", value.words());
        return pairs;
    }
}
