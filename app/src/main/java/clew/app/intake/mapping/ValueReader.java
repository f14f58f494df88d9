package clew.app.intake.mapping;

import clew.core.standard.Field;
import clew.core.standard.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where a value comes from: a column's name alone, or a block that says more. */
final class ValueReader {

    private static final Set<String> KEYS =
            Set.of("column", "columns", "join", "format", "codes", "split", "value", "ref", "role", "key", "system");
    private static final List<String> KINDS = List.of("column", "columns", "value", "ref");

    private final Faults faults;

    ValueReader(Faults faults) {
        this.faults = faults;
    }

    /** A value for a field of the standard; null with a fault where it is none. */
    @Nullable
    ValueSource read(Node node, String path, Field<?> field) {
        ValueSource source = read(node, path);
        if (source == null) return null;
        new ValueChecks(faults, node, path).check(source, field);
        return source;
    }

    /** A value that is no field's. */
    @Nullable
    ValueSource read(Node node, String path) {
        if (node instanceof Node.Text text && !text.value().isBlank())
            return column(List.of(text.value().strip()));
        Block block = Block.of(node, path, faults, KEYS);
        if (block == null) return null;
        List<String> kinds = KINDS.stream().filter(block::has).toList();
        if (kinds.size() != 1) {
            faults.add(
                    node.line(),
                    path,
                    "one of column, columns, value or ref",
                    kinds.isEmpty() ? "none" : String.join(" and ", kinds));
            return null;
        }
        return switch (kinds.getFirst()) {
            case "value" -> new ValueSource.Constant(block.required("value", "a value"));
            case "ref" -> pointer(block);
            default -> column(block, kinds.getFirst());
        };
    }

    private static ValueSource.Column column(List<String> columns) {
        return new ValueSource.Column(columns, " ", List.of(), Map.of(), "");
    }

    private static ValueSource.Column column(Block block, String kind) {
        List<String> columns =
                kind.equals("column") ? List.of(block.required("column", "a column")) : block.texts("columns");
        String join = block.node("join") instanceof Node.Text text ? text.value() : " ";
        String split = block.node("split") instanceof Node.Text text ? text.value() : "";
        return new ValueSource.Column(columns, join, formats(block), block.pairs("codes"), split);
    }

    private static List<DateFormat> formats(Block block) {
        List<DateFormat> formats = new ArrayList<>();
        for (String pattern : block.texts("format")) {
            try {
                formats.add(new DateFormat(pattern));
            } catch (IllegalArgumentException e) {
                block.fault("format", String.valueOf(e.getMessage()), pattern);
            }
        }
        return formats;
    }

    private static ValueSource.Pointer pointer(Block block) {
        List<String> key = block.texts("key");
        if (key.isEmpty()) block.fault("key", "the columns of the other record's key", "nothing");
        return new ValueSource.Pointer(
                block.required("ref", "a shape"),
                block.text("role").orElse(""),
                key,
                block.text("system").orElse(""));
    }

    /** A column with a date, for the whole row; null where the mapping does not say it. */
    ValueSource.@Nullable Column date(Block block, String key) {
        Node node = block.node(key);
        if (node == null) return null;
        ValueSource source = read(node, key);
        if (source instanceof ValueSource.Column column) return column;
        if (source != null) block.fault(key, "a column", "something else");
        return null;
    }

    /** What is wrong with a source for a field, found before any row is read. */
    private record ValueChecks(Faults faults, Node node, String path) {

        void check(ValueSource source, Field<?> field) {
            boolean reference = field.type().name().startsWith("reference:");
            switch (source) {
                case ValueSource.Constant constant -> constant(constant.text(), field);
                case ValueSource.Pointer pointer -> pointer(pointer, field, reference);
                case ValueSource.Column column -> {
                    if (reference) fault("a ref with shape and key", "a column");
                    if (!column.split().isEmpty() && !field.repeated())
                        fault("no split: the field holds one value", "split");
                    column.codes().values().forEach(code -> constant(code, field));
                }
            }
        }

        private void constant(String text, Field<?> field) {
            if (!text.isEmpty() && field.type().read(text) instanceof Reading.Unreadable<?> unreadable)
                fault(unreadable.expected(), unreadable.found());
        }

        private void pointer(ValueSource.Pointer pointer, Field<?> field, boolean reference) {
            if (!reference) fault("a column or a value", "a ref");
            else if (!field.type().name().equals("reference:" + pointer.shape()))
                fault("a ref to " + field.type().name().substring("reference:".length()), "one to " + pointer.shape());
        }

        private void fault(String expected, String found) {
            faults.add(node.line(), path, expected, found);
        }
    }
}
