package clew.app.intake.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Follows a file's bytes through a decoder, block by block, and notes the first line where they are not text of that encoding. */
final class Decoding {

    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate(1 << 16);
    private long line = 1;
    private boolean malformed;
    private boolean nul;
    private boolean beyondAscii;

    Decoding(Charset charset) {
        decoder = strict(charset);
    }

    /** A decoder that reports malformed input rather than replacing it. */
    static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Decodes what it can; leaves the bytes of an unfinished character in the block. */
    void take(ByteBuffer block, boolean last) {
        while (!malformed && !nul) {
            characters.clear();
            CoderResult result = decoder.decode(block, characters, last);
            look(characters.flip());
            malformed = result.isError();
            if (result.isUnderflow()) return;
        }
    }

    private void look(CharBuffer decoded) {
        char[] array = decoded.array();
        for (int i = 0; i < decoded.limit() && !nul; i++) {
            char c = array[i];
            if (c == '\n') line++;
            else if (c == 0) nul = true;
            else if (c > 127) beyondAscii = true;
        }
    }

    /** Whether bytes were met that are no text of this encoding; {@link #line} is then theirs. */
    boolean malformed() {
        return malformed;
    }

    /** Whether a NUL was met, which no text holds; {@link #line} is then its line. */
    boolean nul() {
        return nul;
    }

    boolean beyondAscii() {
        return beyondAscii;
    }

    long line() {
        return line;
    }
}
