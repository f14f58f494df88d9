package clew.app.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/**
 * The latest searches of one session, under opaque names: a name or a date of birth never stands in an address, where logs and histories would keep
 * it. They end with the session.
 */
final class RecentSearches implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String KEY = RecentSearches.class.getName();
    private static final int KEPT = 20;

    private final LinkedHashMap<String, SearchForm> byName = new LinkedHashMap<>();

    private RecentSearches() {}

    static RecentSearches in(HttpSession session) {
        synchronized (session) {
            if (session.getAttribute(KEY) instanceof RecentSearches searches) {
                return searches;
            }
            RecentSearches searches = new RecentSearches();
            session.setAttribute(KEY, searches);
            return searches;
        }
    }

    /** Keeps a search and returns its name. */
    synchronized String keep(SearchForm form) {
        String name = UUID.randomUUID().toString();
        byName.put(name, form);
        if (byName.size() > KEPT) {
            byName.remove(byName.keySet().iterator().next());
        }
        return name;
    }

    synchronized Optional<SearchForm> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
