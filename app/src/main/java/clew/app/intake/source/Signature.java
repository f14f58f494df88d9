package clew.app.intake.source;

/** The first bytes by which files of other kinds are known. */
enum Signature {
    ZIP("a ZIP archive or workbook", 'P', 'K', 3, 4),
    OLE2("an old Excel or Word file (save it as .xlsx)", 0xD0, 0xCF, 0x11, 0xE0),
    GZIP("a gzip archive", 0x1F, 0x8B),
    PDF("a PDF", '%', 'P', 'D', 'F'),
    PARQUET("a Parquet file", 'P', 'A', 'R', '1');

    private final String words;
    private final int[] bytes;

    Signature(String words, int... bytes) {
        this.words = words;
        this.bytes = bytes;
    }

    private boolean starts(byte[] head) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    static void refuseOther(byte[] head, SourceFile.Kind kind, String file) throws UnreadableInput {
        boolean workbook = kind == SourceFile.Kind.XLSX;
        for (Signature signature : values())
            if (signature.starts(head) && !(workbook && signature == ZIP))
                throw new UnreadableInput(workbook ? "a workbook (.xlsx)" : "text", signature.words, file, 0);
        if (workbook && !ZIP.starts(head)) throw new UnreadableInput("a workbook (.xlsx)", "something else", file, 0);
    }
}
