package clew.app.ledger;

import java.util.HexFormat;

/** The head of the chain at some moment: up to that number, the chain had that hash. */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
record Anchor(long number, byte[] hash) {

    static Anchor read(String line) {
        String[] parts = line.split(" ", 3);
        return new Anchor(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[1]));
    }

    String hex() {
        return HexFormat.of().formatHex(hash);
    }

    @Override
    public String toString() {
        return number + " " + hex();
    }
}
