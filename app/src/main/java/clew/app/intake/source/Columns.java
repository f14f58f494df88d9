package clew.app.intake.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sender's column names, in the sender's order. Immutable. */
public final class Columns {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @param names each once */
    public Columns(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++)
            if (positions.put(names.get(i), i) != null)
                throw new IllegalArgumentException("expected each column once, found " + names.get(i) + " twice");
    }

    public List<String> names() {
        return names;
    }

    public boolean contains(String name) {
        return positions.containsKey(name);
    }

    /** Position of a column from 0, or -1 where the file has none of that name. */
    public int indexOf(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
