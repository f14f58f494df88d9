package clew.core.linkage;

import java.util.List;

/**
 * Records that look like one person but were not joined by machine, or were joined in spite of a doubt: for a person to look at.
 *
 * @param reason in plain words
 * @param rows of the {@link RecordTable} concerned, ascending
 */
public record Attention(String reason, List<Integer> rows) {
    public Attention {
        rows = List.copyOf(rows);
    }
}
