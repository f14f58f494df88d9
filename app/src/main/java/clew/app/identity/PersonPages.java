package clew.app.identity;

import clew.app.store.AppTransactions;
import clew.app.store.Rights;
import clew.core.standard.StandardRecord;
import clew.core.standard.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons from the Picture, as the viewer's rights let them be seen. Each call is one reading transaction; the ledger row is the entry point's. */
public final class PersonPages implements PersonView {
    private final AppTransactions app;
    private final Clock clock;

    public PersonPages(AppTransactions app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    @Override
    public Optional<Person> of(Rights rights, UUID record, @Nullable LocalDate knownOn) {
        return app.read(rights, sql -> find(sql, record, knownOn).map(records -> person(sql, record, records)));
    }

    @Override
    public List<UUID> recordsOf(Rights rights, UUID record) {
        return app.read(rights, sql -> find(sql, record, null).map(List::copyOf).orElse(List.of()));
    }

    /** The record that an old or present person id leads to, when the viewer may see it: for links that name a person and not a record. */
    public Optional<UUID> recordOf(Rights rights, UUID person) {
        return app.read(
                rights,
                sql -> sql.sql("select record_id from picture.membership where record_id = register.holder(?)")
                        .param(person)
                        .query(UUID.class)
                        .optional());
    }

    private static Optional<SortedSet<UUID>> find(JdbcClient sql, UUID record, @Nullable LocalDate knownOn) {
        return new ViewerPersons(sql, knownOn).of(List.of(record)).stream().findFirst();
    }

    private Person person(JdbcClient sql, UUID asked, SortedSet<UUID> ids) {
        StoredRecords stored = new StoredRecords(sql);
        List<StoredRecords.Stored> records = stored.of(ids);
        SideBySide table = new SideBySide(records, stored.keptBeside(ids));
        List<StandardRecord> standard =
                records.stream().map(StoredRecords.Stored::standard).toList();
        PersonFacts facts = new PersonFacts(standard);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Types.CIVIL_TIME);
        return new Person(
                asked,
                facts.names().get(0),
                facts.ageOn(today),
                table.sources(),
                table.rows(),
                new PersonLinks(sql).among(ids),
                Pointers.aboutPersonOf(sql, ids));
    }
}
