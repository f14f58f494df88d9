package clew.core.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A part of a blocking key: one number a record, made from one field.
 *
 * @param name in plain words
 * @param field it is made from
 * @param form how
 * @param hashes by value of the field; above 0, or 0 when the value gives no key
 * @param wide holds hashes of 64 bits by value, made when first asked for; 0 for not yet
 * @param otherwise what gives the key when this field does not; null for nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record Atom(
        String name,
        Field field,
        KeyForm form,
        int[] hashes,
        AtomicReference<long[]> wide,
        @Nullable Atom otherwise) {

    private static final long[] NONE = {};

    /** The atom of the first of some fields that gives a key. */
    static Atom of(String name, KeyForm form, List<Field> fields) {
        Atom atom = null;
        for (int i = fields.size() - 1; i >= 0; i--) {
            Field field = fields.get(i);
            int values = Math.max(1, field.counts().length);
            atom = new Atom(name, field, form, hashes(field, form, values), new AtomicReference<>(NONE), atom);
        }
        if (atom == null) {
            throw new IllegalArgumentException("expected a field for the key " + name + ", found none");
        }
        return atom;
    }

    private static int[] hashes(Field field, KeyForm form, int values) {
        int[] hashes = new int[values];
        if (form == KeyForm.WHOLE) {
            Arrays.setAll(hashes, code -> code);
            return hashes;
        }
        Dictionary texts = field.dictionary();
        KeyForm.Cut cut = form.cut();
        for (int code = 1; code < hashes.length; code++) {
            hashes[code] =
                    cut != null && texts.isPlain(code) ? hash(texts, code, cut) : hash(form.of(texts.text(code)));
        }
        return hashes;
    }

    private static int hash(@Nullable String key) {
        return key == null || key.isEmpty() ? 0 : hash(key.hashCode(), key.length());
    }

    /** The same as of the key as a text, which need not be made where each letter is one byte. */
    private static int hash(Dictionary texts, int code, KeyForm.Cut cut) {
        int length = texts.bytes(code);
        int start = cut.start(length);
        int stop = cut.stop(length);
        return length < cut.least() || start == stop ? 0 : hash(texts.hash(code, start, stop), stop - start);
    }

    private static int hash(int hash, int length) {
        return Math.max(1, mix(hash * 31 + length) & Integer.MAX_VALUE);
    }

    int hash(int row) {
        int hash = hashes[field.code(row)];
        return hash == 0 && otherwise != null ? otherwise.hash(row) : hash;
    }

    /** A hash of the key that does not depend on the table; 0 when the record has none. */
    long wideHash(int row) {
        int code = field.code(row);
        if (hashes[code] == 0) {
            return otherwise == null ? 0 : otherwise.wideHash(row);
        }
        if (wide.get() == NONE) {
            wide.compareAndSet(NONE, new long[hashes.length]);
        }
        long[] known = wide.get();
        if (known[code] == 0) {
            String key = form.of(field.dictionary().text(code));
            known[code] = KeyHash.of(key == null ? "" : key);
        }
        return known[code];
    }

    String describe(int row) {
        return otherwise != null && hashes[field.code(row)] == 0
                ? otherwise.describe(row)
                : field.dictionary().text(field.code(row));
    }

    /** A one-to-one scramble, so that sums and products of hashes collide no more often than chance; never 0. */
    static int mix(int value) {
        int hash = value;
        hash = (hash ^ hash >>> 16) * 0x7feb352d;
        hash = (hash ^ hash >>> 15) * 0x846ca68b;
        hash ^= hash >>> 16;
        return hash == 0 ? 1 : hash;
    }
}
