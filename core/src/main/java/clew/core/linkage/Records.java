package clew.core.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Records whose fields are put side by side together: few enough to stay in a cache. */
    private static final int SOME = 1 << 12;

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

    /**
     * Something to normalise.
     *
     * @param texts how many it has to deal with: those with the most are begun first, so that none is left alone at the end
     * @param fields gives what comes of it
     */
    record Work(long texts, Callable<List<KindField>> fields) {}

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
        List<Work> all = new ArrayList<>();
        all.add(new Work(NameReading.texts(columns), () -> {
            names = NameReading.of(columns);
            return List.of();
        }));
        all.addAll(DateReading.work(columns));
        for (Kind kind : ALONE) {
            for (int column : columns.of(kind)) {
                all.add(new Work(
                        columns.texts(column), () -> List.of(new KindField(kind, columns.field(column, kind)))));
            }
        }
        normalise(all, workers);
        putSideBySide(workers);
    }

    private void normalise(List<Work> all, Workers workers) {
        List<Integer> begun = IntStream.range(0, all.size())
                .boxed()
                .sorted((one, other) ->
                        Long.compare(all.get(other).texts(), all.get(one).texts()))
                .toList();
        List<List<KindField>> found =
                workers.run(begun.stream().map(i -> all.get(i).fields()).toList());
        for (int i = 0; i < all.size(); i++) {
            fields.addAll(found.get(begun.indexOf(i)));
        }
    }

    private void putSideBySide(Workers workers) {
        List<Field> alone = new ArrayList<>();
        if (names != null) {
            alone.addAll(List.of(names.given(), names.family(), names.others()));
        }
        fields.forEach(field -> alone.add(field.field()));
        int width = alone.size();
        int[] cells = new int[Math.multiplyExact(order.length, width)];
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int from = 0; from < order.length; from += SOME) {
            int first = from;
            int end = Math.min(order.length, from + SOME);
            tasks.add(() -> {
                for (int place = 0; place < width; place++) {
                    alone.get(place).copy(first, end, cells, width, place);
                }
                return true;
            });
        }
        workers.run(tasks);
        int first = width - fields.size();
        names = names == null ? null : names.movedTo(cells, width);
        for (int i = 0; i < fields.size(); i++) {
            KindField field = fields.get(i);
            fields.set(i, new KindField(field.kind(), field.field().movedTo(cells, width, first + i)));
        }
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
