package clew.app.intake.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The mark with which some files begin: it names the encoding. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16_LITTLE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16_BIG(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    NONE(StandardCharsets.UTF_8);

    private final Charset charset;
    private final int[] mark;

    ByteOrderMark(Charset charset, int... mark) {
        this.charset = charset;
        this.mark = mark;
    }

    static ByteOrderMark of(byte[] head) {
        for (ByteOrderMark mark : values()) if (mark.starts(head)) return mark;
        return NONE;
    }

    private boolean starts(byte[] head) {
        if (head.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((head[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    /** Bytes to skip. */
    int length() {
        return mark.length;
    }

    /** The encoding to read with: the declared one, unless the mark contradicts it. */
    Charset charset(@Nullable Charset declared, String file) throws UnreadableInput {
        if (declared == null || this == NONE) return declared == null ? charset : declared;
        boolean agrees = declared.equals(charset) || (declared.equals(StandardCharsets.UTF_16) && this != UTF_8);
        if (!agrees)
            throw new UnreadableInput(
                    declared.name() + ", as the mapping declares", "the byte-order mark of " + charset.name(), file, 1);
        return charset;
    }
}
