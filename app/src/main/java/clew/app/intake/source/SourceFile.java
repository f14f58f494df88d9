package clew.app.intake.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/**
 * An extract's file, read through once before anything is imported: it exists, is of the kind its name says, is text of the declared encoding
 * to its last byte, and has this checksum. So a file is refused before its first row is kept, never after its last.
 */
public final class SourceFile {

    /** What a file's ending says it is. */
    public enum Kind {
        CSV,
        JSON_LINES,
        XLSX
    }

    private final Path path;
    private final Kind kind;
    private final Format format;
    private final Limits limits;
    private final Charset charset;
    private final int byteOrderMark;
    private final long bytes;
    private final byte[] checksum;

    private SourceFile(Path path, Kind kind, Format format, Limits limits) throws IOException {
        this.path = path;
        this.kind = kind;
        this.format = format;
        this.limits = limits;
        this.bytes = Files.size(path);
        byte[] head = head(path);
        Signature.refuseOther(head, kind, name());
        ByteOrderMark mark = ByteOrderMark.of(head);
        this.byteOrderMark = mark.length();
        this.charset = kind == Kind.XLSX ? StandardCharsets.UTF_8 : mark.charset(format.encoding(), name());
        this.checksum = kind == Kind.XLSX ? digest() : digestOfText();
        if (kind == Kind.XLSX) new WorkbookCheck(path, limits).refuseBombs();
    }

    /**
     * Checks a file.
     *
     * @throws UnreadableInput saying what was expected and found
     */
    public static SourceFile check(Path path, Format format, Limits limits) throws IOException {
        String name = name(path);
        if (Files.notExists(path)) throw new UnreadableInput("a file", "nothing of that name", path.toString(), 0);
        if (Files.isDirectory(path)) throw new UnreadableInput("a file", "a directory", path.toString(), 0);
        if (!Files.isReadable(path))
            throw new UnreadableInput("a file", "one that may not be read", path.toString(), 0);
        if (Files.size(path) == 0) throw new UnreadableInput("rows", "an empty file", name, 0);
        return new SourceFile(path, kind(name), format, limits);
    }

    private static Kind kind(String name) throws UnreadableInput {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")) return Kind.CSV;
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) return Kind.JSON_LINES;
        if (lower.endsWith(".xlsx")) return Kind.XLSX;
        throw new UnreadableInput("a file ending in .csv, .jsonl or .xlsx", "another ending", name, 0);
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(16);
        }
    }

    /** The file's name without its folder: a place on the sender's or our machine says nothing. */
    public String name() {
        return name(path);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    public Kind kind() {
        return kind;
    }

    public long bytes() {
        return bytes;
    }

    /** SHA-256 of the file's bytes. */
    public byte[] checksum() {
        return checksum.clone();
    }

    /** Reads the file from its first row; may be called again. */
    public Rows open() throws IOException {
        if (kind == Kind.XLSX) return new XlsxRows(path, name(), format, limits);
        CountedInput in = new CountedInput(new BufferedInputStream(Files.newInputStream(path), 1 << 16), bytes);
        in.skipNBytes(byteOrderMark);
        Reader reader = new InputStreamReader(in, Decoding.strict(charset));
        try {
            return kind == Kind.CSV
                    ? new CsvRows(name(), reader, format, limits, in::portion)
                    : new JsonLines(name(), reader, limits, in::portion);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private byte[] digest() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(path)) {
            byte[] block = new byte[1 << 16];
            for (int count; (count = in.read(block)) >= 0; ) digest.update(block, 0, count);
        }
        return digest.digest();
    }

    private byte[] digestOfText() throws IOException {
        MessageDigest digest = sha256();
        Decoding declared = new Decoding(charset);
        Decoding utf8 = new Decoding(StandardCharsets.UTF_8);
        try (FileChannel in = FileChannel.open(path)) {
            ByteBuffer block = ByteBuffer.allocate(1 << 18);
            ByteBuffer again = ByteBuffer.allocate(1 << 18);
            boolean singleByte = charset.newEncoder().maxBytesPerChar() == 1 && charset != StandardCharsets.US_ASCII;
            long offset = 0;
            for (boolean last = false; !last; ) {
                int from = block.position();
                int count = in.read(block);
                last = count < 0;
                if (!last) digest.update(block.array(), from, count);
                if (singleByte && !utf8.malformed() && count > 0) {
                    again.put(block.array(), from, count).flip();
                    utf8.take(again, false);
                    again.compact();
                }
                block.flip();
                if (offset == 0) block.position(Math.min(byteOrderMark, block.limit()));
                declared.take(block, last);
                block.compact();
                offset += count;
                refuse(declared);
            }
            if (singleByte && !utf8.malformed() && utf8.beyondAscii())
                throw new UnreadableInput(charset.name() + ", as the mapping declares", "UTF-8", name(), 0);
        }
        return digest.digest();
    }

    private void refuse(Decoding decoding) throws UnreadableInput {
        if (decoding.malformed())
            throw new UnreadableInput(
                    "text in " + charset.name(),
                    "bytes that are none (declare another encoding as format: encoding)",
                    name(),
                    decoding.line());
        if (decoding.nul())
            throw new UnreadableInput(
                    "text",
                    "a NUL character (binary data, or UTF-16 without a byte-order mark)",
                    name(),
                    decoding.line());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return name() + " " + kind + " " + charset + " " + Arrays.hashCode(checksum);
    }
}
