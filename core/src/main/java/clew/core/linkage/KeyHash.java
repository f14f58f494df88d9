package clew.core.linkage;

/** Hashes of 64 bits for keys that are kept: the same on every machine and for ever, as stored keys and the stop-keys of a model are compared with them. */
final class KeyHash {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private KeyHash() {}

    /** The hash of a text: FNV-1a over its UTF-16 units, scrambled; never 0. */
    static long of(String text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** The hash of two hashes, the order of which matters. */
    static long of(long first, long second) {
        return mix(mix(first) * 31 + second);
    }

    /** A one-to-one scramble but for 0, which it never gives: the finaliser of MurmurHash3 (Appleby). */
    static long mix(long value) {
        long hash = value;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
