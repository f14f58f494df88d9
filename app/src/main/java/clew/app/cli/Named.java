package clew.app.cli;

import clew.app.access.Agencies;
import clew.app.access.Users;
import clew.app.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Whom and what a command names: found in the store, or wrong use that says what was expected. */
record Named(Store store, @Nullable CommandSpec spec) {

    int agency(String slug) {
        return new Agencies(store.engine())
                .find(slug)
                .orElseThrow(() -> usage("expected the slug of an agency, found " + slug));
    }

    UUID user(String name) {
        return new Users(store.engine())
                .find(name)
                .orElseThrow(() -> usage("expected the sign-in name of a user, found " + name));
    }

    /** Areas of the partnership of an agency. */
    int[] areas(int agency, List<String> slugs) {
        Agencies agencies = new Agencies(store.engine());
        return slugs.stream()
                .mapToInt(slug -> agencies.findArea(agency, slug)
                        .orElseThrow(() -> usage("expected an area of the partnership, found " + slug)))
                .toArray();
    }

    private CommandLine.ParameterException usage(String words) {
        return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), words);
    }
}
