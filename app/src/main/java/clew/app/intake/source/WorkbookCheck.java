package clew.app.intake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Inflates a workbook once without keeping it, because the sizes written in an archive may lie: refuses parts that are too big, inflate too
 * much, or hold a text or a column position beyond what a workbook can have.
 */
final class WorkbookCheck {

    private static final long SMALL = 1 << 20;
    private static final int ENTRIES = 10_000;
    private static final int COLUMN_LETTERS = 3;

    private final Path path;
    private final Limits limits;
    private final String file;

    WorkbookCheck(Path path, Limits limits) {
        this.path = path;
        this.limits = limits;
        this.file = String.valueOf(path.getFileName());
    }

    void refuseBombs() throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > ENTRIES)
                throw refused("at most %,d parts".formatted(ENTRIES), "%,d".formatted(zip.size()));
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); )
                check(zip, entries.nextElement());
        } catch (UnreadableInput e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw refused("a workbook (.xlsx)", "a damaged archive: " + e.getMessage());
        }
    }

    private void check(ZipFile zip, ZipEntry entry) throws IOException {
        long most = entry.getName().endsWith("sharedStrings.xml") ? limits.sharedBytes() : limits.entryBytes();
        if (entry.getSize() > most) throw tooBig(entry, most);
        long deflated = Math.max(1, entry.getCompressedSize());
        boolean xml = entry.getName().endsWith(".xml");
        Scan scan = new Scan();
        long inflated = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] block = new byte[1 << 16];
            for (int count; (count = in.read(block)) >= 0; ) {
                inflated += count;
                if (inflated > most) throw tooBig(entry, most);
                if (inflated > SMALL && inflated / deflated > limits.ratio())
                    throw refused(
                            "parts that inflate at most %d times".formatted(limits.ratio()),
                            "%s, which inflates more (a ZIP bomb)".formatted(entry.getName()));
                if (xml) scan.take(block, count);
            }
        }
        if (scan.longestText > limits.characters())
            throw refused(
                    "cells of at most %,d characters".formatted(limits.characters()),
                    "a longer one in " + entry.getName());
        if (scan.mostLetters > COLUMN_LETTERS)
            throw refused(
                    "columns up to XFD", "a column of %d letters in %s".formatted(scan.mostLetters, entry.getName()));
    }

    private UnreadableInput tooBig(ZipEntry entry, long most) {
        return refused("parts of at most %,d bytes".formatted(most), "a bigger one: " + entry.getName());
    }

    private UnreadableInput refused(String expected, String found) {
        return new UnreadableInput(expected, found, file, 0);
    }

    /** Longest run of bytes without a tag's opening bracket, and most letters of a cell's position such as {@code r="AB12"}. */
    private static final class Scan {

        private long longestText;
        private int mostLetters;
        private long text;
        private int letters = -1; // counted since r=" ; -1 outside
        private int seen; // of the four characters that open a position

        void take(byte[] block, int count) {
            for (int i = 0; i < count; i++) take(block[i]);
        }

        private void take(byte b) {
            if (b == '<') text = 0;
            else if (++text > longestText) longestText = text;
            if (letters >= 0) {
                if (b >= 'A' && b <= 'Z') mostLetters = Math.max(mostLetters, ++letters);
                else letters = -1;
            }
            seen = switch (b) {
                case ' ', '\n', '\t' -> 1;
                case 'r' -> seen == 1 ? 2 : 0;
                case '=' -> seen == 2 ? 3 : 0;
                default -> {
                    if ((b == '"' || b == '\'') && seen == 3) letters = 0;
                    yield 0;
                }
            };
        }
    }
}
