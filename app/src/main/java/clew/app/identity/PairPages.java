package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pairs from the Picture, read in one transaction. */
final class PairPages implements PairView {
    private final AppTransactions app;
    private final PersonPages persons;

    PairPages(AppTransactions app, PersonPages persons) {
        this.app = app;
        this.persons = persons;
    }

    @Override
    public Optional<Pair> of(Rights rights, UUID left, UUID right) {
        if (left.equals(right)) {
            return Optional.empty();
        }
        return app.read(
                rights,
                sql -> persons.of(rights, left, null)
                        .flatMap(one -> persons.of(rights, right, null)
                                .map(other -> new Pair(
                                        one,
                                        other,
                                        new PersonLinks(sql)
                                                .among(List.of(left, right)).stream()
                                                        .findFirst()
                                                        .orElse(null)))));
    }
}
