package clew.core.linkage;

import java.util.List;

/** The lists that ship with the engine and take part in a score. */
final class References {
    private References() {}

    static List<LinkModel.Reference> shipped() {
        return List.of(new LinkModel.Reference("nicknames", Nicknames.shipped().version()));
    }
}
