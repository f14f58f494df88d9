package clew.core.linkage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model says of fields, looked up by field and value: the same for every table. Immutable and thread-safe. */
final class ModelFields implements Known {

    /**
     * One field.
     *
     * @param own how it is compared on its own
     * @param conditional how it is compared where another field agrees; null for the same
     * @param levels by value that is listed
     */
    private record Compared(
            LinkModel.Comparison own, LinkModel.@Nullable Comparison conditional, Map<String, Listed> levels) {}

    /**
     * A value that is listed.
     *
     * @param level exact level that it belongs to
     * @param adjustment of the weight, in millionths of a bit
     */
    private record Listed(byte level, long adjustment) {}

    private final LinkModel model;
    private final Map<String, Compared> fields = new HashMap<>();

    ModelFields(LinkModel model) {
        this.model = model;
        for (LinkModel.Comparison comparison : model.comparisons()) {
            if (comparison.given() == null) {
                fields.put(comparison.field(), new Compared(comparison, null, listed(comparison)));
            } else {
                fields.computeIfPresent(
                        comparison.field(), (name, own) -> new Compared(own.own(), comparison, own.levels()));
            }
        }
    }

    private static Map<String, Listed> listed(LinkModel.Comparison comparison) {
        Map<String, Listed> listed = new HashMap<>();
        for (int level = 0; level < comparison.levels().size(); level++) {
            for (LinkModel.Value value : comparison.levels().get(level).values()) {
                listed.put(value.text(), new Listed((byte) level, value.adjustment()));
            }
        }
        return listed;
    }

    private Compared of(String field) {
        Compared compared = fields.get(field);
        if (compared == null) {
            throw new IllegalArgumentException("expected a field of the model, found " + field);
        }
        return compared;
    }

    @Override
    public Exactness exactness(Field field) {
        Compared compared = of(field.name());
        byte[] levels = new byte[field.dictionary().size()];
        for (int code = 1; code < levels.length; code++) {
            Listed listed = compared.levels().get(field.dictionary().text(code));
            levels[code] = listed == null ? (byte) compared.own().pooledLevel() : listed.level();
        }
        return new Exactness(field, levels);
    }

    @Override
    public boolean isCompared(Records.KindField field) {
        Compared compared = fields.get(field.field().name());
        return compared != null && compared.own().kind() == field.kind();
    }

    @Override
    public boolean isNational(Field field) {
        return of(field.name()).own().national();
    }

    @Override
    public boolean isWeighedApart(String comparison) {
        return of(comparison).conditional() != null;
    }

    /** The weights of the model for a table. */
    Weights weights(Plan plan) {
        int slots = plan.slots().size();
        long[][][] weights = new long[slots][2][];
        long[][][] homes = new long[slots][2][];
        long[] @Nullable [] byValue = new long[slots][];
        for (int slot = 0; slot < slots; slot++) {
            Slot compared = plan.slots().get(slot);
            Compared field = of(compared.name());
            LinkModel.Comparison other = field.conditional() == null ? field.own() : field.conditional();
            weights[slot] = new long[][] {weights(field.own()), weights(other)};
            homes[slot] = new long[][] {homes(field.own()), homes(other)};
            byValue[slot] = compared.values() == null ? null : adjustments(field, compared.values());
        }
        Relatives relatives = model.priorOfHomes().isEmpty()
                ? null
                : new Relatives(model.priorOfHomes().getAsLong(), homes);
        return new Weights(plan, model.prior(), weights, byValue, relatives);
    }

    private static long[] weights(LinkModel.Comparison comparison) {
        return comparison.levels().stream().mapToLong(LinkModel.Level::weight).toArray();
    }

    private static long[] homes(LinkModel.Comparison comparison) {
        return comparison.levels().stream().mapToLong(LinkModel.Level::home).toArray();
    }

    private static long[] adjustments(Compared compared, Exactness values) {
        List<LinkModel.Level> levels = compared.own().levels();
        long[] adjustments = new long[values.field().counts().length];
        for (int code = 1; code < adjustments.length; code++) {
            Listed listed = compared.levels().get(values.field().dictionary().text(code));
            adjustments[code] = listed == null ? levels.get(values.level(code)).pooled() : listed.adjustment();
        }
        return adjustments;
    }
}
