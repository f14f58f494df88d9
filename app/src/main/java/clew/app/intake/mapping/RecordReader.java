package clew.app.intake.mapping;

import clew.core.standard.Common;
import clew.core.standard.Field;
import clew.core.standard.Reading;
import clew.core.standard.Shape;
import clew.core.standard.Standard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code records}. */
final class RecordReader {

    /** What the mapping says once for every record, under {@code include} and {@code known_from}. */
    private static final Set<String> SAID_ONCE = Set.of(
            "controller",
            "regime",
            "purpose",
            "reason_for_inclusion",
            "roll_kind",
            "impact_assessment",
            "impact_assessment_date",
            "known_from");

    private final Faults faults;
    private final ValueReader values;

    RecordReader(Faults faults, ValueReader values) {
        this.faults = faults;
        this.values = values;
    }

    @Nullable
    RecordRule read(Node node) {
        Block block = Block.of(node, "records", faults, Set.of("shape", "role", "key", "when", "handling", "fields"));
        if (block == null) return null;
        Shape shape = shape(block);
        if (shape == null) return null;
        if (!block.has("key")) block.fault("key", "the columns of the sender's key, or [] for none", "nothing");
        return new RecordRule(
                shape,
                block.text("role").orElse(""),
                block.texts("key"),
                block.text("when").orElse(""),
                fields(block, shape));
    }

    private static @Nullable Shape shape(Block block) {
        String name = block.required("shape", "a shape of the standard");
        Optional<Shape> shape = Standard.find(name);
        if (shape.isEmpty() && !name.isEmpty()) {
            String known = Standard.shapes().stream().map(Shape::name).collect(Collectors.joining(", "));
            block.fault("shape", "one of the shapes " + known, name);
        }
        return shape.orElse(null);
    }

    private List<FieldRule> fields(Block block, Shape shape) {
        List<FieldRule> rules = new ArrayList<>();
        handling(block).ifPresent(source -> rules.add(new FieldRule(Common.VISIBILITY, source)));
        if (!(block.node("fields") instanceof Node.Keyed fields)
                || fields.nodes().isEmpty()) {
            block.fault("fields", "fields of " + shape.name(), "none");
            return rules;
        }
        fields.nodes().forEach((name, source) -> {
            String path = shape.name() + "." + name;
            Optional<Field<?>> field = shape.find(name);
            if (SAID_ONCE.contains(name))
                faults.add(source.line(), path, "it under include or known_from, once for every record", name);
            else if (field.isEmpty())
                faults.add(source.line(), path, "a field of shape " + shape.name(), name + nearest(shape, name));
            else add(rules, field.get(), source, path);
        });
        return rules;
    }

    /** What other agencies see: plain text is the choice itself here, a block names a column. */
    private Optional<ValueSource> handling(Block block) {
        if (block.node("handling") instanceof Node.Keyed column)
            return Optional.ofNullable(values.read(column, "records.handling", Common.VISIBILITY));
        Optional<String> choice = block.text("handling");
        choice.ifPresent(text -> {
            if (Common.VISIBILITY.type().read(text) instanceof Reading.Unreadable<?> wrong)
                block.fault("handling", wrong.expected(), wrong.found());
        });
        return choice.map(ValueSource.Constant::new);
    }

    private void add(List<FieldRule> rules, Field<?> field, Node source, String path) {
        ValueSource value = values.read(source, path, field);
        if (value != null) rules.add(new FieldRule(field, value));
    }

    private static String nearest(Shape shape, String name) {
        String bare = bare(name);
        return shape.fields().stream()
                .map(Field::name)
                .filter(other -> bare(other).contains(bare) || bare.contains(bare(other)))
                .findFirst()
                .map(other -> " (did you mean " + other + "?)")
                .orElse("");
    }

    private static String bare(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }
}
