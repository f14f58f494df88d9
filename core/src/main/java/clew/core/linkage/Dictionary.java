package clew.core.linkage;

import java.util.Arrays;

/**
 * The distinct normalised texts of one or several fields, numbered; 0 is the empty text and means missing. Each text is also held as one-byte symbols
 * without spaces, for {@link StringKernel}. Not thread-safe while growing; {@link #freeze} it before comparing.
 */
final class Dictionary {
    private static final int[] NO_PARTS = {};
    private final Texts texts = new Texts();
    private byte[] symbols = {};
    private int[] start = {};
    private int[][] parts = {};
    private long[] signatures = {};

    /** Makes room for so many texts in all, of so many bytes. */
    void expect(int count, int bytes) {
        texts.expect(count, bytes);
    }

    int number(String text) {
        return texts.number(text);
    }

    /** The numbers of some texts, as {@link Texts#number(byte[], int[], int[], int, int[], int)} gives them. */
    void number(byte[] utf8, int[] from, int[] to, int size, int[] into) {
        texts.number(utf8, from, to, size, into, 0);
    }

    int size() {
        return texts.size();
    }

    String text(int number) {
        return texts.text(number);
    }

    /** A text of up to nine digits as a number; 0 for the empty text. */
    int asNumber(int number) {
        int value = 0;
        for (int i = 0; i < bytes(number); i++) {
            value = value * 10 + texts.pool().at(number, i) - '0';
        }
        return value;
    }

    /** Whether each letter of a text is one byte. */
    boolean isPlain(int number) {
        return texts.pool().isPlain(number);
    }

    /** How many bytes a text takes. */
    int bytes(int number) {
        return texts.pool().length(number);
    }

    /** The hash of some letters of a plain text, as {@link String#hashCode} gives it. */
    int hash(int number, int from, int to) {
        return texts.pool().hash(number, from, to);
    }

    /** Some of the texts, the one with the highest count first; those of one count in the order of their code points. */
    int[] inOrder(int[] numbers, int[] counts) {
        long[] downwards = new long[numbers.length];
        Arrays.setAll(downwards, i -> -counts[numbers[i]]);
        int[] order = LongSort.order(downwards);
        int[] sorted = new int[order.length];
        Arrays.setAll(sorted, i -> numbers[order[i]]);
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && counts[sorted[to]] == counts[sorted[from]]) {
                to++;
            }
            CanonicalOrder.sort(texts.pool(), sorted, from, to);
            from = to;
        }
        return sorted;
    }

    /** Lays the symbols out; words of texts of several words become texts of their own, so that parts can be compared by number. */
    void freeze() {
        int whole = texts.size();
        int[][] found = new int[whole][];
        for (int number = 0; number < whole; number++) {
            found[number] = texts.pool().has(number, (byte) ' ') ? partsOf(texts.text(number)) : NO_PARTS;
        }
        parts = Arrays.copyOf(found, texts.size());
        Arrays.fill(parts, whole, texts.size(), NO_PARTS);
        texts.freeze();
        start = new int[texts.size() + 1];
        if (texts.pool().isPlainWords(StringKernel.LONGEST)) {
            useTextsAsSymbols();
        } else {
            addSymbols();
        }
    }

    /** Where each letter is a byte and there is no space, texts are their symbols: they are not held twice. */
    private void useTextsAsSymbols() {
        symbols = texts.pool().held();
        signatures = new long[texts.size()];
        for (int number = 0; number < texts.size(); number++) {
            start[number + 1] = start[number] + texts.pool().length(number);
            signatures[number] = Signatures.word(symbols, start[number], start[number + 1], false);
        }
    }

    private void addSymbols() {
        symbols = new byte[texts.pool().bytes()];
        int end = 0;
        signatures = new long[texts.size()];
        for (int number = 0; number < texts.size(); number++) {
            start[number] = end;
            end = addSymbols(number, end);
            signatures[number] = Signatures.word(symbols, start[number], end, parts[number].length > 0);
        }
        start[texts.size()] = end;
        symbols = end < symbols.length ? Arrays.copyOf(symbols, end) : symbols;
    }

    /** Numbers of the words of a text of several words, of three letters or more; empty for a single word. */
    int[] parts(int number) {
        return parts[number];
    }

    /** What {@link Signatures} tells of a text. */
    long signature(int number) {
        return signatures[number];
    }

    int length(int number) {
        return start[number + 1] - start[number];
    }

    byte symbol(int number, int place) {
        return symbols[start[number] + place];
    }

    double jaroWinkler(StringKernel kernel, int left, int right) {
        return kernel.jaroWinkler(symbols, start[left], length(left), symbols, start[right], length(right));
    }

    int distance(StringKernel kernel, int left, int right) {
        return kernel.distance(symbols, start[left], length(left), symbols, start[right], length(right));
    }

    boolean isPrefix(int shorter, int longer) {
        int length = length(shorter);
        return length <= length(longer)
                && Arrays.equals(
                        symbols,
                        start[shorter],
                        start[shorter] + length,
                        symbols,
                        start[longer],
                        start[longer] + length);
    }

    private int[] partsOf(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> word.length() >= 3)
                .mapToInt(this::number)
                .toArray();
    }

    private int addSymbols(int number, int from) {
        TextPool pool = texts.pool();
        int length = pool.length(number);
        int end = from;
        for (int i = 0; i < length && end - from < StringKernel.LONGEST; i++) {
            byte b = pool.at(number, i);
            if (b < 0) {
                return addSymbols(texts.text(number), from);
            }
            if (b != ' ') {
                symbols[end++] = b;
            }
        }
        return end;
    }

    private int addSymbols(String text, int from) {
        int end = from;
        for (int i = 0; i < text.length() && end - from < StringKernel.LONGEST; i++) {
            char c = text.charAt(i);
            if (c != ' ') {
                symbols[end++] = symbol(c);
            }
        }
        return end;
    }

    /** Latin letters and digits have a symbol each, all other letters share the remaining ones. */
    private static byte symbol(char c) {
        return (byte) (c < 128 ? c : 128 + (c * 31 >>> 3 & 127));
    }
}
