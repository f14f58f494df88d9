package clew.core.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The columns of a table by what they hold, their rows in canonical order, each distinct value normalised once. */
final class Columns {
    private static final int NOT_YET = -1;
    private static final int SOON = -2;
    /** Rows that are numbered together. */
    private static final int SOME = Texts.TOGETHER;

    private final RecordTable table;
    private final int[] order;
    private final Map<Kind, List<Integer>> byKind = new EnumMap<>(Kind.class);

    Columns(RecordTable table) {
        this.table = table;
        order = table.canonicalOrder();
        for (int column = 0; column < table.columns().size(); column++) {
            byKind.computeIfAbsent(table.columns().get(column).kind(), kind -> new ArrayList<>())
                    .add(column);
        }
    }

    /**
     * A column's values in canonical rows.
     *
     * @param codes by row; none where all are missing
     * @param texts by code, normalised; 0 is the empty text
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Values(int[] codes, String[] texts) {
        int code(int row) {
            return codes.length == 0 ? 0 : codes[row];
        }

        String text(int row) {
            return texts[code(row)];
        }
    }

    int rows() {
        return order.length;
    }

    /** How many distinct texts a column holds. */
    int texts(int column) {
        return table.textsOf(column).size();
    }

    /** The columns of a kind, in the order of the table. */
    List<Integer> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    boolean has(Kind kind) {
        return byKind.containsKey(kind);
    }

    /** What a field of this column is called: by its kind, or by its own name where several columns are of one kind. */
    String title(int column) {
        RecordTable.Column found = table.columns().get(column);
        return of(found.kind()).size() == 1 ? found.kind().title() : found.name();
    }

    /** Names of the columns of some kinds, kind by kind. */
    List<String> namesOf(Kind... kinds) {
        return Arrays.stream(kinds)
                .flatMap(kind -> of(kind).stream())
                .map(column -> table.columns().get(column).name())
                .toList();
    }

    /** The field of one column, by the kind of its values. They are numbered in the order of their first record. */
    Field field(int column, Kind kind) {
        TextColumn raw = table.values(column);
        Numbering numbering = new Numbering(raw.texts(), kind);
        int[] codes = new int[order.length];
        for (int from = 0; from < codes.length; from += SOME) {
            numbering.fill(raw, order, from, Math.min(codes.length, from + SOME), codes);
        }
        numbering.dictionary.freeze();
        return Field.of(title(column), List.of(table.columns().get(column).name()), numbering.dictionary, codes);
    }

    /** Numbers the normalised values of one column as they come, some records at a time. */
    private static final class Numbering {
        private final Dictionary dictionary = new Dictionary();
        private final TextPool texts;
        private final UnaryOperator<String> normaliser;
        private final PlainForm plain;
        /** By raw text. */
        private final int[] numbers;

        /** Raw texts that are met for the first time, their forms, and the numbers of these. */
        private final int[] fresh = new int[SOME];

        private final int[] from = new int[SOME];
        private final int[] to = new int[SOME];
        private final int[] found = new int[SOME];
        private byte[] forms = new byte[1 << 12];
        private byte[] value = new byte[1 << 8];
        /** Written only so that fetching is not left out as useless. */
        private int fetched;

        Numbering(Texts raw, Kind kind) {
            texts = raw.pool();
            normaliser = Normalising.of(kind);
            plain = PlainForm.of(kind);
            numbers = new int[raw.size()];
            dictionary.expect(raw.size(), texts.bytes());
            Arrays.fill(numbers, NOT_YET);
        }

        void fill(TextColumn raw, int[] order, int first, int end, int[] codes) {
            for (int row = first; row < end; row++) {
                codes[row] = raw.code(order[row]);
            }
            int size = choose(codes, first, end);
            if (size > 0) {
                number(size);
            }
            for (int row = first; row < end; row++) {
                codes[row] = numbers[codes[row]];
            }
        }

        /** Sets the raw texts apart that have no number yet, and fetches them. */
        private int choose(int[] codes, int first, int end) {
            int size = 0;
            int seen = 0;
            for (int row = first; row < end; row++) {
                int code = codes[row];
                if (numbers[code] == NOT_YET) {
                    numbers[code] = SOON;
                    fresh[size++] = code;
                    seen += texts.fetch(code);
                }
            }
            fetched = seen;
            return size;
        }

        private void number(int size) {
            int end = 0;
            for (int i = 0; i < size; i++) {
                from[i] = end;
                end = write(fresh[i], end);
                to[i] = end;
            }
            dictionary.number(forms, from, to, size, found);
            for (int i = 0; i < size; i++) {
                numbers[fresh[i]] = found[i];
            }
        }

        /** Writes the form of a raw text behind those before, and gives its end. */
        private int write(int code, int at) {
            int length = texts.length(code);
            value = value.length < length ? new byte[length] : value;
            makeRoom(at, length);
            texts.copy(code, value, 0);
            int plainLength = length == 0 ? PlainForm.DECLINED : plain.write(value, length, forms, at);
            return plainLength == PlainForm.DECLINED ? write(normaliser.apply(texts.text(code)), at) : at + plainLength;
        }

        private int write(String form, int at) {
            byte[] utf8 = form.getBytes(StandardCharsets.UTF_8);
            makeRoom(at, utf8.length);
            System.arraycopy(utf8, 0, forms, at, utf8.length);
            return at + utf8.length;
        }

        private void makeRoom(int at, int more) {
            if (forms.length - at < more) {
                forms = Arrays.copyOf(forms, Math.max(Math.addExact(at, more), forms.length * 2));
            }
        }
    }

    /** The values of the first column of a kind; all missing when there is none. */
    Values first(Kind kind, UnaryOperator<String> normaliser) {
        if (!has(kind)) {
            return new Values(new int[0], new String[] {""});
        }
        TextColumn raw = table.values(of(kind).get(0));
        String[] texts = new String[raw.texts().size()];
        for (int code = 0; code < texts.length; code++) {
            texts[code] = normaliser.apply(raw.texts().text(code));
        }
        int[] codes = new int[order.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = raw.code(order[row]);
        }
        return new Values(codes, texts);
    }
}
