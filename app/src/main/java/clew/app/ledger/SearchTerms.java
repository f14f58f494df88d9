package clew.app.ledger;

import clew.app.store.Sealing;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What was searched for, sealed under a key of the deployment. The id of the entry is bound in, so that terms cannot be moved
 * to another entry.
 */
public final class SearchTerms {

    private final Sealing sealing;

    /** @param key 32 bytes */
    public SearchTerms(byte[] key) {
        this.sealing = new Sealing(key);
    }

    public byte[] encrypt(UUID entry, String terms) {
        return sealing.seal(entry.toString(), terms.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException when these bytes are not the terms of that entry under this key */
    public String decrypt(UUID entry, byte[] whole) {
        return new String(sealing.open(entry.toString(), whole), StandardCharsets.UTF_8);
    }
}
