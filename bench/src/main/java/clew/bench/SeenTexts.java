package clew.bench;

/** Tells which texts were seen before, by 64 bits of each: eight bytes a slot, so that a million texts take 16 MB. */
final class SeenTexts {

    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether the text is new. */
    boolean add(String text) {
        if (2 * size >= slots.length) {
            grow();
        }
        boolean added = put(hash(text));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }

    private boolean put(long hash) {
        int mask = slots.length - 1;
        int slot = (int) hash & mask;
        while (slots[slot] != 0) {
            if (slots[slot] == hash) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = hash;
        return true;
    }

    /** FNV-1a with the bits mixed once more (Steele and others, SplittableRandom, 2014); never zero, which marks an empty slot. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
