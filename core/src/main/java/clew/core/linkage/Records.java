package clew.core.linkage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records of a table in canonical order, normalised by kind into fields. */
final class Records {
    /** Kinds whose columns are a field each, in the order of the fields; dates and names may be made of several. */
    private static final List<Kind> ALONE = List.of(
            Kind.SEX,
            Kind.POSTCODE,
            Kind.STREET,
            Kind.HOUSE_NUMBER,
            Kind.PLACE,
            Kind.AREA,
            Kind.ADDRESS,
            Kind.PHONE,
            Kind.EMAIL,
            Kind.IDENTIFIER,
            Kind.ORGANISATION_NAME,
            Kind.CATEGORY,
            Kind.FREE_TEXT);

    private static final int FIELDS_OF_NAMES = 3;

    private final int[] order;
    /** By row of the table, once asked for. */
    private int[] canonical = {};

    private final int[] sources;
    private @Nullable Names names;
    private final List<KindField> fields = new ArrayList<>();

    /**
     * A field that stands for itself.
     *
     * @param kind of its values
     * @param field its values
     */
    record KindField(Kind kind, Field field) {}

    /** The records of a table, normalised by one thread. */
    Records(RecordTable table) {
        this(table, new Workers(1));
    }

    /** The records of a table, its fields normalised side by side. */
    Records(RecordTable table, Workers workers) {
        order = table.canonicalOrder();
        sources = new int[order.length];
        for (int row = 0; row < order.length; row++) {
            sources[row] = table.sourceOf(order[row]);
        }
        Columns columns = new Columns(table);
        List<Callable<List<KindField>>> tasks = new ArrayList<>();
        tasks.add(() -> {
            names = NameReading.of(columns);
            return List.of();
        });
        tasks.addAll(DateReading.tasks(columns));
        for (Kind kind : ALONE) {
            for (int column : columns.of(kind)) {
                tasks.add(() -> List.of(new KindField(kind, columns.field(column, kind))));
            }
        }
        workers.run(tasks).forEach(fields::addAll);
        putSideBySide(workers);
    }

    private void putSideBySide(Workers workers) {
        int first = names == null ? 0 : FIELDS_OF_NAMES;
        int width = first + fields.size();
        int[] cells = new int[Math.multiplyExact(order.length, width)];
        List<Callable<List<KindField>>> tasks = new ArrayList<>();
        tasks.add(() -> {
            names = names == null ? null : names.movedTo(cells, width);
            return List.of();
        });
        for (int i = 0; i < fields.size(); i++) {
            KindField field = fields.get(i);
            int place = first + i;
            tasks.add(() -> List.of(new KindField(field.kind(), field.field().movedTo(cells, width, place))));
        }
        List<KindField> moved =
                workers.run(tasks).stream().flatMap(Collection::stream).collect(Collectors.toList());
        fields.clear();
        fields.addAll(moved);
    }

    int rows() {
        return order.length;
    }

    /** Row of the table at this place in the canonical order. */
    int tableRow(int row) {
        return order[row];
    }

    /** By row of the table: its place in the canonical order. */
    synchronized int[] canonicalRows() {
        if (canonical.length != order.length) {
            canonical = new int[order.length];
            for (int row = 0; row < order.length; row++) {
                canonical[order[row]] = row;
            }
        }
        return canonical;
    }

    int source(int row) {
        return sources[row];
    }

    @Nullable
    Names names() {
        return names;
    }

    List<KindField> fields() {
        return fields;
    }

    /** All fields by name; of several with one name the first. */
    Map<String, Field> byName() {
        Names parts = names;
        Stream<Field> named = parts == null ? Stream.of() : Stream.of(parts.given(), parts.family(), parts.others());
        return Stream.concat(named, fields.stream().map(KindField::field))
                .collect(Collectors.toMap(Field::name, field -> field, (first, second) -> first));
    }
}
