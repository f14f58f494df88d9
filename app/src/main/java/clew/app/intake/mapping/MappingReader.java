package clew.app.intake.mapping;

import clew.app.intake.source.Format;
import clew.core.standard.Standard;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a mapping's YAML, strictly: what it does not know it reports, with its line, and it reports everything at once. */
final class MappingReader {

    private static final Set<String> KEYS = Set.of(
            "map",
            "version",
            "standard",
            "system",
            "extract",
            "format",
            "include",
            "known_from",
            "version_of",
            "records");
    private static final Map<String, Character> DELIMITERS =
            Map.of(",", ',', ";", ';', "|", '|', "\t", '\t', "\\t", '\t', "tab", '\t');

    private final Faults faults;

    MappingReader(String source) {
        this.faults = new Faults(source);
    }

    Mapping read(String text) throws MappingInvalid {
        Node.Keyed root = Node.read(text, faults);
        faults.throwIfAny();
        Block block = Block.of(root, "", faults, KEYS);
        ValueReader values = new ValueReader(faults);
        Mapping mapping = new Mapping(
                block.required("map", "a name for the mapping"),
                block.number("version"),
                standard(block),
                block.required("system", "the name of the sender's system"),
                extract(block),
                format(block),
                new InclusionReader(faults).read(block),
                values.date(block, "known_from"),
                values.date(block, "version_of"),
                records(block, values),
                text);
        faults.throwIfAny();
        return mapping;
    }

    private static int standard(Block block) {
        int standard = block.number("standard");
        if (standard != Standard.VERSION)
            block.fault("standard", "version " + Standard.VERSION + " of the standard", String.valueOf(standard));
        return standard;
    }

    private static Extract extract(Block block) {
        String word = block.required("extract", "full, delta or append");
        for (Extract extract : Extract.values())
            if (extract.word().equals(word.toLowerCase(Locale.ROOT))) return extract;
        if (!word.isEmpty()) block.fault("extract", "full, delta or append", word);
        return Extract.DELTA;
    }

    private Format format(Block block) {
        Block format = Block.of(block.node("format"), "format", faults, Set.of("encoding", "delimiter", "sheet"));
        if (format == null) return Format.ORDINARY;
        return new Format(
                encoding(format), delimiter(format), format.text("sheet").orElse(null));
    }

    private static @Nullable Charset encoding(Block format) {
        String name = format.text("encoding").orElse("");
        try {
            return name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            format.fault("encoding", "an encoding such as UTF-8, UTF-16 or windows-1252", name);
            return null;
        }
    }

    private static char delimiter(Block format) {
        if (!(format.node("delimiter") instanceof Node.Text text)) return ',';
        Character delimiter = DELIMITERS.get(text.value());
        if (delimiter != null) return delimiter;
        format.fault("delimiter", "one of , ; | or tab", text.words());
        return ',';
    }

    private List<RecordRule> records(Block block, ValueReader values) {
        List<RecordRule> rules = new ArrayList<>();
        if (!(block.node("records") instanceof Node.Sequence list)
                || list.nodes().isEmpty()) {
            block.fault("records", "a list of records", "none");
            return rules;
        }
        RecordReader reader = new RecordReader(faults, values);
        Set<List<String>> seen = new HashSet<>();
        for (Node node : list.nodes()) {
            RecordRule rule = reader.read(node);
            if (rule == null) continue;
            if (!seen.add(List.of(rule.shape().name(), rule.role(), String.join(" ", rule.key()))))
                faults.add(
                        node.line(),
                        "records",
                        "each shape, role and key once",
                        rule.shape() + " " + rule.role() + " twice");
            rules.add(rule);
        }
        return rules;
    }
}
