package clew.core.linkage;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a blocking key: one number a record, made from one field.
 *
 * @param name in plain words
 * @param field it is made from
 * @param hashes by value of the field; above 0, or 0 when the value gives no key
 * @param otherwise what gives the key when this field does not; null for nothing
 */
@SuppressWarnings("ArrayRecordComponent")
record Atom(
        String name, Field field, int[] hashes, @Nullable Atom otherwise) {

    /** An atom whose texts come from the values of a field; an empty or null text gives no key. */
    static Atom of(String name, Field field, IntFunction<@Nullable String> keyOfValue) {
        int[] hashes = new int[Math.max(1, field.counts().length)];
        for (int code = 1; code < hashes.length; code++) {
            String key = keyOfValue.apply(code);
            hashes[code] = key == null || key.isEmpty() ? 0 : positive(mix(key.hashCode() * 31 + key.length()));
        }
        return new Atom(name, field, hashes, null);
    }

    /** An atom that is the whole value. */
    static Atom whole(String name, Field field) {
        int[] numbers = new int[Math.max(1, field.counts().length)];
        Arrays.setAll(numbers, code -> code);
        return new Atom(name, field, numbers, null);
    }

    private static int positive(int hash) {
        return Math.max(1, hash & Integer.MAX_VALUE);
    }

    /** This atom, and where it gives no key the other. */
    Atom or(String newName, Atom other) {
        return new Atom(newName, field, hashes, other);
    }

    int hash(int row) {
        int hash = hashes[field.code(row)];
        return hash == 0 && otherwise != null ? otherwise.hash(row) : hash;
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
