package clew.core.linkage.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;

/** How a source is read: bytes without a byte order mark, as UTF-8 and nothing else, as CSV; and what is said when that fails. */
final class SourceText {
    /** The largest cell, in characters. */
    private static final int LARGEST_CELL = 256 * 1024 * 1024;

    private SourceText() {}

    static InputStream bytes(SourceFile source) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(source.opening().open(), 3);
        byte[] start = pushback.readNBytes(3);
        boolean mark =
                start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
        if (!mark) {
            pushback.unread(start);
        }
        return pushback;
    }

    static Reader characters(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Rows may be ragged here: who reads them says so with their line. */
    static CsvReader.CsvReaderBuilder csv() {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LARGEST_CELL);
    }

    static UnreadableInput unreadable(SourceFile source, long line, Exception failure) {
        Throwable cause =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof CsvParseException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof CharacterCodingException) {
            return new UnreadableInput("text in UTF-8", "other bytes", source.shownAs() + ", after line " + line);
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return new UnreadableInput("a CSV file", "none", source.shownAs());
        }
        return new UnreadableInput(
                "a CSV file", String.valueOf(cause.getMessage()), source.shownAs() + ", after line " + line);
    }
}
